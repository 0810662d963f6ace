package io.github.nbodylab.experiment.spec;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that a spec names by its path from the folder of the spec.
 *
 * @param folder of the spec
 * @param endings of the names that it may have, such as {@code .csv}; upper case counts as lower
 * @param remedy what to do about another name
 */
record RelativeFile(Path folder, List<String> endings, String remedy) {

    /** The path as the spec writes it; complains unless there is a file there that can be read. */
    Optional<String> existing(Item item) {
        Optional<String> text = item.text(remedy);
        if (text.isEmpty()) {
            return text;
        }
        String name = text.get();
        if (endings.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            String all = String.join(", ", endings.subList(0, endings.size() - 1));
            return item.refuse(
                    item.quoted() + " ends neither in " + all + " nor " + endings.get(endings.size() - 1), remedy);
        }
        if (name.startsWith("/") || name.contains("\\")) {
            return item.refuse(item.quoted() + " is not a path relative to the spec, with / between its parts", remedy);
        }
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                return item.refuse("there is no file " + file, "put it there, or correct its name");
            }
            return Files.isReadable(file)
                    ? Optional.of(name)
                    : item.refuse("the file " + file + " cannot be read", "make it readable");
        } catch (InvalidPathException e) {
            return item.refuse(item.quoted() + " cannot be the name of a file", remedy);
        }
    }
}
