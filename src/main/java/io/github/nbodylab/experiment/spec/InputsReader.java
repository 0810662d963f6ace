package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code trainingSet.inputs}. */
final class InputsReader {

    /** The input that every kind of row but whole simulations may have. */
    static final String TIME = "time";

    private final Section trainingSet;
    private final Outline outline;

    InputsReader(Section trainingSet, Outline outline) {
        this.trainingSet = trainingSet;
        this.outline = outline;
    }

    /**
     * Reads the inputs.
     *
     * @param row what a row is; empty where that is not given or could not be read
     * @param times of the rows of {@code simulation-time}
     */
    List<String> read(Optional<TrainingSet.Row> row, List<Double> times) {
        List<String> usual = new ArrayList<>(outline.varying());
        boolean unknown = row.isEmpty() && trainingSet.has("row");
        if (unknown || (row.filter(TrainingSet.Row.SIMULATION_TIME::equals).isPresent() && times.size() != 1)) {
            usual.add(TIME);
        }
        List<Feature> features = unknown
                ? Stream.of(TrainingSet.Row.values())
                        .flatMap(any -> RowColumns.features(any).stream())
                        .toList()
                : RowColumns.features(row.orElse(TrainingSet.Row.SIMULATION));
        List<String> all = new ArrayList<>(usual);
        features.forEach(feature -> all.add(feature.name()));
        features.stream().filter(Feature::common).forEach(feature -> usual.add(feature.name()));
        return trainingSet.has("inputs") ? inputs(all, row.orElse(TrainingSet.Row.SIMULATION)) : usual;
    }

    private List<String> inputs(List<String> columns, TrainingSet.Row row) {
        Item list = trainingSet.item("inputs").orElseThrow();
        List<String> inputs = new ArrayList<>();
        for (Item item : list.list("name one input at least, or leave inputs out for all that vary")
                .orElse(List.of())) {
            Optional<String> name = item.text("name a parameter that varies");
            if (name.filter(inputs::contains).isPresent()) {
                item.refuse("'" + name.get() + "' stands there twice", "name each input once");
            } else {
                name.ifPresent(known -> refuseUnusable(item, known, columns, row));
            }
            name.ifPresent(inputs::add);
        }
        return inputs;
    }

    private void refuseUnusable(Item item, String name, List<String> columns, TrainingSet.Row row) {
        if (columns.contains(name)) {
            return;
        }
        boolean timed = row == TrainingSet.Row.SIMULATION_TIME;
        String usable = columns.isEmpty() ? "vary a parameter first" : "inputs can be " + String.join(", ", columns);
        if (name.equals(TIME)) {
            item.refuse(
                    timed
                            ? "'time' does not vary"
                            : "'time' is an input with rows of simulation-time, merger and snapshot only",
                    timed ? "give several times, or leave time out" : "leave it out, or add row: simulation-time");
        } else if (outline.varies(name)) {
            item.refuse("'" + name + "' has a meaning at some of the design points only", usable);
        } else if (Language.POINT.supports(name)) {
            item.refuse("'" + name + "' does not vary", usable);
        } else {
            refuseUnknown(item, name, columns, usable);
        }
    }

    private static void refuseUnknown(Item item, String name, List<String> columns, String usable) {
        List<String> rows = Stream.of(TrainingSet.Row.values())
                .filter(row -> RowColumns.features(row).stream()
                        .anyMatch(feature -> feature.name().equals(name)))
                .map(TrainingSet.Row::specName)
                .toList();
        if (!rows.isEmpty()) {
            item.refuse("'" + name + "' is a feature of rows of " + String.join(" and ", rows) + " only", usable);
            return;
        }
        Vocabulary all = new Vocabulary(columns, List.of());
        item.refuse("unknown input '" + name + "'", columns.isEmpty() ? usable : all.remedyFor(name));
    }
}
