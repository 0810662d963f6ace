package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code trainingSet} where its rows are made of simulations. */
final class TrainingSetReader {

    static final double DEFAULT_TEST_FRACTION = 0.2;

    private static final List<String> OF_SOURCES = List.of("table", "group", "targetKind", "missing", "log", "units");
    private static final String TIMES = "give the times of the rows, such as times: [0.5, 1]";
    private static final String TARGET = "name a target, or several as a list, such as target: [laterX, laterY]";

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
        Optional<TrainingSet.Row> given =
                trainingSet.item("row").flatMap(item -> item.constant(TrainingSet.Row.values(), Language.ROWS));
        boolean known = given.isPresent() || !trainingSet.has("row");
        TrainingSet.Row row = given.orElse(TrainingSet.Row.SIMULATION);
        List<Double> times = known ? times(row == TrainingSet.Row.SIMULATION_TIME) : List.of();
        if (row.readsSnapshots() && outline.snapshotsEvery().isEmpty() && !Double.isNaN(outline.until())) {
            trainingSet
                    .item("row")
                    .ifPresent(item -> item.refuse(
                            "rows of " + row.specName() + " are made of snapshots, and there are none",
                            "add how often, such as simulate: {snapshots: {every: 0.25}}"));
        }
        List<String> targets = known ? targets(row) : List.of("mergers");
        TrainingSet.Window window =
                known ? new WindowReader(trainingSet, outline, conversion).read(row, targets) : TrainingSet.Window.NONE;
        List<String> inputs = new InputsReader(trainingSet, outline).read(known ? given : Optional.empty(), times);
        Section split = trainingSet.section("split", Language.SPLIT);
        TrainingSet.SplitBy by = split.item("by")
                .flatMap(item -> item.constant(TrainingSet.SplitBy.values(), Language.SPLITS))
                .orElse(TrainingSet.SplitBy.DESIGN_POINT);
        double fraction = split.item("test")
                .flatMap(item -> item.fraction(Interval.OPEN_UNIT))
                .orElse(DEFAULT_TEST_FRACTION);
        return new TrainingSet(
                row,
                times,
                window,
                inputs,
                targets,
                by,
                fraction,
                WithinReader.ofSimulations(inputs, conversion).read(split));
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

    /** One target or a list of them; the row's default where none is given or can be read. */
    private List<String> targets(TrainingSet.Row row) {
        String usual = RowColumns.outcomes(row).get(0).name();
        if (!trainingSet.has("target")) {
            trainingSet.item("row").ifPresent(item -> refuseWithoutMergers(item, row, usual));
            return List.of(usual);
        }
        Item item = trainingSet.item("target").orElseThrow();
        List<String> targets = new ArrayList<>();
        for (Item one : item.isList() ? item.list(TARGET).orElse(List.of()) : List.of(item)) {
            Optional<String> name = one.word(Language.TARGETS);
            if (name.filter(targets::contains).isPresent()) {
                one.refuse("'" + name.get() + "' stands there twice", "name each target once");
            } else if (name.isPresent() && RowColumns.outcome(row, name.get()).isEmpty()) {
                one.refuse(
                        "rows of " + row.specName() + " have no target '" + name.get() + "'",
                        "they have "
                                + String.join(
                                        ", ",
                                        RowColumns.outcomes(row).stream()
                                                .map(Outcome::name)
                                                .toList()));
            } else {
                name.ifPresent(known -> refuseWithoutMergers(one, row, known));
                name.ifPresent(targets::add);
            }
        }
        if (targets.size() > 1 && targets.contains("merges")) {
            item.refuse("'merges' is a class, which is predicted alone", "take the other targets out");
        }
        return targets.isEmpty() ? List.of(usual) : targets;
    }

    private void refuseWithoutMergers(Item at, TrainingSet.Row row, String target) {
        if (!outline.mayMerge() && RowColumns.outcome(row, target).orElseThrow().ofMergers()) {
            at.complaints()
                    .add(
                            at.line(),
                            "trainingSet.target",
                            "'" + target + "' is about mergers, and there are none with criterion none",
                            "predict a place: row: black-hole with snapshots, and target: laterRadius");
        }
    }
}
