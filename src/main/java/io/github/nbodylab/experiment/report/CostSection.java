package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.CostRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.StudyRecord;
import io.github.nbodylab.experiment.report.record.StudyRecord.Slope;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import java.util.Optional;

/** What the surrogate has cost, and what the same accuracy would cost by more simulations. */
final class CostSection {

    private CostSection() {}

    static String html(ReportRecord record) {
        StringBuilder out = new StringBuilder();
        record.cost().ifPresent(cost -> {
            out.append(Html.heading("cost", "What it costs"));
            out.append(Html.paragraph("", (spent(cost) + " " + answer(cost)).strip()));
            String more = more(record, cost);
            if (!more.isEmpty()) {
                out.append(Html.paragraph("", more));
            }
            out.append(Html.paragraph(
                    "exp-note",
                    "Seconds are of computing, all processors together, in the builds that computed each result; fits are"
                            + " of the whole ladder, cross-validation included."));
        });
        return out.toString();
    }

    private static String spent(CostRecord cost) {
        if (!Double.isFinite(cost.fitSeconds())) {
            return "";
        }
        String simulations = Double.isFinite(cost.simulationSeconds())
                ? Numbers.seconds(cost.simulationSeconds()) + " of simulations and "
                : "";
        String prediction = Double.isFinite(cost.predictionSeconds())
                ? "; a prediction takes " + time(cost.predictionSeconds())
                : "";
        return "Training took " + simulations + Numbers.seconds(cost.fitSeconds()) + " of fits" + prediction + ".";
    }

    private static String answer(CostRecord cost) {
        Interval simulations = cost.simulations();
        if (!cost.unknown().isEmpty()) {
            return Double.isFinite(cost.runs())
                    ? "What as accurate an answer would cost by simulating is not known: " + cost.unknown() + "."
                    : "";
        }
        if (Double.isFinite(simulations.value())) {
            return "As accurate an answer at one new point takes "
                    + counted(simulations.value(), cost)
                    + ends(simulations)
                    + (Double.isFinite(cost.breakEven())
                            ? ": the surrogate has paid for itself after "
                                    + Numbers.counted(cost.breakEven(), "point", "points")
                            : "")
                    + ".";
        }
        return "Its error cannot be told from the noise between replicates"
                + (Double.isFinite(simulations.low())
                        ? ": as accurate an answer at one new point takes at least " + counted(simulations.low(), cost)
                        : "")
                + ".";
    }

    private static String counted(double simulations, CostRecord cost) {
        double seconds = simulations * cost.simulationSeconds() / cost.runs();
        return Numbers.counted(simulations, "simulation", "simulations")
                + (Double.isFinite(seconds) ? ", " + time(seconds) : "");
    }

    private static String ends(Interval simulations) {
        if (!Double.isFinite(simulations.low())) {
            return "";
        }
        return " (95\u00a0% interval "
                + Numbers.count(simulations.low())
                + (Double.isFinite(simulations.high()) ? " to " + Numbers.count(simulations.high()) : " or more")
                + ")";
    }

    /** What the learning curve promises of more simulations. */
    private static String more(ReportRecord record, CostRecord cost) {
        Optional<Slope> slope =
                record.studies().flatMap(StudyRecord::learningCurve).flatMap(StudyRecord.Curve::slope);
        if (slope.isEmpty()) {
            return "";
        }
        double times = slope.get().halvingTakes().value();
        if (!Double.isFinite(times)) {
            return slope.get().trend().equals("flat")
                    ? "More training rows of this kind would not help: the learning curve is flat."
                    : "Whether more training rows of this kind would help cannot be told from the learning curve.";
        }
        double seconds = (times - 1) * cost.simulationSeconds();
        return "By the learning curve, halving its error takes " + Numbers.significant(times, 2)
                + " times as many " + RowWords.of(record.findings().rows()).groups()
                + (Double.isFinite(seconds) ? ", which is " + Numbers.seconds(seconds) + " of further simulations" : "")
                + ".";
    }

    /** As {@link Numbers#seconds}, and in microseconds below a millisecond. */
    private static String time(double seconds) {
        return seconds < 1e-3 ? Numbers.brief(seconds * 1e6, 2) + "\u00a0\u00b5s" : Numbers.seconds(seconds);
    }
}
