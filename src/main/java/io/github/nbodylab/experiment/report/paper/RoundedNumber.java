package io.github.nbodylab.experiment.report.paper;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers with no more digits than they have: two of the width of their interval; three of the number without one. */
final class RoundedNumber {

    private static final int DIGITS = 3;

    private RoundedNumber() {}

    /**
     * A number as LaTeX.
     *
     * @param number finite
     * @param of the interval that tells how many digits it has
     */
    static String latex(double number, Interval of) {
        BigDecimal exact = new BigDecimal(number);
        double width = of.high() - of.low();
        BigDecimal rounded = Double.isFinite(width) && width > 0
                ? exact.setScale(1 - exponent(new BigDecimal(width)), RoundingMode.HALF_EVEN)
                : exact.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0) {
            return rounded.scale() > 0 && rounded.scale() < 8 ? rounded.abs().toPlainString() : "0";
        }
        int exponent = exponent(rounded);
        String text = exponent < -4 || exponent > 6
                ? rounded.movePointLeft(exponent).toPlainString() + "\\times10^{" + exponent + "}"
                : rounded.toPlainString();
        return text.startsWith("-") || text.contains("^") ? "\\ensuremath{" + text + "}" : text;
    }

    /** The power of ten of the first digit of a number that is not 0. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
