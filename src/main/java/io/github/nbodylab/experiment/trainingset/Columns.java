package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Feature;
import io.github.nbodylab.experiment.spec.RowColumns;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.surrogate.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The input columns that a spec asks for, before their ranges are known. */
final class Columns {

    /** The input that is a time instead of a parameter. */
    static final String TIME = "time";

    private Columns() {}

    /** The features that rows of a spec have. */
    static List<Feature> features(ExperimentSpec spec) {
        TrainingSet.Row row = spec.trainingSet().row();
        return row == TrainingSet.Row.SIMULATION_TIME
                ? List.of(new Feature(TIME, "Henon time", Feature.Form.REAL, true))
                : RowColumns.features(row);
    }

    static List<Column> of(ExperimentSpec spec) throws TrainingSetException {
        List<Column> columns = new ArrayList<>();
        for (String name : spec.trainingSet().inputs()) {
            Optional<Feature> feature = features(spec).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst();
            if (feature.isPresent()) {
                columns.add(column(feature.get()));
            } else if (name.equals(TIME)) {
                throw new TrainingSetException("The input 'time' needs rows of simulation-time:"
                        + " set trainingSet.row to it, or take time out of trainingSet.inputs.");
            } else {
                columns.add(parameter(spec, name));
            }
        }
        return columns;
    }

    private static Column column(Feature feature) {
        return new Column(
                feature.name(),
                feature.form() == Feature.Form.WHOLE ? Input.Kind.WHOLE : Input.Kind.REAL,
                feature.form() == Feature.Form.SCALE,
                0,
                0,
                List.of(),
                feature.unit());
    }

    private static Column parameter(ExperimentSpec spec, String name) throws TrainingSetException {
        Axis axis = spec.simulate().axes().get(name);
        List<Value> values = new ArrayList<>();
        boolean whole = true;
        boolean log = false;
        if (axis instanceof Axis.Fixed fixed) {
            values.add(fixed.value());
        } else if (axis instanceof Axis.Choice choice) {
            values.addAll(choice.values());
        } else if (axis instanceof Axis.Range range) {
            whole = range.whole();
            log = range.distribution() == Axis.Distribution.LOG_UNIFORM;
        }
        for (SortedMap<String, Value> point : spec.simulate().design().list()) {
            if (point.containsKey(name)) {
                values.add(point.get(name));
            }
        }
        if (axis == null && values.isEmpty()) {
            throw new TrainingSetException("The input '" + name + "' is no parameter of the simulations; there are "
                    + spec.simulate().axes().keySet() + (hasTime(spec) ? " and time." : "."));
        }
        List<String> words = values.stream()
                .filter(Value.Word.class::isInstance)
                .map(Value::text)
                .distinct()
                .toList();
        if (!words.isEmpty()) {
            return new Column(name, Input.Kind.CATEGORY, false, 0, 0, words, "1");
        }
        whole &= values.stream().allMatch(Value.Whole.class::isInstance);
        return new Column(name, whole ? Input.Kind.WHOLE : Input.Kind.REAL, log, 0, 0, List.of(), "1");
    }

    private static boolean hasTime(ExperimentSpec spec) {
        return spec.trainingSet().row() == TrainingSet.Row.SIMULATION_TIME;
    }
}
