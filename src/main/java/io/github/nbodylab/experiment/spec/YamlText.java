package io.github.nbodylab.experiment.spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the text of a spec file, or complains that it has none. */
final class YamlText {

    /** More than a spec with a thousand design points needs, and little enough to keep with every record. */
    static final int LARGEST = 128 * 1024;

    private YamlText() {}

    /**
     * Reads a file.
     *
     * @throws IOException if the file is there but the disk fails
     */
    static Optional<String> read(Path file, Complaints complaints) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                return refuse(complaints, "is a folder", "name a spec file");
            }
            if (Files.size(file) > LARGEST) {
                return refuse(
                        complaints,
                        "has " + Files.size(file) + " bytes, more than the " + LARGEST + " a spec may have",
                        "keep data out of the spec");
            }
            return decode(Files.readAllBytes(file), complaints);
        } catch (NoSuchFileException e) {
            return refuse(complaints, "there is no such file", "check its name");
        } catch (AccessDeniedException e) {
            return refuse(complaints, "cannot be read", "make the file readable");
        }
    }

    private static Optional<String> decode(byte[] bytes, Complaints complaints) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return refuse(complaints, "is not a text in UTF-8", "save it as UTF-8");
        }
    }

    private static Optional<String> refuse(Complaints complaints, String problem, String remedy) {
        complaints.add(0, "", problem, remedy);
        return Optional.empty();
    }
}
