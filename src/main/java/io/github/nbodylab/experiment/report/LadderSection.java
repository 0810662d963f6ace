package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.LadderPlot;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Rows;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.List;

/** The models compared by their headline, and why one of them was chosen. */
final class LadderSection {

    private LadderSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        Findings findings = record.findings();
        Rows rows = findings.rows();
        StringBuilder out = new StringBuilder(Html.heading("ladder", "The ladder of models, simplest first"));
        out.append(LadderTable.html(record));
        if (!findings.chosenWhy().isBlank()) {
            out.append("<p class=\"exp-why\"><strong>")
                    .append(Html.escape(Terms.capital(Terms.words(findings.chosen()))))
                    .append("</strong> is chosen: ")
                    .append(Html.escape(findings.chosenWhy()))
                    .append("</p>\n");
        }
        out.append(Html.paragraph(
                "exp-note",
                findings.headline().meaning()
                        + (findings.targets().size() > 1
                                ? " It is that of all targets together, each in units of its standard deviation."
                                : "")
                        + " Intervals are 95\u00a0% from a bootstrap over "
                        + RowWords.of(rows).bootstrap() + ". Trained on "
                        + RowWords.of(rows).sizes(rows.train(), rows.groupsTrain()) + ", tested on "
                        + RowWords.of(rows).sizes(rows.test(), rows.groupsTest())
                        + " that no model saw before."));
        return out.append(files.html(List.of(LadderPlot.figure(findings)))).toString();
    }
}
