package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code trainingSet} where its rows are made of simulations. */
final class TrainingSetReader {

    static final double DEFAULT_TEST_FRACTION = 0.2;

    private static final String TIME = "time";
    private static final List<String> OF_SOURCES = List.of("table", "group", "targetKind", "missing", "log", "units");
    private static final String TIMES = "give the times of the rows, such as times: [0.5, 1]";

    private final Section trainingSet;
    private final Outline outline;
    private final Conversion conversion;

    TrainingSetReader(Section trainingSet, Outline outline, Conversion conversion) {
        this.trainingSet = trainingSet;
        this.outline = outline;
        this.conversion = conversion;
    }

    TrainingSet read() {
        for (String key : OF_SOURCES) {
            trainingSet
                    .item(key)
                    .ifPresent(item -> item.refuse(
                            "goes with a table from elsewhere only", "leave it out, or name the table in source"));
        }
        boolean known = true;
        TrainingSet.Row row = TrainingSet.Row.SIMULATION;
        if (trainingSet.has("row")) {
            Optional<TrainingSet.Row> given =
                    trainingSet.item("row").flatMap(item -> item.constant(TrainingSet.Row.values(), Language.ROWS));
            known = given.isPresent();
            row = given.orElse(row);
        }
        boolean timed = row == TrainingSet.Row.SIMULATION_TIME;
        List<Double> times = known ? times(timed) : List.of();
        List<String> columns = new ArrayList<>(outline.varying());
        if (!known || (timed && times.size() != 1)) {
            columns.add(TIME);
        }
        List<String> inputs = trainingSet.has("inputs") ? inputs(columns, timed) : columns;
        String target = trainingSet
                .item("target")
                .flatMap(item -> item.word(Language.TARGETS))
                .orElse("mergers");
        return new TrainingSet(row, times, inputs, target, testFraction());
    }

    private List<Double> times(boolean timed) {
        if (timed) {
            boolean snapshots = outline.snapshotsEvery().isPresent() && !Double.isNaN(outline.until());
            return snapshots && !trainingSet.has("times")
                    ? new TimeGrid(outline.snapshotsEvery().getAsDouble(), outline.until()).timesAfterStart()
                    : trainingSet.required("times", TIMES).map(this::times).orElse(List.of());
        }
        trainingSet
                .item("times")
                .ifPresent(item ->
                        item.refuse("goes with row simulation-time only", "leave it out, or add row: simulation-time"));
        return List.of();
    }

    private List<Double> times(Item list) {
        Interval allowed =
                Double.isNaN(outline.until()) ? Interval.ABOVE_ZERO : new Interval(0, false, outline.until(), true);
        List<Double> times = new ArrayList<>();
        double last = 0;
        Optional<String> before = Optional.empty();
        for (Item item : list.list(TIMES).orElse(List.of())) {
            Optional<Double> time = conversion.number(item, Measure.TIME, allowed);
            if (time.isPresent() && time.get() <= last) {
                item.refuse(
                        item.raw().orElseThrow() + " does not come after " + before.orElseThrow(),
                        "list the times in rising order, each once");
            }
            before = item.raw();
            last = time.orElse(last);
            time.ifPresent(times::add);
        }
        return times;
    }

    private List<String> inputs(List<String> columns, boolean timed) {
        Item list = trainingSet.item("inputs").orElseThrow();
        List<String> inputs = new ArrayList<>();
        for (Item item : list.list("name one input at least, or leave inputs out for all that vary")
                .orElse(List.of())) {
            Optional<String> name = item.text("name a parameter that varies");
            if (name.filter(inputs::contains).isPresent()) {
                item.refuse("'" + name.get() + "' stands there twice", "name each input once");
            } else {
                name.ifPresent(known -> refuseUnusable(item, known, columns, timed));
            }
            name.ifPresent(inputs::add);
        }
        return inputs;
    }

    private void refuseUnusable(Item item, String name, List<String> columns, boolean timed) {
        if (columns.contains(name)) {
            return;
        }
        String usable = columns.isEmpty() ? "vary a parameter first" : "inputs can be " + String.join(", ", columns);
        if (name.equals(TIME)) {
            item.refuse(
                    timed ? "'time' does not vary" : "'time' is an input with row simulation-time only",
                    timed ? "give several times, or leave time out" : "leave it out, or add row: simulation-time");
        } else if (outline.varies(name)) {
            item.refuse("'" + name + "' has a meaning at some of the design points only", usable);
        } else if (Language.POINT.supports(name)) {
            item.refuse("'" + name + "' does not vary", usable);
        } else {
            Vocabulary all = new Vocabulary(columns, List.of());
            item.refuse("unknown input '" + name + "'", columns.isEmpty() ? usable : all.remedyFor(name));
        }
    }

    private double testFraction() {
        Section split = trainingSet.section("split", Language.SPLIT);
        split.item("by").ifPresent(item -> item.word(Language.SPLITS));
        return split.item("test")
                .flatMap(item -> item.fraction(Interval.OPEN_UNIT))
                .orElse(DEFAULT_TEST_FRACTION);
    }
}
