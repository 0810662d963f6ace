package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.plot.Ink;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import java.util.List;
import java.util.Map;

/**
 * The player of a simulation. The page has its controls, hidden; a script shows and fills them once the film is there and
 * WebGL has started, and hides the picture that stands still. Until then, or without, nothing is missing.
 */
final class ViewerSection {

    private static final List<Ink> EARLY_TO_LATE = List.of(Ink.WHEN1, Ink.WHEN2, Ink.WHEN3, Ink.WHEN4, Ink.WHEN5);

    private static final List<Map.Entry<String, String>> KEYS = List.of(
            Map.entry("drag, arrow keys", "turn"),
            Map.entry("+, \u2212, two fingers; the wheel once the picture is clicked", "zoom"),
            Map.entry("space", "play or pause"),
            Map.entry(", and .", "a picture back or on"),
            Map.entry("Page Up, Page Down", "the merger before or after"),
            Map.entry("Home, End", "start or end"),
            Map.entry("click on a black hole", "follow it; elsewhere, or Escape: follow none"),
            Map.entry("t", "trails on or off"),
            Map.entry("0", "all as at first"));

    private ViewerSection() {}

    static String html(ReportRecord record, PageFiles files) {
        if (record.pictures().cluster().isEmpty()) {
            return "";
        }
        if (files.film().isEmpty()) {
            return Html.paragraph("exp-note", elsewhere(record));
        }
        StringBuilder out = new StringBuilder("<div class=\"exp-viewer\" id=\"exp-viewer\" role=\"group\""
                + " aria-labelledby=\"exp-viewer-title\"" + inks() + " hidden>\n"
                + "<h3 id=\"exp-viewer-title\">The cluster in motion</h3>\n"
                + "<div class=\"exp-stage\"><canvas data-part=\"canvas\" tabindex=\"0\" role=\"application\""
                + " aria-label=\"The cluster in three dimensions\" aria-describedby=\"exp-viewer-told\"></canvas>"
                + "<div class=\"exp-bar\" aria-hidden=\"true\"><span data-part=\"length\"></span>"
                + "<span data-part=\"bar\"></span></div></div>\n");
        out.append(controls()).append(legend());
        out.append("<p class=\"exp-viewer-caption\" data-part=\"caption\"></p>\n"
                + "<details class=\"exp-details\" open><summary data-part=\"count\">Mergers</summary>"
                + "<ol class=\"exp-mergers\" data-part=\"mergers\" aria-label=\"Mergers: each leads to its moment\">"
                + "</ol></details>\n");
        out.append(keys())
                .append("</div>\n<p class=\"exp-note exp-without-film\">The cluster can be watched here in"
                        + " three dimensions by a browser with JavaScript and WebGL.</p>\n");
        FilmFiles.SCRIPTS.forEach(script -> out.append(script(files.shared() + script)));
        return out.append(script(files.film().get())).toString();
    }

    private static String elsewhere(ReportRecord record) {
        return "A film of this cluster stands on the page of a version whose results are at hand. To have it for this version,"
                + " check out the commit that recorded records/" + record.name() + "/" + record.version()
                + ".json and run 'mvn verify site'.";
    }

    private static String script(String link) {
        return "<script src=\"" + Html.escape(link) + "\" defer=\"defer\"></script>\n";
    }

    /** The colours that the script draws in. */
    private static String inks() {
        StringBuilder out = new StringBuilder();
        Map.of("sky", Ink.SKY, "star", Ink.STAR, "remnant", Ink.REMNANT).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(ink -> out.append(data(ink.getKey(), ink.getValue())));
        out.append(data("path", Ink.WHEN2));
        for (int i = 0; i < EARLY_TO_LATE.size(); i++) {
            out.append(data("when" + (i + 1), EARLY_TO_LATE.get(i)));
        }
        return out.toString();
    }

    private static String data(String name, Ink ink) {
        return " data-" + name + "=\"" + Html.escape(ink.css()) + "\"";
    }

    private static String controls() {
        return "<div class=\"exp-controls\">\n<button type=\"button\" data-part=\"play\">Play</button>\n"
                + "<label class=\"exp-scrub\">time <input type=\"range\" data-part=\"time\" min=\"0\" max=\"1\" step=\"any\""
                + " value=\"0\"></label>\n<output class=\"exp-now\" data-part=\"now\" aria-live=\"off\">t = 0.000</output>\n"
                + "<label>speed <select data-part=\"speed\"><option value=\"0.1\">\u00d7 0.1</option>"
                + "<option value=\"0.25\">\u00d7 0.25</option><option value=\"0.5\">\u00d7 0.5</option>"
                + "<option value=\"1\" selected=\"selected\">\u00d7 1</option><option value=\"2\">\u00d7 2</option>"
                + "<option value=\"4\">\u00d7 4</option></select></label>\n"
                + "<label>follow <select data-part=\"follow\"><option value=\"-1\">none</option></select></label>\n"
                + "<label><input type=\"checkbox\" data-part=\"trails\" checked=\"checked\"> trails</label>\n"
                + "<button type=\"button\" data-part=\"reset\">Reset</button>\n</div>\n"
                + "<p class=\"exp-told\" id=\"exp-viewer-told\" data-part=\"told\" aria-live=\"polite\"></p>\n";
    }

    private static String legend() {
        return "<div class=\"exp-sky-legend\">"
                + Figure.legend(List.of(
                        new Figure.Entry("dot", Ink.STAR, "black hole, its area in proportion to its mass"),
                        new Figure.Entry("dot", Ink.REMNANT, "one that has merged"),
                        new Figure.Entry("line", Ink.WHEN2, "way of the one that is followed"),
                        new Figure.Entry("ring", Ink.WHEN1, "place of a merger, early"),
                        new Figure.Entry("ring", Ink.WHEN3, "midway"),
                        new Figure.Entry("ring", Ink.WHEN5, "late")))
                + "</div>\n";
    }

    private static String keys() {
        StringBuilder out = new StringBuilder(
                "<details class=\"exp-details\"><summary>Keys and gestures</summary><dl class=\"exp-keys\">");
        KEYS.forEach(key -> out.append("<dt>")
                .append(Html.escape(key.getKey()))
                .append("</dt><dd>")
                .append(Html.escape(key.getValue()))
                .append("</dd>"));
        return out.append("</dl></details>\n").toString();
    }
}
