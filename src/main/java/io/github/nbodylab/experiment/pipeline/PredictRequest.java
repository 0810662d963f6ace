package io.github.nbodylab.experiment.pipeline;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Points that a model is asked about.
 *
 * @param input the CSV file that has them
 * @param output the CSV file to write; empty for {@code predictions.csv} among the experiment's results
 * @param model a name of the ladder; empty for the chosen one
 * @param carried names of columns that are no inputs and are copied
 * @param extrapolate whether points outside of the training set are predicted
 */
public record PredictRequest(
        Path input, Optional<Path> output, Optional<String> model, List<String> carried, boolean extrapolate) {

    public PredictRequest {
        requireNonNull(input, "input");
        requireNonNull(output, "output");
        requireNonNull(model, "model");
        carried = List.copyOf(carried);
        if (output.filter(file -> file.toAbsolutePath()
                        .normalize()
                        .equals(input.toAbsolutePath().normalize()))
                .isPresent()) {
            throw new IllegalArgumentException("experiment.output and experiment.input are the same file, " + input
                    + ": give the predictions a file of their own");
        }
    }
}
