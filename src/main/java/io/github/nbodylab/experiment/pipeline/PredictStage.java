package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.pipeline.predict.PointsException;
import io.github.nbodylab.experiment.pipeline.predict.PointsPredictor;
import io.github.nbodylab.experiment.pipeline.predict.PredictedPoints;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import io.github.nbodylab.experiment.spec.Spelling;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks a trained model about points of the user. */
final class PredictStage {

    /** Where predictions go unless the user says another place. */
    static final String PREDICTIONS = "predictions.csv";

    private static final String TRAIN_AGAIN = "; 'mvn compile' writes it anew";

    private final Progress progress;

    PredictStage(Progress progress) {
        this.progress = progress;
    }

    /**
     * Predicts.
     *
     * @throws JobFailedException if there is no such model, its file is damaged or of a newer version, or the points are
     *     not such as it can and may predict
     * @throws IOException if the predictions cannot be written
     */
    void run(Experiment experiment, PredictRequest request) throws IOException, JobFailedException {
        String name = model(experiment, request);
        Surrogate model = read(experiment.file(TrainJob.MODELS).resolve(name + ".json"));
        Path output = request.output().orElseGet(() -> experiment.file(PREDICTIONS));
        PredictedPoints points;
        try {
            points = new PointsPredictor(model, request.carried(), request.extrapolate())
                    .predict(request.input(), output);
        } catch (PointsException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
        warnOfAnotherSpec(experiment);
        tell(experiment, name, model, points);
        progress.info("The predictions are in " + output);
    }

    private static String model(Experiment experiment, PredictRequest request) throws JobFailedException {
        Path file = experiment.file(TrainJob.TRAINING);
        if (!Files.isRegularFile(file)) {
            throw untrained(file);
        }
        JsonNode training;
        try {
            training = Json.read(file);
        } catch (IOException e) {
            throw new JobFailedException(e.getMessage() + TRAIN_AGAIN, e);
        }
        String name = request.model().orElseGet(() -> training.path("chosen").asText());
        List<String> names = StreamSupport.stream(training.path("models").spliterator(), false)
                .map(model -> model.path("name").asText())
                .toList();
        if (!names.contains(name)) {
            throw new JobFailedException("experiment.model names '" + name + "', which was not trained; "
                    + Spelling.nearest(name, names)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("there are " + String.join(", ", names)));
        }
        return name;
    }

    private static Surrogate read(Path file) throws JobFailedException {
        if (!Files.isRegularFile(file)) {
            throw untrained(file);
        }
        Surrogate model;
        try {
            model = Surrogate.read(file);
        } catch (IOException e) {
            throw new JobFailedException(e.getMessage() + TRAIN_AGAIN, e);
        }
        if (!model.hasDomain()) {
            throw new JobFailedException(file + " does not tell where its training rows lie" + TRAIN_AGAIN);
        }
        return model;
    }

    private static JobFailedException untrained(Path file) {
        return new JobFailedException("there is no " + file + " yet; run 'mvn compile' first, which trains the models");
    }

    private void warnOfAnotherSpec(Experiment experiment) throws IOException {
        Path resolved = experiment.file("resolved.yaml");
        if (Files.isRegularFile(resolved) && !Files.readString(resolved).equals(ResolvedSpec.yaml(experiment.spec()))) {
            progress.warn(experiment.name() + ": its spec has changed since the model was trained" + TRAIN_AGAIN);
        }
    }

    private void tell(Experiment experiment, String name, Surrogate model, PredictedPoints points) {
        String targets =
                String.join(" and ", model.targets().stream().map(Target::name).toList());
        progress.info(experiment.name() + ": " + name + " predicts " + targets + " of " + points.count() + " points: "
                + points.inside() + " inside the training set, " + points.edge() + " at its edge, " + points.outside()
                + " outside");
        if (points.outside() > 0) {
            progress.warn(
                    points.outside() + " of " + points.count()
                            + " points lie outside of the training set, where the model only guesses; they are marked as outside");
        }
        if (!points.bounded()) {
            progress.warn(name + " has no 95 % interval, so the columns of its ends are empty: "
                    + (model.targets().size() > 1
                            ? "of several targets only Gaussian processes have one"
                            : "it takes the residuals of 19 groups of training rows, and there were fewer"));
        }
    }
}
