package io.github.nbodylab.experiment.trainingset;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.SpecException;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The arguments of a job that does one stage of one experiment.
 *
 * @param spec the file of its spec
 * @param specFolder to which the files that the spec names are relative
 * @param folder which has the files of the stages before
 * @param output into which the stage writes
 */
public record StageFiles(Path spec, Path specFolder, Path folder, Path output) {

    /** What a job leaves in its output beside its results: how long parts took, which differs every time. */
    public static final String TIMING = "timing.json";

    public StageFiles {
        requireNonNull(spec, "spec");
        requireNonNull(specFolder, "specFolder");
        requireNonNull(folder, "folder");
        requireNonNull(output, "output");
    }

    /** As a job file has them, {@code specFolder} being the spec's own if it is not there. */
    public static StageFiles of(JsonNode arguments) {
        Path spec = path(arguments, "spec");
        Path specFolder = arguments.has("specFolder")
                ? path(arguments, "specFolder")
                : spec.toAbsolutePath().getParent();
        return new StageFiles(spec, specFolder, path(arguments, "folder"), path(arguments, "output"));
    }

    /** As a job file has them. */
    public ObjectNode arguments() {
        return Json.object()
                .put("spec", spec.toString())
                .put("specFolder", specFolder.toString())
                .put("folder", folder.toString())
                .put("output", output.toString());
    }

    /**
     * The experiment.
     *
     * @throws JobFailedException with all that is wrong in the spec
     * @throws IOException if it cannot be read
     */
    public ExperimentSpec experiment() throws JobFailedException, IOException {
        try {
            return new SpecReader().read(spec, specFolder);
        } catch (SpecException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }

    private static Path path(JsonNode arguments, String name) {
        if (!arguments.path(name).isTextual()) {
            throw new IllegalArgumentException("the job has no argument '" + name + "'");
        }
        return Path.of(arguments.get(name).textValue());
    }
}
