package io.github.nbodylab.experiment.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A spec file as far as it could be read.
 *
 * @param file the file
 * @param text the whole file, empty where it has no text
 * @param complaints all that is wrong with it
 * @param name what stands under {@code name}, if anything does
 * @param spec good only if there are no complaints
 */
record Draft(Path file, String text, Complaints complaints, Optional<Item> name, Optional<ExperimentSpec> spec) {

    /**
     * Reads a file.
     *
     * @param folder to which files that the spec names are relative
     * @throws IOException if the disk fails
     */
    static Draft of(Path file, Path folder) throws IOException {
        Complaints complaints = new Complaints(file.toString());
        Optional<String> text = YamlText.read(file, complaints);
        Optional<Section> top =
                text.flatMap(known -> YamlTree.parse(known, complaints)).flatMap(root -> root.section(Language.SPEC));
        return new Draft(
                file,
                text.orElse(""),
                complaints,
                top.flatMap(section -> section.item("name")),
                top.flatMap(section -> new ExperimentReader(section, folder).read()));
    }

    /** Complains if another file has a spec of the same name. */
    void refuseNameOf(Draft other) {
        Optional<String> mine = name.flatMap(Item::raw);
        if (mine.isPresent() && mine.equals(other.name.flatMap(Item::raw))) {
            name.get()
                    .refuse(
                            "'" + mine.get() + "' is also the name of the spec in " + other.file + ", line "
                                    + other.name.get().line(),
                            "give each spec a name of its own");
        }
    }
}
