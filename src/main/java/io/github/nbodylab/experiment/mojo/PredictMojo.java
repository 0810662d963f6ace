package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Pipeline;
import io.github.nbodylab.experiment.pipeline.PredictRequest;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Asks a trained model about points in a CSV file, and writes a CSV file with its predictions, their intervals and how each
 * point lies to the training set. Points outside of it are refused unless they are asked for. The model is that of the last
 * {@code mvn compile}; of several experiments, name one with {@code -Dexperiment.only=NAME}.
 *
 * @since 1.0.0
 */
@Mojo(name = "predict", threadSafe = true)
public class PredictMojo extends AbstractExperimentMojo {

    /**
     * The points: a CSV file, of which the first line has the names of the columns. Every input of the model has one, in any
     * order, with values in the units of {@code trainingset.csv}.
     *
     * <p>Example: {@code -Dexperiment.input=points.csv}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.input")
    private File input;

    /**
     * Where the predictions go; by default {@code target/experiments/NAME/predictions.csv}. It is written whole or not at
     * all.
     *
     * <p>Example: {@code -Dexperiment.output=predicted.csv}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.output")
    private File output;

    /**
     * Which model of the ladder is asked; by default the chosen one.
     *
     * <p>Example: {@code -Dexperiment.model=gaussian-process}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.model")
    private String model;

    /**
     * Columns of the points that are no inputs and are copied beside the predictions, separated by commas.
     *
     * <p>Example: {@code -Dexperiment.carry=id,name}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.carry")
    private List<String> carry = List.of();

    /**
     * Predicts also points outside of the training set, and marks them so. Without it the goal fails if there is one.
     *
     * <p>Example: {@code -Dexperiment.extrapolate}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.extrapolate", defaultValue = "false")
    private boolean extrapolate;

    @Inject
    PredictMojo(WorkerSource workers) {
        super(workers);
    }

    @Override
    void run(Pipeline pipeline) throws MojoExecutionException, MojoFailureException {
        if (input == null) {
            throw new MojoFailureException("no points to predict: name their file with -Dexperiment.input=points.csv");
        }
        PredictRequest request;
        try {
            request = new PredictRequest(
                    input.toPath(),
                    Optional.ofNullable(output).map(File::toPath),
                    Optional.ofNullable(model),
                    carry,
                    extrapolate);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
        throwIfAny(pipeline.predict(request));
    }
}
