package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.Changes;
import io.github.nbodylab.experiment.report.record.Changes.Entry;
import io.github.nbodylab.experiment.report.record.Changes.Moved;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.words.Digests;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page that tells what has changed between a version of an experiment and the one before it. */
public final class ChangesPage {

    private final ReportRecord before;
    private final ReportRecord now;
    private final Changes changes;

    private ChangesPage(ReportRecord before, ReportRecord now) {
        this.before = before;
        this.now = now;
        this.changes = Changes.between(before, now);
    }

    /** The page, from the site's root: {@code experiments/NAME/changes/VERSION.html}. */
    public static String page(ReportRecord record) {
        return "experiments/" + record.name() + "/changes/" + record.version() + ".html";
    }

    /** The title of the page, plain text, not escaped. */
    public static String title(ReportRecord before, ReportRecord now) {
        return now.findings().title() + " \u00b7 from "
                + (isSameVersion(before, now)
                        ? now.version() + " as recorded to this build"
                        : before.version() + " to " + now.version());
    }

    /** Whether a build is held against the record of the very version that it made. */
    static boolean isSameVersion(ReportRecord before, ReportRecord now) {
        return before.version().equals(now.version());
    }

    /** The page below its main heading: a fragment of HTML as {@link ExperimentPage#html} makes one. */
    public static String html(ReportRecord before, ReportRecord now) {
        return new ChangesPage(before, now).html();
    }

    private String html() {
        StringBuilder out = new StringBuilder(Style.element())
                .append("<div class=\"exp-report exp-changes\">\n<p class=\"exp-answer\">")
                .append(summary())
                .append("</p>\n<p class=\"exp-note\">")
                .append(link(now))
                .append(isSameVersion(before, now) ? ", and what is recorded of it" : " and " + link(before))
                .append(". Only what differs is listed.</p>\n");
        if (changes.isEmpty()) {
            return out.append("</div>\n").toString();
        }
        entries(out, "spec", "The spec", changes.spec());
        entries(out, "code", "The code", changes.code());
        entries(out, "data", "The data", changes.data());
        metrics(out);
        if (changes.alike() > 0) {
            out.append(Html.paragraph("exp-note", ChangesText.alike(changes)));
        }
        return out.append("</div>\n").toString();
    }

    private static String link(ReportRecord record) {
        return "<a href=\"../" + Html.escape(record.version()) + ".html\">Version " + Html.escape(record.version())
                + "</a>";
    }

    /** As HTML: what an author would write in the message of a commit. */
    private String summary() {
        if (changes.isEmpty()) {
            return isSameVersion(before, now)
                    ? "Nothing has changed but the text of the spec."
                    : "Nothing has changed but the number of the version.";
        }
        if (changes.isRounding()) {
            return "Some metrics differ by less than the tolerance of the spec, and nothing else differs.";
        }
        Findings then = before.findings();
        Findings today = now.findings();
        StringBuilder out = new StringBuilder(Terms.capital(parts())).append(". ");
        String chosen = "<strong>" + Html.escape(Terms.words(today.chosen())) + "</strong>";
        out.append(
                then.chosen().equals(today.chosen())
                        ? "The chosen model is still " + chosen
                        : "The chosen model is " + chosen + " in place of " + Html.escape(Terms.words(then.chosen())));
        headline()
                .ifPresent(moved -> out.append(
                        moved.before().value() == moved.now().value()
                                ? "; its " + Terms.metric(moved.metric()) + " on test rows is the same."
                                : "; its " + Terms.metric(moved.metric()) + " on test rows went from "
                                        + Numbers.fixed(moved.before().value(), 3) + " to "
                                        + Numbers.fixed(moved.now().value(), 3)
                                        + (!moved.hasIntervals()
                                                ? "."
                                                : moved.isWithinIntervals()
                                                        ? ", each within the interval of the other."
                                                        : ", outside of the intervals.")));
        return out.append(then.accepted() == today.accepted() ? "" : accepted(today))
                .toString();
    }

    private static String accepted(Findings today) {
        return today.accepted() ? " It is accepted now." : " It is <strong>no longer accepted</strong>.";
    }

    private String parts() {
        List<String> parts = new ArrayList<>();
        if (!changes.spec().isEmpty()) {
            parts.add(Numbers.counted(changes.spec().size(), "key", "keys") + " of the spec");
        }
        if (!changes.code().isEmpty()) {
            parts.add("the code or the machine");
        }
        if (!changes.data().isEmpty()) {
            parts.add("the data");
        }
        if (!changes.metrics().isEmpty()) {
            parts.add(Numbers.counted(changes.metrics().size(), "metric", "metrics"));
        }
        int last = parts.size() - 1;
        return (last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last))
                + (last == 0 && changes.spec().size() + changes.metrics().size() <= 1 ? " differs" : " differ");
    }

    /** The headline of the chosen models, as if it were of one. */
    private Optional<Moved> headline() {
        if (before.findings().headline() != now.findings().headline()) {
            return Optional.empty();
        }
        Optional<Interval> then = before.findings().chosenModel().test().map(before.findings()::headline);
        Optional<Interval> today = now.findings().chosenModel().test().map(now.findings()::headline);
        return then.flatMap(old -> today.map(young ->
                new Moved(now.findings().chosen(), now.findings().headline().metric(), true, old, young)));
    }

    private void entries(StringBuilder out, String id, String heading, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(List.of(Html.escape(entry.what()), cell(entry.before()), cell(entry.now())));
        }
        out.append(Html.heading(id, heading))
                .append(Html.table(heading, List.of("what", then(), Html.escape(now.version())), rows));
    }

    /** The head of the column of what was before, as HTML. */
    private String then() {
        return Html.escape(before.version() + (isSameVersion(before, now) ? " as recorded" : ""));
    }

    private static String cell(String text) {
        return text.isEmpty() ? "\u2013" : Digests.html(text);
    }

    private void metrics(StringBuilder out) {
        if (changes.metrics().isEmpty()) {
            return;
        }
        String headline = now.findings().headline().metric();
        List<Moved> first = changes.metrics().stream()
                .filter(moved -> moved.metric().equals(headline))
                .toList();
        List<Moved> others = changes.metrics().stream()
                .filter(moved -> !moved.metric().equals(headline))
                .toList();
        out.append(Html.heading("moved", "The metrics"))
                .append(Html.paragraph(
                        "exp-note",
                        "With 95\u00a0% intervals. A change is called small if each value lies in the interval of the"
                                + " other: other groups would have changed it as much."));
        if (!first.isEmpty()) {
            out.append(table("Headline", first));
        }
        if (!others.isEmpty()) {
            out.append("<details class=\"exp-details\"><summary>")
                    .append(Numbers.counted(others.size(), "other metric", "other metrics"))
                    .append("</summary>\n")
                    .append(table("Other metrics", others))
                    .append("</details>\n");
        }
    }

    private String table(String name, List<Moved> moved) {
        List<List<String>> rows = new ArrayList<>();
        for (Moved metric : moved) {
            rows.add(List.of(
                    Html.escape(Terms.words(metric.model()) + ", ")
                            + Terms.metric(metric.metric())
                            + Html.element("span", "exp-formula", metric.test() ? "test rows" : "cross-validation"),
                    interval(metric.before()),
                    interval(metric.now()),
                    judged(metric)));
        }
        return Html.table(name, List.of("metric", then(), Html.escape(now.version()), "change"), rows);
    }

    private static String interval(Interval found) {
        return Html.withInterval(Numbers.significant(found.value(), 3), Numbers.ends(found));
    }

    private static String judged(Moved metric) {
        double change = metric.now().value() - metric.before().value();
        if (!Double.isFinite(change)) {
            return Html.badge("plain", Double.isFinite(metric.now().value()) ? "new" : "gone");
        }
        String size = (change > 0 ? "+" : "") + Numbers.significant(change, 2);
        if (!metric.hasIntervals()) {
            return size;
        }
        return size + " "
                + (metric.isWithinIntervals()
                        ? Html.badge("plain", "small")
                        : Html.badge("fair", "beyond the intervals"));
    }
}
