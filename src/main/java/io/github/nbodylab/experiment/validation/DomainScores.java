package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.metric.Scores;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How good a model is where its own domain says inside, edge or outside. */
final class DomainScores {

    private DomainScores() {}

    /**
     * How rows lie to those that a model was trained on.
     *
     * @return one reading a row; empty if the model does not tell
     */
    static Optional<List<Domain.Reading>> readings(Surrogate model, TrainingTable rows) {
        List<Domain.Reading> readings = Arrays.stream(rows.inputs())
                .flatMap(row -> model.reading(row).stream())
                .toList();
        return rows.size() > 0 && readings.size() == rows.size() ? Optional.of(readings) : Optional.empty();
    }

    /**
     * The scores by position. Rows of which no target differs, or fewer than two, have none.
     *
     * @param readings one a row
     * @param seed of the experiment
     * @return for each position {@code rows}, {@code groups}, and {@code metrics} where there are any
     */
    static ObjectNode of(Surrogate model, TrainingTable rows, List<Domain.Reading> readings, long seed) {
        ObjectNode json = Json.object();
        for (Domain.Position position : Domain.Position.values()) {
            TrainingTable there = rows.rows(IntStream.range(0, rows.size())
                    .filter(i -> readings.get(i).position() == position)
                    .toArray());
            ObjectNode node = json.putObject(position.name().toLowerCase(Locale.ROOT))
                    .put("rows", there.size())
                    .put("groups", there.groupCount());
            if (differ(there)) {
                node.set(
                        "metrics",
                        Scores.of(
                                        there,
                                        TrainedLadder.predict(model, there),
                                        new GroupBootstrap("test", seed, there.groupCount()))
                                .toJson());
            }
        }
        return json;
    }

    /** Whether every target has two values at least. */
    static boolean differ(TrainingTable rows) {
        return IntStream.range(0, rows.targets().size())
                .allMatch(t -> Arrays.stream(rows.only(t).values()).distinct().count() > 1);
    }
}
