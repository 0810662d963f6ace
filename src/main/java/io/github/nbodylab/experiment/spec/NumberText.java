package io.github.nbodylab.experiment.spec;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as a spec writes them: decimal digits with a point, whatever the locale.
 *
 * <p>YAML 1.1 would also read octal, hexadecimal and sexagesimal numbers and underscores, and YAML 1.2 would not; a spec
 * that means different numbers to different readers repeats nothing, so these are no numbers here.
 */
final class NumberText {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0|[1-9]\\d*)(\\.\\d*)?([eE][-+]?\\d{1,4})?|[-+]?\\.\\d+([eE][-+]?\\d{1,4})?");
    private static final Pattern PERCENTAGE = Pattern.compile("((0|[1-9]\\d*)(\\.\\d*)?) ?%");
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "[-+]?0[xob]?[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(\\.[0-9_]*)?|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private NumberText() {}

    /** The number that a plain scalar means, if it means one. */
    static Optional<BigDecimal> parse(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** The fraction that a percentage such as {@code 5%} means, if it is one. */
    static Optional<BigDecimal> parsePercentage(String text) {
        Matcher matcher = PERCENTAGE.matcher(text);
        return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1)).movePointLeft(2)) : Optional.empty();
    }

    /** Whether some YAML reader would take a text for a number. */
    static boolean looksNumeric(String text) {
        return NUMBER.matcher(text).matches() || OTHER_NUMBER.matcher(text).matches();
    }
}
