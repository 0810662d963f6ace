package io.github.nbodylab.experiment.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Results under their keys, outside of any build folder. An entry is written to a temporary folder and appears whole, by
 * one rename; it never changes afterwards. Several processes may use a store at once: whoever comes second finds the
 * entry there, or throws its own equal one away.
 *
 * <p>Layout: {@code v1/ab/abcd.../}, with {@code entry.json} (key, digests of the files, how they were made) beside the
 * files; {@code tmp/} holds what is being written.
 */
public final class Store {

    private static final String MANIFEST = "entry.json";

    private final Path root;
    private final Consumer<String> warnings;

    /**
     * Opens a store; nothing is created before the first {@link #put}.
     *
     * @param root its folder
     * @param warnings hears of damaged entries
     */
    public Store(Path root, Consumer<String> warnings) {
        this.root = requireNonNull(root, "root").toAbsolutePath();
        this.warnings = requireNonNull(warnings, "warnings");
    }

    /** The store's folder. */
    public Path root() {
        return root;
    }

    /** Whether there is an entry, at a glance: {@link #find} may yet see that it is damaged. */
    public boolean mayHave(Key key) {
        return Files.isDirectory(folder(key));
    }

    /**
     * Looks an entry up and holds every file against its digest. A damaged entry is told to the listener, removed, and
     * reported as absent, so that it is computed again.
     *
     * @throws IOException if the store cannot be read, or a damaged entry cannot be removed
     */
    public Optional<Entry> find(Key key) throws IOException {
        Path folder = folder(key);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Optional<JsonNode> intact = manifest(folder, key);
        if (intact.isEmpty()) {
            discard(folder, "has no whole " + MANIFEST);
            return Optional.empty();
        }
        JsonNode manifest = intact.get();
        SortedMap<String, String> digests = new TreeMap<>();
        for (var file : manifest.path("files").properties()) {
            digests.put(file.getKey(), file.getValue().asText());
        }
        for (var file : digests.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Digest.of(path).equals(file.getValue())) {
                discard(folder, "has a changed or missing " + file.getKey());
                return Optional.empty();
            }
        }
        return Optional.of(new Entry(folder, digests, manifest.path("made")));
    }

    /**
     * Stores a result.
     *
     * @param key what it depends on
     * @param made how it was made (device, seconds, ...); in no digest
     * @param content writes the files into the empty folder it is given; it may still add to {@code made}
     * @return the stored entry; that of another process where it was faster
     * @throws IOException if it cannot be written; the store is then as it was before
     */
    public Entry put(Key key, ObjectNode made, Content content) throws IOException {
        Path temporary = root.resolve("tmp").resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(temporary);
            content.writeTo(temporary);
            SortedMap<String, String> digests = digests(temporary);
            ObjectNode manifest = Json.object();
            manifest.set("key", key.material());
            ObjectNode files = manifest.putObject("files");
            digests.forEach(files::put);
            manifest.set("made", made);
            Json.write(temporary.resolve(MANIFEST), manifest);
            Path folder = folder(key);
            Files.createDirectories(folder.getParent());
            try {
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                return find(key).orElseThrow(() -> e);
            }
            return new Entry(folder, digests, made);
        } finally {
            Folders.delete(temporary);
        }
    }

    /** What stands beside an entry's files; empty if it is missing, no JSON, of another key or lists no files. */
    private static Optional<JsonNode> manifest(Path folder, Key key) throws IOException {
        try {
            JsonNode manifest = Json.parse(Files.readString(folder.resolve(MANIFEST)));
            boolean whole = Json.canonical(manifest.path("key")).equals(Json.canonical(key.material()))
                    && !manifest.path("files").isEmpty();
            return whole ? Optional.of(manifest) : Optional.empty();
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Writes the files of an entry. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes.
         *
         * @param folder empty
         * @throws IOException if a file cannot be written
         */
        void writeTo(Path folder) throws IOException;
    }

    private Path folder(Key key) {
        return root.resolve("v1").resolve(key.digest().substring(0, 2)).resolve(key.digest());
    }

    private static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                digests.put(folder.relativize(file).toString().replace('\\', '/'), Digest.of(file));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return digests;
    }

    /**
     * Removes an entry, if it is there.
     *
     * @throws IOException if it cannot be removed
     */
    public void remove(Key key) throws IOException {
        if (Files.exists(folder(key))) {
            bury(folder(key));
        }
    }

    private void discard(Path folder, String damage) throws IOException {
        warnings.accept("Stored result " + folder + " " + damage + "; it is computed again");
        bury(folder);
    }

    /** Takes an entry out of the way in one step, for another process may be reading it, and removes it then. */
    private void bury(Path folder) throws IOException {
        Path grave = root.resolve("tmp").resolve(UUID.randomUUID().toString());
        Files.createDirectories(grave.getParent());
        try {
            Files.move(folder, grave, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return; // another process was faster
        }
        Folders.delete(grave);
    }
}
