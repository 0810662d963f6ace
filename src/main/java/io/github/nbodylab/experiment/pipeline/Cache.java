package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Entry;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Key;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/** Results of stages that make one set of files: taken from the store, or made and stored, then laid out. */
final class Cache {

    private final Store store;
    private final boolean force;

    Cache(Store store, boolean force) {
        this.store = store;
        this.force = force;
    }

    /** Makes the files of a stage in an empty folder. */
    @FunctionalInterface
    interface Maker {
        void make(Path folder, ObjectNode made) throws IOException, JobFailedException, WorkerCrashedException;
    }

    /**
     * A result.
     *
     * @param entry where it is stored
     * @param computed whether it was made just now
     */
    record Result(Entry entry, boolean computed) {
        double seconds() {
            return entry.made().path("seconds").asDouble();
        }
    }

    /**
     * Takes a result from the store, or makes and stores it.
     *
     * @param key what it depends on
     * @param scratch a folder for what is being made; emptied before and after
     * @param maker makes it
     */
    Result obtain(Key key, Path scratch, Maker maker) throws IOException, JobFailedException, WorkerCrashedException {
        if (force) {
            store.remove(key);
        }
        Optional<Entry> stored = store.find(key);
        if (stored.isPresent()) {
            return new Result(stored.get(), false);
        }
        Folders.empty(scratch);
        long start = System.nanoTime();
        ObjectNode made = Json.object();
        maker.make(scratch, made);
        made.put("jdk", Runtime.version().toString());
        made.put("seconds", Math.round((System.nanoTime() - start) / 1e6) / 1e3);
        Entry entry = store.put(key, made, folder -> Folders.copy(scratch, folder));
        Folders.delete(scratch);
        return new Result(entry, true);
    }

    /** Copies an entry's files to where the user looks for them; what is already the same is left alone. */
    static void layOut(Entry entry, Path folder) throws IOException {
        for (Map.Entry<String, String> file : entry.digests().entrySet()) {
            Path target = folder.resolve(file.getKey());
            if (!Files.isRegularFile(target) || !Digest.of(target).equals(file.getValue())) {
                Files.createDirectories(target.getParent());
                Files.copy(entry.file(file.getKey()), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
