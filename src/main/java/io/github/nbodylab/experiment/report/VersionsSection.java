package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import java.util.ArrayList;
import java.util.List;

/** Which version a page is of, what others there are, and what has changed since the one before. */
final class VersionsSection {

    private VersionsSection() {}

    static String html(ReportRecord record, History history) {
        StringBuilder out = new StringBuilder(
                        "<nav class=\"exp-versions\" aria-label=\"Versions\"><ul>\n<li>Version <strong>")
                .append(Html.escape(record.version()))
                .append("</strong> ")
                .append(kind(record, history))
                .append("</li>\n");
        List<String> links = new ArrayList<>();
        history.compared(record)
                .ifPresent(older -> links.add("<a href=\"changes/" + Html.escape(record.version())
                        + ".html\">changes since "
                        + Html.escape(ChangesPage.isSameVersion(older, record) ? "it was recorded" : older.version())
                        + "</a>"));
        history.before(record).ifPresent(older -> links.add(link(older, "\u2190 ")));
        history.after(record).ifPresent(newer -> links.add(link(newer, "\u2192 ")));
        links.forEach(link -> out.append("<li>").append(link).append("</li>\n"));
        out.append("</ul></nav>\n");
        if (!record.equals(history.current())) {
            out.append(
                            "<p class=\"exp-note\">This page is made of what was recorded with the version, and nothing was run for"
                                    + " it. Its downloads and its model can be had again: check out the commit that recorded it and"
                                    + " say <code>mvn verify</code>. The newest is <a href=\"")
                    .append(Html.escape(history.current().version()))
                    .append(".html\">version ")
                    .append(Html.escape(history.current().version()))
                    .append("</a>.</p>\n");
        }
        return out.toString();
    }

    private static String kind(ReportRecord record, History history) {
        return record.equals(history.current())
                ? Html.badge("good", history.built().isPresent() ? "current, of this build" : "current")
                : Html.badge("plain", "recorded");
    }

    private static String link(ReportRecord record, String arrow) {
        return "<a href=\"" + Html.escape(record.version()) + ".html\">" + arrow + Html.escape(record.version())
                + "</a>";
    }
}
