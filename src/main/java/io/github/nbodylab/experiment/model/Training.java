package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;

/**
 * A ladder after training.
 *
 * @param models in the order of the ladder
 * @param chosen one of them
 * @param why it was chosen, a whole sentence
 */
public record Training(List<TrainedModel> models, TrainedModel chosen, String why) {

    public Training {
        models = List.copyOf(models);
        requireNonNull(chosen, "chosen");
        requireNonNull(why, "why");
    }

    /**
     * What {@code training.json} holds.
     *
     * @param rows the training rows
     * @param folds how many there were
     */
    ObjectNode toJson(TrainingTable rows, int folds) {
        ObjectNode json = Json.object();
        json.put("schema", 1);
        json.put("chosen", chosen.name());
        json.put("why", why);
        json.put("folds", folds);
        json.put("rows", rows.size());
        json.put("groups", rows.groupCount());
        ArrayNode array = json.putArray("models");
        models.forEach(model -> array.add(model.toJson()));
        return json;
    }
}
