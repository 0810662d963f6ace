package io.github.nbodylab.experiment.report.words;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people to read: the same in every locale, with a true minus sign; an en dash where there is none. */
public final class Numbers {

    private static final String NONE = "\u2013";
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private static final double MANY = 1000;

    private Numbers() {}

    /** With this many digits after the point; from a thousand on, where these tell nothing, with three significant digits. */
    public static String fixed(double number, int decimals) {
        if (!(Math.abs(number) < MANY)) {
            return significant(number, 3);
        }
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
        return minus(rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
    }

    /** With this many significant digits; powers of ten for the very small and the very large. */
    public static String significant(double number, int digits) {
        if (!Double.isFinite(number)) {
            return NONE;
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < -3 || exponent > 6) {
            String mantissa =
                    rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
            return minus(mantissa) + "\u00a0\u00d7\u00a010" + superscript(exponent);
        }
        if (exponent >= digits) {
            return count(number);
        }
        return minus(rounded.toPlainString());
    }

    /** Significant digits without trailing zeros after the point: 1.50 is 1.5, 2.0 is 2. */
    public static String brief(double number, int digits) {
        String text = significant(number, digits);
        return text.contains(".") && text.indexOf('\u00d7') < 0
                ? minus(new BigDecimal(text.replace('\u2212', '-'))
                        .stripTrailingZeros()
                        .toPlainString())
                : text;
    }

    /** Rounded to a whole number, as {@link #count(long)} writes it. */
    public static String count(double number) {
        return Double.isFinite(number)
                ? count(new BigDecimal(number)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValue())
                : NONE;
    }

    /** In groups of three digits from 10 000 on. */
    public static String count(long number) {
        String digits = Long.toString(number);
        int sign = digits.startsWith("-") ? 1 : 0;
        StringBuilder out = new StringBuilder(digits);
        if (digits.length() - sign > 4) {
            for (int i = digits.length() - 3; i > sign; i -= 3) {
                out.insert(i, '\u202f');
            }
        }
        return minus(out.toString());
    }

    /** A coefficient of determination or a skill: two digits, and more where it comes close to 1. */
    public static String skill(double skill) {
        return skill == 1 ? "1" : fixed(skill, skill < 0.985 ? 2 : skill < 0.9985 ? 3 : 4);
    }

    /** A part of a whole: whole per cents, and tenths near 0 and 1. */
    public static String percent(double part) {
        boolean nearAnEnd = (part > 0 && part < 0.0995) || (part > 0.9905 && part < 1);
        return fixed(100 * part, nearAnEnd ? 1 : 0) + "\u00a0%";
    }

    /** A part of a whole in whole per cents. */
    public static String wholePercent(double part) {
        return fixed(100 * part, 0) + "\u00a0%";
    }

    /** "0.84 to 0.91", or nothing without an interval. */
    public static String skillEnds(Interval interval) {
        return hasEnds(interval) ? skill(interval.low()) + " to " + skill(interval.high()) : "";
    }

    /** An error's interval with three significant digits, or nothing without one. */
    public static String ends(Interval interval) {
        return hasEnds(interval) ? significant(interval.low(), 3) + " to " + significant(interval.high(), 3) : "";
    }

    /** A duration as one reads it. */
    public static String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        if (seconds < 99.5) {
            return (seconds < 0.0005 ? "< 0.001" : brief(seconds, seconds < 0.01 ? 1 : 2)) + "\u00a0s";
        }
        long whole = new BigDecimal(seconds).setScale(0, RoundingMode.HALF_EVEN).longValue();
        return whole < 3600
                ? whole / 60 + "\u00a0min " + whole % 60 + "\u00a0s"
                : whole / 3600 + "\u00a0h " + whole % 3600 / 60 + "\u00a0min";
    }

    /** "1 run", "12 runs". */
    public static String counted(long number, String singular, String plural) {
        return count(number) + "\u00a0" + (number == 1 ? singular : plural);
    }

    /** As {@link #counted(long, String, String)}, for a whole number that came as a double. */
    public static String counted(double number, String singular, String plural) {
        return count(number) + "\u00a0" + (number == 1 ? singular : plural);
    }

    private static boolean hasEnds(Interval interval) {
        return Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    }

    private static String superscript(int exponent) {
        StringBuilder out = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            out.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return out.toString();
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }
}
