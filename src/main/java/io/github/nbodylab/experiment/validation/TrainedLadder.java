package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.model.Predicted;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What training left in an experiment's folder.
 *
 * @param folder where it is
 * @param table all rows
 * @param training {@code training.json}
 * @param models in the order of the ladder, by name
 */
record TrainedLadder(Path folder, TrainingTable table, JsonNode training, Map<String, Surrogate> models) {

    /**
     * Reads it.
     *
     * @throws TrainingSetException if the table is unfit, a model was trained on other columns, or a model file was changed
     * @throws IOException if a file cannot be read
     */
    static TrainedLadder read(Path folder) throws TrainingSetException, IOException {
        TrainingTable table = TrainingTable.read(folder);
        JsonNode training = Json.read(folder.resolve(TrainJob.TRAINING));
        Map<String, Surrogate> models = new LinkedHashMap<>();
        for (JsonNode model : training.path("models")) {
            String name = model.path("name").asText();
            Surrogate surrogate = model(file(folder, name));
            List<String> trained = surrogate.inputs().stream().map(Input::name).toList();
            List<String> here = table.columns().stream().map(Column::name).toList();
            if (!trained.equals(here) || !surrogate.targets().equals(table.targets())) {
                throw new TrainingSetException("The model " + name + " predicts " + names(surrogate.targets())
                        + " from " + trained + ", but the training set has " + names(table.targets()) + " and " + here
                        + ": run train again.");
            }
            models.put(name, surrogate);
        }
        if (!models.containsKey(training.path("chosen").asText())) {
            throw new TrainingSetException(
                    folder.resolve(TrainJob.TRAINING) + " has no chosen model among its models: run train again.");
        }
        return new TrainedLadder(folder, table, training, models);
    }

    private static Surrogate model(Path file) throws TrainingSetException {
        try {
            return Surrogate.read(file);
        } catch (IOException e) {
            throw new TrainingSetException(e.getMessage() + "; 'mvn compile' writes it anew", e);
        }
    }

    private static String names(List<Target> targets) {
        return String.join(" and ", targets.stream().map(Target::name).toList());
    }

    /** The file of a model. */
    Path file(String model) {
        return file(folder, model);
    }

    private static Path file(Path folder, String model) {
        return folder.resolve(TrainJob.MODELS).resolve(model + ".json");
    }

    /** The name of the chosen model. */
    String chosen() {
        return training.path("chosen").asText();
    }

    /** What a model says of rows. */
    static Predicted predict(Surrogate model, TrainingTable rows) {
        return Predicted.by(model, rows.inputs());
    }
}
