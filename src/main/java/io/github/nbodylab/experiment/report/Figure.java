package io.github.nbodylab.experiment.report;

import java.util.List;
import java.util.function.Supplier;

/**
 * A picture with its legend and a caption made from the numbers.
 *
 * @param id short and unique in its page
 * @param title plain text
 * @param caption what to see in it, plain text
 * @param legend the entries, in order; may be empty
 * @param shape the CSS class that gives its place: {@code exp-half} or {@code exp-wide}
 * @param svg draws it
 */
record Figure(String id, String title, String caption, List<Entry> legend, String shape, Supplier<String> svg) {

    /** A legend's entry: the mark's shape (dot, ring, line, band, dash), its ink, and plain text. */
    record Entry(String mark, Ink ink, String text) {}

    /** Figures beside and below each other; nothing if there are none. */
    static String all(List<Figure> figures) {
        StringBuilder out = new StringBuilder();
        figures.forEach(figure -> out.append(figure.html()));
        return figures.isEmpty() ? "" : "<div class=\"exp-figures\">\n" + out + "</div>\n";
    }

    /** The figure as HTML; a sentence stands in place of the picture where Java cannot draw text. */
    String html() {
        StringBuilder out =
                new StringBuilder("<figure class=\"exp-figure " + shape + "\" id=\"exp-fig-" + id + "\">\n");
        out.append("<h3>").append(Html.escape(title)).append("</h3>\n");
        out.append(picture());
        if (!legend.isEmpty()) {
            out.append(legend(legend));
        }
        return out.append(Html.element("figcaption", "", Html.escape(caption)))
                .append("\n</figure>\n")
                .toString();
    }

    /** A legend as a list. */
    static String legend(List<Entry> entries) {
        StringBuilder out = new StringBuilder("<ul class=\"exp-legend\">");
        for (Entry entry : entries) {
            out.append("<li><span class=\"exp-mark exp-")
                    .append(entry.mark())
                    .append("\" style=\"--exp-mark:")
                    .append(entry.ink().css())
                    .append("\"></span>")
                    .append(Html.escape(entry.text()))
                    .append("</li>");
        }
        return out.append("</ul>\n").toString();
    }

    private String picture() {
        return Chart.whyNoText()
                .map(why -> Html.paragraph(
                        "exp-missing",
                        "This picture is missing, because Java has no fonts to draw it with (" + why + "). Install"
                                + " fontconfig and a font, such as the packages fontconfig and fonts-dejavu-core, and"
                                + " make the site again."))
                .orElseGet(() -> "<div class=\"exp-picture\">" + svg.get() + "</div>\n");
    }
}
