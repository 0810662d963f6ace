package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.ClusterPlot;
import io.github.nbodylab.experiment.report.plot.EnergyErrorsPlot;
import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.plot.MergersPlot;
import io.github.nbodylab.experiment.report.plot.TracksPlot;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Runs;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The simulations that made the table; nothing of a table from elsewhere. */
final class SimulationsSection {

    private SimulationsSection() {}

    static String html(ReportRecord record, FigureFiles files) {
        List<Figure> figures = new ArrayList<>();
        record.pictures()
                .energyErrors()
                .filter(EnergyErrorsPlot::shows)
                .ifPresent(errors -> figures.add(EnergyErrorsPlot.figure(errors)));
        record.pictures().tracks().ifPresent(tracks -> figures.addAll(TracksPlot.figures(tracks)));
        record.pictures()
                .mergersOverTime()
                .filter(sample -> !sample.runs().isEmpty())
                .ifPresent(sample -> figures.add(MergersPlot.figure(sample)));
        record.pictures()
                .cluster()
                .filter(cluster -> !cluster.bodies().isEmpty())
                .ifPresent(cluster -> figures.add(ClusterPlot.figure(cluster)));
        if (figures.isEmpty() && record.runs().isEmpty()) {
            return "";
        }
        return Html.heading("simulations", "The simulations")
                + record.runs().map(runs -> Html.paragraph("", summary(runs))).orElse("")
                + files.html(figures);
    }

    private static String summary(Runs runs) {
        StringBuilder out = new StringBuilder(Numbers.counted(runs.total(), "run", "runs"));
        out.append(
                runs.failed() == 0
                        ? ", all completed"
                        : ", " + Numbers.count(runs.completed()) + " completed and " + Numbers.count(runs.failed())
                                + " failed");
        if (Double.isFinite(runs.mergersTotal())) {
            out.append("; ")
                    .append(Numbers.counted(runs.mergersTotal(), "merger", "mergers"))
                    .append(" in all, median ")
                    .append(Numbers.brief(runs.mergersMedian(), 3))
                    .append(" and at most ")
                    .append(Numbers.count(runs.mergersMax()))
                    .append(" in a run");
        }
        if (Double.isFinite(runs.energyErrorMax())) {
            out.append(". Relative energy error: median ")
                    .append(Numbers.significant(runs.energyErrorMedian(), 2))
                    .append(", largest ")
                    .append(Numbers.significant(runs.energyErrorMax(), 2));
        }
        if (Double.isFinite(runs.steps())) {
            out.append(". ")
                    .append(Numbers.counted(runs.steps(), "time step", "time steps"))
                    .append(" in all");
        }
        return out.append('.').toString();
    }
}
