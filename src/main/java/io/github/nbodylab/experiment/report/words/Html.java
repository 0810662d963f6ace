package io.github.nbodylab.experiment.report.words;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import java.util.List;

/** Small pieces of HTML. What is called text is escaped here; what is called html must be so already. */
public final class Html {

    private Html() {}

    /** The text with every character that means something in HTML, an attribute or SVG escaped. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** An element with a class (none if empty) around html. */
    public static String element(String name, String cssClass, String html) {
        return "<" + name + (cssClass.isEmpty() ? "" : " class=\"" + cssClass + "\"") + ">" + html + "</" + name + ">";
    }

    /** A heading with an anchor, which starts a section of the page. */
    public static String heading(String id, String text) {
        return "<h2 id=\"exp-" + id + "\">" + escape(text) + "</h2>\n";
    }

    /** A paragraph of plain text. */
    public static String paragraph(String cssClass, String text) {
        return element("p", cssClass, escape(text)) + "\n";
    }

    /** A badge: a short word on a coloured ground; the tone is one of good, fair, bad and plain. */
    public static String badge(String tone, String text) {
        return "<span class=\"exp-badge exp-" + tone + "\">" + escape(text) + "</span>";
    }

    /** The badge of a verdict. */
    public static String badge(ReportRecord.Verdict.Kind kind) {
        String tone = switch (kind) {
            case IDENTICAL, EQUIVALENT -> "good";
            case CHANGED, NEW -> "fair";
            case DRIFTED -> "bad";
        };
        return badge(tone, kind.name());
    }

    /** The badge that says whether the acceptance rules hold, if there are any. */
    public static String rulesBadge(int rules, boolean hold) {
        if (rules == 0) {
            return badge("plain", "no rules");
        }
        return hold ? badge("good", "rules met") : badge("bad", "rules missed");
    }

    /** A table in a box of its own, which scrolls where the page is narrow; head and cells are html. */
    public static String table(String name, List<String> head, List<List<String>> rows) {
        StringBuilder out = new StringBuilder("<div class=\"exp-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escape(name))
                .append("\"><table class=\"exp-table exp-")
                .append(escape(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-')))
                .append("\">");
        if (!head.isEmpty()) {
            out.append("<thead><tr>");
            head.forEach(cell -> out.append("<th scope=\"col\">").append(cell).append("</th>"));
            out.append("</tr></thead>");
        }
        out.append("<tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "<th scope=\"row\">" : "<td>")
                        .append(row.get(i))
                        .append(i == 0 ? "</th>" : "</td>");
            }
            out.append("</tr>\n");
        }
        return out.append("</tbody></table></div>\n").toString();
    }

    /** A number over its interval, both already formatted. */
    public static String withInterval(String value, String interval) {
        return element("span", "exp-number", value)
                + (interval.isEmpty() ? "" : " " + element("span", "exp-interval", interval));
    }
}
