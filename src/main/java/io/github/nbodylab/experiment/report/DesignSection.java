package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.DesignPoints;
import io.github.nbodylab.experiment.report.plot.MatrixPlot;
import io.github.nbodylab.experiment.report.record.DesignRecord;
import io.github.nbodylab.experiment.report.record.DesignRecord.Failures;
import io.github.nbodylab.experiment.report.record.DesignRecord.Range;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Runs;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/** Where the experiment looks: the points of its design or the rows of its table, and where runs failed. */
final class DesignSection {

    /** Runs gather where chance alone would put as many together once in twenty experiments, over all ranges of all inputs. */
    private static final double ALPHA = 0.05;

    private static final int SHOWN = 6;

    private DesignSection() {}

    /** The section; empty for a record that does not tell. */
    static String html(ReportRecord record, FigureFiles files) {
        return record.design().map(design -> html(record, design, files)).orElse("");
    }

    private static String html(ReportRecord record, DesignRecord design, FigureFiles files) {
        DesignPoints points =
                new DesignPoints(design, RowWords.of(record.findings().rows()));
        StringBuilder out = new StringBuilder(Html.heading("design", "The design"));
        out.append(Html.paragraph("", summary(record, design)));
        if (!design.failures().isEmpty()) {
            out.append("<ul class=\"exp-list\">");
            design.failures()
                    .forEach(failures -> out.append(Html.element("li", "", Html.escape(where(design, failures)))));
            out.append("</ul>\n");
        }
        return out.append(
                        design.inputs().isEmpty()
                                ? ""
                                : files.html(List.of(MatrixPlot.figure(points, points.caption()))))
                .toString();
    }

    private static String summary(ReportRecord record, DesignRecord design) {
        if (!design.isSimulated()) {
            return "No design chose the points: they are the " + Numbers.counted(design.points(), "row", "rows")
                    + " of the table. Where it has none, models have nothing to learn from.";
        }
        String replicates = design.replicates() > 1
                ? (design.points() == 1 ? ", simulated " : ", each simulated ") + Numbers.count(design.replicates())
                        + " times with other random numbers"
                : "";
        return points(design) + replicates
                + record.runs().map(DesignSection::runs).orElse("") + "."
                + (design.inputs().isEmpty() ? " Nothing but the random numbers differs from run to run." : "");
    }

    private static String points(DesignRecord design) {
        String points = Numbers.counted(design.points(), "point", "points");
        return switch (design.method()) {
            case "grid" -> design.points() == 1 ? "One design point" : "A grid of " + points;
            case "list" -> "A list of " + points;
            case "random" -> points + " drawn at random";
            case "sobol" -> points + " of a Sobol sequence";
            default -> points + " (" + design.method() + ")";
        };
    }

    private static String runs(Runs runs) {
        return ": " + Numbers.counted(runs.total(), "run", "runs")
                + (runs.failed() == 0
                        ? ", of which none failed"
                        : ", of which " + Numbers.count(runs.failed()) + " failed ("
                                + Numbers.percent((double) runs.failed() / runs.total()) + ")");
    }

    /** Where in an input runs failed, and whether they gather there. */
    private static String where(DesignRecord design, Failures failures) {
        List<Range> ranges = failures.ranges();
        List<Integer> told =
                new ArrayList<>(IntStream.range(0, ranges.size()).boxed().toList());
        if (told.size() > SHOWN) {
            told.sort(Comparator.comparingDouble((Integer i) -> ranges.get(i).share())
                    .reversed());
        }
        List<String> counts = new ArrayList<>();
        for (int i : told.subList(0, Math.min(SHOWN, told.size()))) {
            Range range = ranges.get(i);
            counts.add(Numbers.count(range.failed()) + " of " + Numbers.count(range.runs())
                    + (counts.isEmpty() ? " runs failed " : " ") + place(failures, i));
        }
        int worst = IntStream.range(0, ranges.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> chance(design, ranges, i)))
                .orElseThrow();
        double clear = ALPHA / (ranges.size() * design.failures().size());
        return "By " + Terms.axis(failures.input()) + ", " + String.join(", ", counts)
                + (chance(design, ranges, worst) < clear
                        ? ": failures gather " + place(failures, worst) + "."
                        : ": chance alone may have put them so.");
    }

    private static String place(Failures failures, int index) {
        Range range = failures.ranges().get(index);
        return failures.levels().isEmpty()
                ? "from " + Numbers.brief(range.low(), 3) + " to " + Numbers.brief(range.high(), 3)
                : "at " + failures.levels().get(index);
    }

    /**
     * The probability of as many failures in a range if all runs are as likely to fail (hypergeometric). Replicates of one point
     * may well fail together, so no more than they are is no pattern.
     */
    private static double chance(DesignRecord design, List<Range> ranges, int index) {
        int all = (int) ranges.stream().mapToLong(Range::runs).sum();
        int failed = (int) ranges.stream().mapToLong(Range::failed).sum();
        Range range = ranges.get(index);
        return range.failed() <= Math.max(1, design.replicates())
                ? 1
                : new HypergeometricDistribution(all, failed, (int) range.runs())
                        .upperCumulativeProbability((int) range.failed());
    }
}
