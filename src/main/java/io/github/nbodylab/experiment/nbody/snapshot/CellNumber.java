package io.github.nbodylab.experiment.nbody.snapshot;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as tables write them: decimal, with a point, and nothing that Java alone takes for a number. */
public final class CellNumber {

    private static final Pattern FINITE = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern NAN = Pattern.compile("[-+]?nan", Pattern.CASE_INSENSITIVE);
    private static final Pattern INFINITE = Pattern.compile("[-+]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    private CellNumber() {}

    /** The number that a text means, NaN and the infinities too; empty if it means none. */
    public static OptionalDouble parse(String text) {
        if (FINITE.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        if (NAN.matcher(text).matches()) {
            return OptionalDouble.of(Double.NaN);
        }
        if (INFINITE.matcher(text).matches()) {
            return OptionalDouble.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return OptionalDouble.empty();
    }
}
