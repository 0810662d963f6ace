package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.surrogate.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code trainingSet} where it names a table from elsewhere. */
final class SourceReader {

    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".fits", ".fit", ".hdf5", ".h5");
    private static final String FILE =
            "name the file of the table, relative to the spec, such as source: catalogue.csv";
    private static final String INPUTS = "name the columns to predict from, such as inputs: [colour, magnitude]";
    private static final String TARGET = "name the column to predict, such as target: redshift";
    /** Stands in where the target could not be read. */
    private static final List<String> UNREAD = List.of("target");

    private static final String LOG = "name those of the inputs of which models shall see the logarithm";

    private final Section trainingSet;
    private final Path folder;

    /**
     * Creates the reader.
     *
     * @param folder to which the file of the table is relative
     */
    SourceReader(Section trainingSet, Path folder) {
        this.trainingSet = trainingSet;
        this.folder = folder;
    }

    /**
     * What was read.
     *
     * @param source the table, empty where its file could not be told; good only if there are no complaints
     * @param trainingSet what is made of it
     */
    record Reading(Optional<Source> source, TrainingSet trainingSet) {}

    Reading read() {
        for (String key : List.of("row", "times", "at", "before", "lead")) {
            trainingSet
                    .item(key)
                    .ifPresent(item -> item.refuse("goes with simulations only", "leave it out, or leave source out"));
        }
        Optional<String> file =
                trainingSet.item("source").flatMap(item -> new RelativeFile(folder, ENDINGS, FILE).existing(item));
        file.ifPresent(this::refuseNeedlessTable);
        Optional<String> table = trainingSet
                .item("table")
                .flatMap(item -> item.token("name the extension, or the path in the file, such as table: 1"));
        Optional<String> group =
                trainingSet.item("group").flatMap(item -> item.text("name the column that keeps rows together"));
        List<String> inputs = columns("inputs", INPUTS);
        List<String> targets = targets();
        refuseShared(inputs, targets, group);
        Optional<Target.Kind> kind = trainingSet
                .item("targetKind")
                .flatMap(item -> item.word(Language.TARGET_KINDS))
                .map(Target.Kind::of);
        if (kind.filter(Target.Kind.CLASS::equals).isPresent() && targets.size() > 1) {
            trainingSet.refuse("targetKind", "a class is predicted alone", "name one target, or leave targetKind out");
        }
        Source.Missing missing = trainingSet
                .item("missing")
                .flatMap(item -> item.constant(Source.Missing.values(), Language.MISSING))
                .orElse(Source.Missing.REFUSE);
        List<String> log = trainingSet.has("log") ? log(inputs) : List.of();
        SortedMap<String, String> units = units(inputs, targets);
        double test = split(group);
        SortedMap<String, TrainingSet.Bounds> within =
                WithinReader.ofSource(inputs).read(trainingSet.section("split", Language.SPLIT));
        return new Reading(
                file.map(known -> new Source(known, table, group, targets, kind, missing, log, units)),
                TrainingSet.ofSource(
                                inputs,
                                targets.isEmpty() ? UNREAD : targets,
                                group.isPresent() ? TrainingSet.SplitBy.GROUP : TrainingSet.SplitBy.ROW,
                                test)
                        .within(within));
    }

    private void refuseNeedlessTable(String file) {
        if (file.matches("(?i).*\\.csv(\\.gz)?")) {
            trainingSet
                    .item("table")
                    .ifPresent(item -> item.refuse("a CSV file has one table only", "leave table out"));
        }
    }

    private List<String> targets() {
        Optional<Item> item = trainingSet.required("target", TARGET);
        if (item.filter(Item::isList).isPresent()) {
            return columns("target", TARGET);
        }
        return item.flatMap(known -> known.text(TARGET)).map(List::of).orElse(List.of());
    }

    private List<String> columns(String key, String remedy) {
        List<String> names = new ArrayList<>();
        for (Item item : trainingSet
                .required(key, remedy)
                .flatMap(list -> list.list(remedy))
                .orElse(List.of())) {
            Optional<String> name = item.text("name a column of the table");
            if (name.filter(names::contains).isPresent()) {
                item.refuse("'" + name.get() + "' stands there twice", "name each column once");
            } else {
                name.ifPresent(names::add);
            }
        }
        return names;
    }

    /** A column has one part to play: the others would give the answer away, or tell objects by their names. */
    private void refuseShared(List<String> inputs, List<String> targets, Optional<String> group) {
        for (String target : targets) {
            if (inputs.contains(target)) {
                trainingSet.refuse(
                        "inputs", "'" + target + "' is what is to be predicted", "take it out of inputs, or of target");
            }
        }
        if (group.filter(inputs::contains).isPresent()) {
            trainingSet.refuse(
                    "inputs",
                    "'" + group.get() + "' is the group, from which a model would learn names by heart",
                    "take it out of inputs");
        }
        if (group.filter(targets::contains).isPresent()) {
            trainingSet.refuse("target", "'" + group.get() + "' is the group", "name another column");
        }
    }

    private List<String> log(List<String> inputs) {
        List<String> log = columns("log", LOG);
        for (String name : log) {
            if (!inputs.contains(name)) {
                trainingSet.refuse(
                        "log",
                        "'" + name + "' is not among the inputs",
                        new Vocabulary(inputs, List.of()).remedyFor(name));
            }
        }
        return log;
    }

    private SortedMap<String, String> units(List<String> inputs, List<String> targets) {
        List<String> known = new ArrayList<>(inputs);
        known.addAll(targets);
        SortedMap<String, String> units = new TreeMap<>();
        trainingSet
                .item("units")
                .flatMap(item -> item.section(new Vocabulary(known, List.of())))
                .ifPresent(section -> {
                    for (String column : section.keys()) {
                        section.item(column)
                                .flatMap(item -> item.token("name the unit, such as mag"))
                                .ifPresent(unit -> units.put(column, unit));
                    }
                });
        return units;
    }

    private double split(Optional<String> group) {
        Section split = trainingSet.section("split", Language.SPLIT);
        split.item("by")
                .ifPresent(item -> item.word(Language.SOURCE_SPLITS).ifPresent(by -> {
                    if (by.equals("group") && group.isEmpty() && !trainingSet.has("group")) {
                        item.refuse("there is no group", "name its column in trainingSet.group, or leave by out");
                    } else if (by.equals("row") && trainingSet.has("group")) {
                        item.refuse(
                                "rows of one group would be on both sides",
                                "split by group, or leave trainingSet.group out");
                    }
                }));
        return split.item("test")
                .flatMap(item -> item.fraction(Interval.OPEN_UNIT))
                .orElse(TrainingSetReader.DEFAULT_TEST_FRACTION);
    }
}
