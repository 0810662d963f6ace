package io.github.nbodylab.experiment.trainingset.source;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.nbody.snapshot.CellNumber;
import io.github.nbodylab.experiment.spec.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;

/** A column of a table: numbers, booleans or texts, as all of its values together say. */
public final class SourceColumn {

    /** What stands for no value, in any letters; a number that is NaN does as well. */
    private static final Set<String> NOTHING = Set.of("", "na", "null", "nan", "+nan", "-nan");

    private final String name;
    private final String unit;
    private final Kind kind;
    private final double[] numbers;
    private final IntFunction<String> texts;

    private SourceColumn(String name, String unit, Kind kind, double[] numbers, IntFunction<String> texts) {
        this.name = requireNonNull(name, "name");
        this.unit = requireNonNull(unit, "unit");
        this.kind = kind;
        this.numbers = numbers;
        this.texts = texts;
    }

    /** What the values of a column are. */
    public enum Kind {
        /** All are numbers, infinities among them. */
        NUMBERS,
        /** All are true or false. */
        BOOLEANS,
        /** Some are neither. */
        TEXTS
    }

    /**
     * A column of numbers.
     *
     * @param unit empty if the file says none
     * @param numbers NaN where one is missing
     */
    static SourceColumn ofNumbers(String name, String unit, double[] numbers) {
        return new SourceColumn(name, unit, Kind.NUMBERS, numbers, i -> text(numbers[i]));
    }

    /**
     * A column of whole numbers, of which some may have more digits than a double.
     *
     * @param unit empty if the file says none
     * @param numbers NaN where one is missing
     * @param texts all digits
     */
    static SourceColumn ofWholes(String name, String unit, double[] numbers, String[] texts) {
        return new SourceColumn(name, unit, Kind.NUMBERS, numbers, i -> texts[i]);
    }

    /**
     * A column of texts, which are numbers if all of them look like one.
     *
     * @param unit empty if the file says none
     * @param cells white space at their ends counts for nothing
     */
    static SourceColumn ofTexts(String name, String unit, String[] cells) {
        String[] texts = Arrays.stream(cells)
                .map(String::strip)
                .map(text -> isNothing(text) ? "" : text)
                .toArray(String[]::new);
        double[] numbers = new double[texts.length];
        boolean allNumbers = true;
        boolean allBooleans = true;
        for (int i = 0; i < texts.length; i++) {
            OptionalDouble number = CellNumber.parse(texts[i]);
            numbers[i] = number.orElse(Double.NaN);
            allNumbers &= number.isPresent() || texts[i].isEmpty();
            allBooleans &= texts[i].isEmpty() || isBoolean(texts[i]);
        }
        if (allNumbers) {
            return new SourceColumn(name, unit, Kind.NUMBERS, numbers, i -> texts[i]);
        }
        return allBooleans
                ? new SourceColumn(name, unit, Kind.BOOLEANS, numbers, i -> texts[i].toLowerCase(Locale.ROOT))
                : new SourceColumn(name, unit, Kind.TEXTS, numbers, i -> texts[i]);
    }

    /** Whether a cell stands for no value: it is empty, or na, null or nan in any letters. */
    public static boolean isNothing(String cell) {
        return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
    }

    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static String text(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return isWhole(number) ? Long.toString((long) number) : Decimal.shortest(number);
    }

    /** Whether a number is whole, and small enough for a double to tell it from its neighbours. */
    public static boolean isWhole(double number) {
        return number == StrictMath.rint(number) && Math.abs(number) <= 1L << 53;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The unit that the file says; empty if none. */
    public String unit() {
        return unit;
    }

    /** What all the values are; numbers, if all are missing. */
    public Kind kind() {
        return kind;
    }

    /** How many values there are, missing ones included. */
    public int size() {
        return numbers.length;
    }

    /** Whether a value is missing. */
    public boolean isMissing(int row) {
        return kind == Kind.NUMBERS
                ? Double.isNaN(numbers[row])
                : texts.apply(row).isEmpty();
    }

    /** A value as a number; NaN where it is missing or no number. */
    public double number(int row) {
        return numbers[row] + 0.0; // no -0.0, so that equal numbers have equal texts
    }

    /** A value as a text; empty where it is missing. */
    public String text(int row) {
        return isMissing(row) ? "" : texts.apply(row);
    }

    /** The rows with a text in a column of which at least half of the values are numbers; none in any other column. */
    public List<Integer> textsAmongNumbers() {
        if (kind != Kind.TEXTS) {
            return List.of();
        }
        List<Integer> texts = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (!isMissing(i)) {
                known++;
                if (Double.isNaN(numbers[i])) {
                    texts.add(i);
                }
            }
        }
        return 2 * texts.size() <= known ? texts : List.of();
    }
}
