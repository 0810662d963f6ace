package io.github.nbodylab.experiment.spec;

import com.fasterxml.jackson.core.io.NumberOutput;

/** The one way in which numbers become text in every output. */
public final class Decimal {

    private Decimal() {}

    /**
     * The shortest digits that read back to the same double, the same on every JDK ({@link Double#toString(double)}
     * changed with JDK 19).
     *
     * @param number any double
     * @return such as {@code 0.1}, {@code 1.0E-9}, {@code -0.0}; {@code NaN} and {@code Infinity} as Java names them
     */
    public static String shortest(double number) {
        return NumberOutput.toString(number, true);
    }
}
