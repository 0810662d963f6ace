package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Predicted beside true, for the pictures of a report. */
public final class Predictions {

    /** As many rows as a picture needs; of more, every second, third, ... is shown. */
    private static final int MOST_ROWS = 400;

    /** As many numbers as a record can hold: of wide tables and long ladders there are fewer rows. */
    private static final int MOST_NUMBERS = 2000;

    private Predictions() {}

    /**
     * The held-out rows with what every model predicts for them; none where the target is a class. There are 400 rows at
     * most, and 2000 numbers.
     *
     * @param spec the experiment
     * @param folder its output folder, as for {@link ValidateJob}
     * @return an object for each row: {@code group}, {@code inputs} by name, {@code observed}, {@code predicted} by model;
     *     of several targets the last two hold an object by target
     * @throws TrainingSetException if the files do not fit each other or the spec
     * @throws IOException if a file cannot be read
     */
    public static ArrayNode testRows(ExperimentSpec spec, Path folder) throws TrainingSetException, IOException {
        TrainedLadder ladder = TrainedLadder.read(folder);
        TrainingTable test = ladder.table().testRows();
        List<String> targets = test.targets().stream().map(Target::name).toList();
        if (!targets.equals(spec.trainingSet().targets())) {
            throw new TrainingSetException("The training set has the targets " + targets + ", but the spec asks for "
                    + spec.trainingSet().targets() + ": run assemble-trainingset again.");
        }
        ArrayNode rows = Json.object().arrayNode();
        if (test.targets().get(0).isClass()) {
            return rows;
        }
        double[][] inputs = test.inputs();
        double[][] observed = test.outcomes();
        String[] groups = test.groups();
        int numbers =
                test.columns().size() + targets.size() * (1 + ladder.models().size());
        int most = Math.max(1, Math.min(MOST_ROWS, MOST_NUMBERS / numbers));
        int stride = 1 + (observed.length - 1) / most;
        for (int i = 0; i < observed.length; i += stride) {
            ObjectNode row = rows.addObject();
            row.put("group", groups[i]);
            ObjectNode named = row.putObject("inputs");
            for (int c = 0; c < inputs[i].length; c++) {
                put(named, test.columns().get(c), inputs[i][c]);
            }
            values(row, "observed", test.targets(), observed[i], true);
            ObjectNode predicted = row.putObject("predicted");
            for (Map.Entry<String, Surrogate> model : ladder.models().entrySet()) {
                values(
                        predicted,
                        model.getKey(),
                        test.targets(),
                        model.getValue().outputs(inputs[i]),
                        false);
            }
        }
        return rows;
    }

    /** The value of one target as a number, those of several as an object. */
    private static void values(ObjectNode node, String name, List<Target> targets, double[] values, boolean observed) {
        ObjectNode named = targets.size() > 1 ? node.putObject(name) : node;
        for (int t = 0; t < values.length; t++) {
            Target target = targets.get(t);
            number(named, targets.size() > 1 ? target.name() : name, values[t], observed && target.isCount());
        }
    }

    /** What is missing has no member. */
    static void put(ObjectNode node, Column column, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (column.isCategory()) {
            node.put(column.name(), column.levels().get((int) value));
        } else {
            number(node, column.name(), value, column.kind() == Input.Kind.WHOLE);
        }
    }

    private static void number(ObjectNode node, String name, double value, boolean whole) {
        if (whole) {
            node.put(name, (long) value);
        } else {
            node.put(name, value);
        }
    }
}
