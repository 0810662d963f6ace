package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.source.SourceColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the columns of a table from elsewhere mean as inputs and targets; what is wrong with them is noted. */
final class SourceValues {

    /** The most words that a category or a class may have. */
    static final int MOST_LEVELS = 32;

    private final int[] rows;
    private final IntFunction<String> places;
    private final List<String> problems;

    /**
     * Creates the reader.
     *
     * @param rows positions of those rows of the table that are used
     * @param places where a row of the table stands in its file
     * @param problems to which it adds
     */
    SourceValues(int[] rows, IntFunction<String> places, List<String> problems) {
        this.rows = rows;
        this.places = places;
        this.problems = problems;
    }

    /** A column as an input; nothing if it can be none. */
    Optional<ColumnValues<Column>> input(SourceColumn source, boolean log, String unit) {
        boolean gaps = Arrays.stream(rows).anyMatch(source::isMissing);
        if (source.kind() != SourceColumn.Kind.NUMBERS) {
            if (log) {
                problems.add(
                        "the input '" + source.name() + "' is no number, and has no logarithm; take it out of log");
            }
            if (hasTextAmongNumbers(source)) {
                return Optional.empty();
            }
            Optional<List<String>> levels = levels(source, "a category");
            return levels.map(words -> new ColumnValues<>(
                    new Column(source.name(), Input.Kind.CATEGORY, false, 0, 0, words, unit, gaps),
                    indices(source, words)));
        }
        double[] numbers = numbers(source);
        for (int i = 0; log && i < numbers.length; i++) {
            if (numbers[i] <= 0) {
                problems.add(at(i) + ": '" + source.name() + "' is " + source.text(rows[i])
                        + ", and has no logarithm; take it out of log, or leave such rows out");
                return Optional.empty();
            }
        }
        boolean whole = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).allMatch(SourceColumn::isWhole);
        Input.Kind kind = whole ? Input.Kind.WHOLE : Input.Kind.REAL;
        var range = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).summaryStatistics();
        return Optional.of(new ColumnValues<>(
                new Column(source.name(), kind, log, range.getMin(), range.getMax(), List.of(), unit, gaps), numbers));
    }

    /** A column as a target; nothing if it can be none. */
    Optional<ColumnValues<Target>> target(SourceColumn source, Optional<Target.Kind> wanted) {
        if (wanted.isEmpty() && hasTextAmongNumbers(source)) {
            return Optional.empty();
        }
        boolean isNumber = source.kind() == SourceColumn.Kind.NUMBERS;
        Target.Kind kind = wanted.orElse(isNumber ? Target.Kind.REAL : Target.Kind.CLASS);
        if (kind == Target.Kind.CLASS) {
            return levels(source, "a class")
                    .map(words -> new ColumnValues<>(Target.ofClasses(source.name(), words), indices(source, words)));
        }
        if (!isNumber) {
            problems.add("the target '" + source.name() + "' has texts such as '" + source.text(first(source)) + "' ("
                    + places.apply(first(source)) + "), and " + kind.text()
                    + " needs numbers; set targetKind to class, or leave it out");
            return Optional.empty();
        }
        double[] numbers = numbers(source);
        for (int i = 0; kind == Target.Kind.COUNT && i < numbers.length; i++) {
            if (!(numbers[i] >= 0 && SourceColumn.isWhole(numbers[i]))) {
                problems.add(at(i) + ": '" + source.name() + "' is " + source.text(rows[i])
                        + ", and a count is a whole number, 0 or more; set targetKind to real, or mend it");
                return Optional.empty();
            }
        }
        Target target = kind == Target.Kind.COUNT ? Target.count(source.name()) : Target.real(source.name());
        return Optional.of(new ColumnValues<>(target, numbers));
    }

    private double[] numbers(SourceColumn source) {
        double[] numbers = Arrays.stream(rows).mapToDouble(source::number).toArray();
        IntStream.range(0, numbers.length)
                .filter(i -> Double.isInfinite(numbers[i]))
                .findFirst()
                .ifPresent(i -> problems.add(at(i) + ": '" + source.name() + "' is infinite (" + source.text(rows[i])
                        + "), with which nothing can be fitted; mend it, or mark it as missing"));
        return numbers;
    }

    /** Whether there are any; they are noted. */
    private boolean hasTextAmongNumbers(SourceColumn source) {
        List<Integer> texts = source.textsAmongNumbers();
        texts.forEach(row -> problems.add(places.apply(row) + ": '" + source.text(row)
                + "' is a text among the numbers of the column '" + source.name()
                + "'; mend it, or mark it as missing by NA"));
        return !texts.isEmpty();
    }

    /** The words that there are, in alphabetical order; of whole numbers by size. */
    private Optional<List<String>> levels(SourceColumn source, String role) {
        TreeSet<String> words = new TreeSet<>();
        TreeSet<Double> numbers = new TreeSet<>();
        boolean isNumber = source.kind() == SourceColumn.Kind.NUMBERS;
        for (int row : rows) {
            if (source.isMissing(row)) {
                continue;
            }
            if (isNumber && !SourceColumn.isWhole(source.number(row))) {
                problems.add(places.apply(row) + ": '" + source.name() + "' is " + source.text(row)
                        + ", which names no class; a class is a text, a boolean or a whole number");
                return Optional.empty();
            }
            words.add(word(source, row));
            numbers.add(source.number(row));
        }
        if (words.size() > MOST_LEVELS) {
            problems.add("the column '" + source.name() + "' has " + words.size() + " different "
                    + (isNumber ? "numbers" : "texts") + ", and " + role + " has " + MOST_LEVELS
                    + " at most; is it a name? Take it out, or join what is rare");
            return Optional.empty();
        }
        if (words.isEmpty()) {
            problems.add("the column '" + source.name() + "' has no value at all; take it out");
            return Optional.empty();
        }
        return Optional.of(
                isNumber
                        ? numbers.stream()
                                .map(number -> Long.toString(number.longValue()))
                                .toList()
                        : new ArrayList<>(words));
    }

    private double[] indices(SourceColumn source, List<String> words) {
        return Arrays.stream(rows)
                .mapToDouble(row -> source.isMissing(row) ? Double.NaN : words.indexOf(word(source, row)))
                .toArray();
    }

    private static String word(SourceColumn source, int row) {
        return source.kind() == SourceColumn.Kind.NUMBERS ? Long.toString((long) source.number(row)) : source.text(row);
    }

    /** A row with a text. */
    private static int first(SourceColumn source) {
        return source.textsAmongNumbers().stream()
                .findFirst()
                .orElseGet(() -> IntStream.range(0, source.size())
                        .filter(row -> !source.isMissing(row))
                        .findFirst()
                        .orElseThrow());
    }

    private String at(int i) {
        return places.apply(rows[i]);
    }
}
