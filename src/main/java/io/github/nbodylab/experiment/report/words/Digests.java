package io.github.nbodylab.experiment.report.words;

import java.util.regex.Pattern;

/** Digests are long: a page shows their beginning, and all of them to whoever points at or copies them. */
public final class Digests {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT = 12;

    private Digests() {}

    /** A digest cut short; any other text as it is. */
    public static String brief(String text) {
        return SHA_256.matcher(text).matches() ? text.substring(0, SHORT) : text;
    }

    /** A digest cut short, whole in its title and when selected; any other text as it is, escaped. */
    public static String html(String text) {
        if (!SHA_256.matcher(text).matches()) {
            return Html.escape(text);
        }
        return "<code class=\"exp-digest\" title=\"" + text + "\" tabindex=\"0\">" + text.substring(0, SHORT)
                + "<span class=\"exp-rest\">" + text.substring(SHORT) + "</span></code>";
    }
}
