package io.github.nbodylab.experiment.report.words;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The field's words, with symbol and unit, for the names in a spec. */
public final class Terms {

    private static final Pattern HUMPS = Pattern.compile("[a-z]+([A-Z][a-z]*)+");

    private static final Map<String, String> AXES = Map.ofEntries(
            Map.entry("particles", "number of black holes N"),
            Map.entry("captureNumber", "capture number k"),
            Map.entry("time", "time t (H\u00e9non units)"),
            Map.entry("virialRatio", "virial ratio"),
            Map.entry("profile", "density profile"),
            Map.entry("mergers", "mergers"));

    private static final Map<String, String> SYMBOLS =
            Map.of("particles", "N", "captureNumber", "k", "time", "t", "virialRatio", "Q");

    private static final Map<String, String> METRICS = Map.ofEntries(
            Map.entry("q2", "q\u00b2"),
            Map.entry("rmse", "<abbr title=\"root mean square error\">rmse</abbr>"),
            Map.entry("mae", "<abbr title=\"mean absolute error\">mae</abbr>"),
            Map.entry("crps", "<abbr title=\"continuous ranked probability score\">CRPS</abbr>"),
            Map.entry("brier", "Brier score"),
            Map.entry("brier-skill", "Brier skill"),
            Map.entry("auc", "<abbr title=\"area under the receiver operating characteristic\">AUC</abbr>"),
            Map.entry("pr-auc", "<abbr title=\"average precision\">PR AUC</abbr>"),
            Map.entry("coverage50", "coverage of 50\u00a0%"),
            Map.entry("coverage80", "coverage of 80\u00a0%"),
            Map.entry("coverage95", "coverage of 95\u00a0%"),
            Map.entry("width95", "width of 95\u00a0%"));

    private Terms() {}

    /** A metric's name as HTML. */
    public static String metric(String name) {
        return METRICS.getOrDefault(name, Html.escape(words(name)));
    }

    /** A sentence of the report that begins with a metric's name, such as {@code q2 of the chosen model}, as HTML. */
    public static String rule(String sentence) {
        int end = sentence.indexOf(' ');
        return end < 0
                ? Html.escape(sentence)
                : metric(sentence.substring(0, end)) + Html.escape(sentence.substring(end));
    }

    /** As the label of an axis. */
    public static String axis(String name) {
        return AXES.getOrDefault(name, column(name));
    }

    /** As the label of an axis, with its unit. */
    public static String axis(ReportRecord.Input input) {
        return axis(input.name(), input.unit());
    }

    /** As the label of an axis, with its unit; {@code 1}, or none, is that of a pure number. */
    public static String axis(String name, String unit) {
        boolean told = AXES.containsKey(name) || unit.isEmpty() || unit.equals("1");
        return axis(name) + (told ? "" : " (" + unit.replace("Henon", "H\u00e9non") + ")");
    }

    /** As short as can be, for "N = 64". */
    public static String symbol(String name) {
        return SYMBOLS.getOrDefault(name, column(name));
    }

    /** A column's name as words, if it has humps such as {@code halfMassRadius}; others, such as "u-g", stay as they are. */
    public static String column(String name) {
        return HUMPS.matcher(name).matches() ? words(name) : name;
    }

    /** A name of the spec as words: {@code gaussian-process} and {@code halfMassRadius} without hyphens and humps. */
    public static String words(String name) {
        return name.replace('-', ' ')
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("gaussian", "Gaussian");
    }

    /** The text, cut short with an ellipsis if it has more characters. */
    public static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(1, most - 1))) + "\u2026";
    }

    /** The text with a capital first letter. */
    public static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
