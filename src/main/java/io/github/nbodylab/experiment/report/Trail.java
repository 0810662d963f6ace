package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import java.util.ArrayList;
import java.util.List;

/** The way from the list of experiments to a page of the site. */
public final class Trail {

    private Trail() {}

    /**
     * The way as links.
     *
     * @param record of which the page is, or of which it tells the changes
     * @param page its path from the root of the site
     */
    public static String html(ReportRecord record, String page) {
        String up = "../".repeat((int) page.chars().filter(c -> c == '/').count());
        boolean changes = !page.equals(record.page());
        List<String> steps = new ArrayList<>();
        steps.add(link(up + "experiments.html", IndexPage.title()));
        steps.add(Html.escape(record.name()));
        steps.add(changes ? link(up + record.page(), record.version()) : Html.escape(record.version()));
        if (changes) {
            steps.add("changes");
        }
        return "<nav class=\"exp-trail\" aria-label=\"Where this page is\"><ol>\n<li>"
                + String.join("</li>\n<li>", steps)
                + "</li>\n</ol></nav>\n";
    }

    private static String link(String page, String text) {
        return "<a href=\"" + Html.escape(page) + "\">" + Html.escape(text) + "</a>";
    }
}
