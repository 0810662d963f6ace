package io.github.nbodylab.experiment.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * One experiment of a build.
 *
 * @param spec what is asked
 * @param specFile where it stands
 * @param text the spec as the user wrote it
 * @param folder its output folder
 */
public record Experiment(ExperimentSpec spec, Path specFile, String text, Path folder) {

    public Experiment {
        requireNonNull(spec, "spec");
        requireNonNull(specFile, "specFile");
        requireNonNull(text, "text");
        requireNonNull(folder, "folder");
    }

    /** Its name. */
    public String name() {
        return spec.name();
    }

    /** The folder of its spec, to which the files that the spec names are relative. */
    public Path specFolder() {
        return specFile.toAbsolutePath().getParent();
    }

    /** Whether its table is made of simulations, and not of a table from elsewhere. */
    public boolean simulates() {
        return spec.source().isEmpty();
    }

    /** The fitted models' files, {@code models/NAME.json}, in the order of the ladder. */
    public List<String> models() {
        return spec.train().fitted().stream()
                .map(model -> "models/" + model.specName() + ".json")
                .toList();
    }

    /** One of its output files. */
    public Path file(String name) {
        return folder.resolve(name);
    }
}
