package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.plot.LossPlot;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.LossCurves;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.words.Html;
import java.util.ArrayList;
import java.util.List;

/** How the neural networks of the ladder learnt. */
final class NetworkSection {

    private NetworkSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        List<Figure> figures = new ArrayList<>();
        for (Model model : record.findings().models()) {
            for (LossCurves curves : model.lossCurves()) {
                if (!curves.curves().isEmpty()) {
                    String id = "loss" + (figures.isEmpty() ? "" : "-" + (figures.size() + 1));
                    figures.add(LossPlot.figure(model, curves, id));
                }
            }
        }
        return figures.isEmpty() ? "" : Html.heading("learning", "How the networks learnt") + files.html(figures);
    }
}
