package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.Sparkline;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;

/** The page that lists the experiments. */
public final class IndexPage {

    private IndexPage() {}

    /** The title of the page. */
    public static String title() {
        return "Experiments";
    }

    /**
     * The page below its main heading: a fragment of HTML as {@link ExperimentPage#html} makes one.
     *
     * @param experiments all of them, in the order in which they are to be listed
     * @param complaints why records cannot be shown
     */
    public static String html(List<History> experiments, List<String> complaints) {
        StringBuilder out = new StringBuilder(Style.element()).append("<div class=\"exp-report exp-index\">\n");
        if (experiments.isEmpty()) {
            out.append(Html.paragraph("", "There are no results yet: mvn verify makes them."));
        }
        experiments.forEach(history -> out.append(card(history)));
        if (!complaints.isEmpty()) {
            out.append(Html.heading("damaged", "What cannot be shown")).append("<ul class=\"exp-list\">\n");
            complaints.forEach(complaint -> out.append(Html.element("li", "", Html.escape(complaint))));
            out.append("</ul>\n");
        }
        return out.append("</div>\n").toString();
    }

    private static String card(History history) {
        ReportRecord current = history.current();
        Findings findings = current.findings();
        StringBuilder out = new StringBuilder("<section class=\"exp-card\">\n<h2><a href=\"")
                .append(Html.escape(current.page()))
                .append("\">")
                .append(Html.escape(findings.title()))
                .append("</a></h2>\n<p class=\"exp-badges\">")
                .append(Html.badge(current.verdict().kind()))
                .append(' ')
                .append(Html.rulesBadge(findings.acceptance().size(), findings.accepted()))
                .append("</p>\n")
                .append(Html.paragraph("exp-question", findings.question().strip()))
                .append("<dl>")
                .append(fact("chosen model", Html.escape(Terms.words(findings.chosen()))))
                .append(fact(
                        Terms.metric(findings.headline().metric()) + " on test rows",
                        findings.chosenModel()
                                .test()
                                .map(findings::headline)
                                .map(found -> Html.withInterval(Numbers.skill(found.value()), Numbers.skillEnds(found)))
                                .orElse("\u2013")));
        findings.ceiling()
                .ifPresent(ceiling -> out.append(fact(
                        "noise ceiling",
                        Html.withInterval(Numbers.skill(ceiling.q2().value()), Numbers.skillEnds(ceiling.q2())))));
        current.runs().ifPresent(runs -> out.append(fact("simulations", Numbers.count(runs.total()))));
        String line = Sparkline.html(history);
        if (!line.isEmpty()) {
            out.append(fact("over the versions", line));
        }
        return out.append(fact(history.versions().size() == 1 ? "version" : "versions", links(history.versions())))
                .append("</dl>\n</section>\n")
                .toString();
    }

    private static String fact(String name, String html) {
        return "<div><dt>" + Html.escape(name) + "</dt><dd>" + html + "</dd></div>\n";
    }

    private static String links(List<ReportRecord> versions) {
        List<String> links = new ArrayList<>();
        for (ReportRecord version : versions) {
            links.add("<a href=\"" + Html.escape(version.page()) + "\">" + Html.escape(version.version()) + "</a>");
        }
        return String.join(", ", links);
    }
}
