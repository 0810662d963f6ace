package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.store.Csv;
import java.util.List;

/**
 * A picture with its legend and a caption made from the numbers.
 *
 * @param id short and unique in its page
 * @param title plain text
 * @param caption what to see in it, plain text
 * @param legend the entries, in order; may be empty
 * @param shape the CSS class that gives its place: {@code exp-half} or {@code exp-wide}
 * @param drawing its picture
 * @param data what it shows, as a table
 */
public record Figure(
        String id, String title, String caption, List<Entry> legend, String shape, Drawing drawing, Csv data) {

    /** A legend's entry: the mark's shape (dot, ring, line, band, dash), its ink, and plain text. */
    public record Entry(String mark, Ink ink, String text) {}

    /**
     * The figure as HTML; a sentence stands in place of the picture where Java cannot draw text.
     *
     * @param links to its files, as html; may be empty
     */
    public String html(String links) {
        StringBuilder out =
                new StringBuilder("<figure class=\"exp-figure " + shape + "\" id=\"exp-fig-" + id + "\">\n");
        out.append("<h3>").append(Html.escape(title)).append("</h3>\n");
        out.append(picture());
        if (!legend.isEmpty()) {
            out.append(legend(legend));
        }
        return out.append(Html.element("figcaption", "", Html.escape(caption)))
                .append('\n')
                .append(links)
                .append("</figure>\n")
                .toString();
    }

    /** A legend as a list. */
    public static String legend(List<Entry> entries) {
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
                .orElseGet(() -> "<div class=\"exp-picture\">"
                        + Chart.svg(drawing.plot().get(), drawing.height(), id, title, caption) + "</div>\n");
    }
}
