package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.plot.PredictedPlot;
import io.github.nbodylab.experiment.report.plot.ResidualPlot;
import io.github.nbodylab.experiment.report.plot.TestRows;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Input;
import io.github.nbodylab.experiment.report.record.ReportRecord.Target;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.List;

/** What was predicted and observed on the test rows; of several targets, one set of figures for each. */
final class PredictionsSection {

    private PredictionsSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        List<Target> targets = record.findings().targets();
        int most = 2 * (1 + 2 / targets.size()); // 6 of one target, 4 of two, 2 of each of more
        StringBuilder out = new StringBuilder();
        for (int t = 0; t < targets.size(); t++) {
            TestRows rows = TestRows.ofChosen(record, targets.get(t));
            if (!rows.rows().isEmpty()) {
                if (targets.size() > 1) {
                    out.append(Html.element(
                                    "h3",
                                    "exp-part",
                                    Html.escape(Terms.axis(targets.get(t).name()))))
                            .append('\n');
                }
                out.append(files.html(figures(rows, record.findings().inputs(), t == 0 ? "" : "-" + (t + 1), most)));
            }
        }
        return out.isEmpty() ? "" : Html.heading("predictions", "What the chosen model gets right, and what not") + out;
    }

    /** {@code mark} keeps the ids of one target apart from those of the others. */
    private static List<Figure> figures(TestRows rows, List<Input> inputs, String mark, int most) {
        List<Figure> figures = new ArrayList<>();
        figures.add(PredictedPlot.figure(rows, "predicted" + mark));
        figures.add(ResidualPlot.againstPrediction(rows, "residuals-prediction" + mark));
        for (int i = 0; i < inputs.size(); i++) {
            if (figures.size() < most && ResidualPlot.shows(rows, inputs.get(i))) {
                figures.add(ResidualPlot.against(rows, inputs.get(i), "residuals-input-" + (i + 1) + mark));
            }
        }
        return figures;
    }
}
