package io.github.nbodylab.experiment.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stored result.
 *
 * @param folder where its files are; read only
 * @param digests file name, with {@code /} where it is in a folder, to SHA-256 of its bytes
 * @param made how it was made (device, seconds, ...); in no digest
 */
public record Entry(Path folder, SortedMap<String, String> digests, JsonNode made) {

    public Entry {
        requireNonNull(folder, "folder");
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        requireNonNull(made, "made");
    }

    /**
     * One of the files.
     *
     * @throws IllegalArgumentException if the entry has no such file
     */
    public Path file(String name) {
        if (!digests.containsKey(name)) {
            throw new IllegalArgumentException("no file '" + name + "' among " + digests.keySet());
        }
        return folder.resolve(name);
    }

    /** One digest of all the files, by name and content. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        digests.forEach(
                (name, digest) -> text.append(digest).append("  ").append(name).append('\n'));
        return Digest.of(text.toString());
    }
}
