package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord.Curve;
import io.github.nbodylab.experiment.report.record.ReportRecord.MergersOverTime;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The number of mergers against time: one step curve for each of some runs. */
public final class MergersPlot {

    private static final int HEIGHT = 380;

    private MergersPlot() {}

    /** The figure. */
    public static Figure figure(MergersOverTime sample) {
        List<Curve> runs = sample.runs().stream()
                .sorted(Comparator.comparingInt((Curve run) -> run.times().size())
                        .reversed()
                        .thenComparing(Curve::run))
                .toList();
        List<Figure.Entry> legend = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Curve run = runs.get(i);
            legend.add(new Figure.Entry(
                    "line", ink(i, runs.size()), name(run) + ": " + run.times().size()));
        }
        String title = "Mergers against time";
        String caption = caption(runs, sample.until());
        return new Figure(
                "mergers",
                title,
                caption,
                legend,
                "exp-half",
                new Drawing(HEIGHT, () -> plot(runs, sample.until())),
                data(runs, sample.until()));
    }

    private static Ink ink(int place, int of) {
        return Ink.ramp(of < 2 ? 1 : 1 - (double) place / (of - 1));
    }

    private static String name(Curve run) {
        return run.label().isEmpty() ? run.run() : run.label();
    }

    private static XYPlot plot(List<Curve> runs, double until) {
        int most = Math.max(1, runs.get(0).times().size());
        XYPlot plot = Chart.plot(
                new ScaledAxis(Terms.axis("time"), Scale.LINEAR, 0, until * 1.005, Scale.LINEAR.ticks(0, until, 7)),
                new ScaledAxis("mergers so far", Scale.LINEAR, 0, most * 1.06),
                62);
        XYSeriesCollection curves = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = Chart.lines();
        for (int i = 0; i < runs.size(); i++) {
            curves.addSeries(steps(i, runs.get(i).times(), until));
            renderer.setSeriesPaint(i, ink(i, runs.size()).color());
            renderer.setSeriesStroke(i, Chart.stroke(1.9));
        }
        plot.setDataset(curves);
        plot.setRenderer(renderer);
        return plot;
    }

    private static Csv data(List<Curve> runs, double until) {
        List<List<?>> rows = new ArrayList<>();
        for (Curve run : runs) {
            rows.add(List.of(run.run(), run.label(), 0.0, 0));
            for (int i = 0; i < run.times().size(); i++) {
                rows.add(List.of(run.run(), run.label(), run.times().get(i), i + 1));
            }
            rows.add(List.of(run.run(), run.label(), until, run.times().size()));
        }
        return FigureData.table(List.of("run", "label", "time [Henon time]", "mergers"), rows);
    }

    private static XYSeries steps(int key, List<Double> times, double until) {
        XYSeries series = new XYSeries(key, false, true);
        series.add(0, 0);
        for (int i = 0; i < times.size(); i++) {
            series.add(times.get(i).doubleValue(), i);
            series.add(times.get(i).doubleValue(), i + 1.0);
        }
        series.add(until, times.size());
        return series;
    }

    private static String caption(List<Curve> runs, double until) {
        Curve most = runs.get(0);
        Curve least = runs.get(runs.size() - 1);
        StringBuilder out = new StringBuilder();
        out.append(Numbers.counted(runs.size(), "run", "runs"))
                .append(", from ")
                .append(Numbers.counted(least.times().size(), "merger", "mergers"))
                .append(" (")
                .append(name(least))
                .append(") to ")
                .append(Numbers.count(most.times().size()))
                .append(" (")
                .append(name(most))
                .append(") by t = ")
                .append(Numbers.brief(until, 3))
                .append(". ");
        long all = runs.stream().mapToLong(run -> run.times().size()).sum();
        long early = runs.stream()
                .flatMap(run -> run.times().stream())
                .filter(time -> time < until / 2)
                .count();
        if (all >= 20) {
            long difference = 2 * early - all;
            boolean clear = Math.abs(difference) > 2 * StrictMath.sqrt((double) all);
            out.append(Numbers.count(early))
                    .append(" of these ")
                    .append(Numbers.count(all))
                    .append(" mergers came in the first half of the time")
                    .append(
                            !clear
                                    ? ", so the rate is steady within the noise."
                                    : difference > 0 ? ": the rate falls." : ": the rate rises.");
        }
        return out.toString().strip();
    }
}
