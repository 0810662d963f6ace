package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.RunsPictures.EnergyErrors;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;

/** The energy errors of the runs, against the input that they go with most, or else how often each size occurs. */
public final class EnergyErrorsPlot {

    private static final int HEIGHT = 340;
    private static final int BINS = 20;
    private static final double WEAK = 0.3;

    private final EnergyErrors errors;
    /** Places, among the errors kept, of those that a logarithmic axis can show. */
    private final int[] shown;

    private EnergyErrorsPlot(EnergyErrors errors) {
        this.errors = errors;
        this.shown = IntStream.range(0, errors.errors().size())
                .filter(i -> errors.errors().get(i) > 0)
                .toArray();
    }

    /** Whether there is an error to show: one that is above 0. */
    public static boolean shows(EnergyErrors errors) {
        return errors.errors().stream().anyMatch(error -> error > 0);
    }

    /** The figure. */
    public static Figure figure(EnergyErrors errors) {
        EnergyErrorsPlot picture = new EnergyErrorsPlot(errors);
        boolean against = !errors.input().isEmpty();
        String title = against ? "Energy errors against " + Terms.axis(errors.input()) : "Energy errors";
        String caption = picture.caption();
        return new Figure(
                "energy-errors",
                title,
                caption,
                picture.legend(against),
                "exp-half",
                new Drawing(HEIGHT, against ? picture::scatter : picture::histogram),
                picture.data(against));
    }

    private List<Figure.Entry> legend(boolean against) {
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry(against ? "dot" : "block", Ink.MAIN, against ? "one run" : "runs"));
        if (against && !errors.failed().isEmpty()) {
            legend.add(new Figure.Entry("cross", Ink.TEXT, "one that failed"));
        }
        if (errors.limit() > 0) {
            legend.add(new Figure.Entry("dash", Ink.SECOND, "limit, beyond which a run has failed"));
        }
        return legend;
    }

    private Csv data(boolean against) {
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < errors.errors().size(); i++) {
            String status = errors.failed().contains(i) ? "failed" : "completed";
            double error = errors.errors().get(i);
            rows.add(against ? List.of(errors.values().get(i), error, status) : List.of(error, status));
        }
        List<String> columns = List.of("energyError", "status");
        return FigureData.table(against ? FigureData.join(List.of(errors.input()), columns) : columns, rows);
    }

    private double[] logarithms() {
        return IntStream.of(shown)
                .mapToDouble(i -> StrictMath.log10(errors.errors().get(i)))
                .sorted()
                .toArray();
    }

    /** An axis over whole powers of ten, to the limit and beyond. */
    private ScaledAxis axis() {
        double[] logarithms = logarithms();
        double low = StrictMath.floor(logarithms[0]);
        double most = logarithms[logarithms.length - 1];
        double high = StrictMath.ceil(errors.limit() > 0 ? Math.max(most, StrictMath.log10(errors.limit())) : most);
        double top = high > low ? high : low + 1;
        return new ScaledAxis(
                "relative energy error",
                Scale.LOG,
                StrictMath.pow(10, low - 0.1),
                StrictMath.pow(10, top + 0.15),
                PanelAxes.decades(StrictMath.pow(10, low), StrictMath.pow(10, top), 7));
    }

    private XYPlot scatter() {
        double[] values =
                IntStream.of(shown).mapToDouble(i -> errors.values().get(i)).toArray();
        ValueAxis x =
                PanelAxes.numbers(Terms.axis(errors.input()), Panels.scale(values, errors.log()), values, Chart.WIDTH);
        XYPlot plot = Chart.plot(x, axis(), 76);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        if (errors.limit() > 0) {
            plot.addRangeMarker(Marks.line(errors.limit(), Ink.SECOND, 1.6, 6f, 4f));
        }
        XYSeries completed = new XYSeries("completed", false, true);
        XYSeries failed = new XYSeries("failed", false, true);
        for (int i : shown) {
            (errors.failed().contains(i) ? failed : completed)
                    .add(errors.values().get(i), errors.errors().get(i));
        }
        Marks.layer(plot, completed, Chart.dots(Ink.MAIN, 3.6, 0.6));
        Marks.layer(plot, failed, Marks.shapes(Ink.TEXT, ShapeUtils.createDiagonalCross(5, 0.8f), true));
        return plot;
    }

    private XYPlot histogram() {
        double[] logarithms = logarithms();
        double low = logarithms[0];
        double width = (logarithms[logarithms.length - 1] - low) / BINS;
        double[] counts = new double[BINS];
        for (double logarithm : logarithms) {
            counts[width > 0 ? (int) Math.min(BINS - 1, (logarithm - low) / width) : 0]++;
        }
        List<Bars.Bar> bars = new ArrayList<>();
        double step = width > 0 ? width : 0.05;
        for (int i = 0; i < BINS; i++) {
            bars.add(new Bars.Bar(
                    StrictMath.pow(10, low + i * step), StrictMath.pow(10, low + (i + 1) * step), counts[i]));
        }
        double most = IntStream.range(0, BINS).mapToDouble(i -> counts[i]).max().orElse(1);
        XYPlot plot = Chart.plot(axis(), new ScaledAxis("runs", Scale.LINEAR, 0, 1.08 * most), 62);
        if (errors.limit() > 0) {
            plot.addDomainMarker(Marks.line(errors.limit(), Ink.SECOND, 1.6, 6f, 4f));
        }
        Bars.fill(plot, bars, Ink.MAIN, 0.7);
        return plot;
    }

    private String caption() {
        double[] sorted = errors.errors().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double largest = sorted[sorted.length - 1];
        StringBuilder out = new StringBuilder();
        out.append(
                errors.every() > 1
                        ? Numbers.count(errors.errors().size()) + " of " + Numbers.counted(errors.runs(), "run", "runs")
                                + ", evenly taken. "
                        : Numbers.counted(errors.runs(), "run", "runs") + ". ");
        out.append("Half of them change their energy by at most ")
                .append(Numbers.significant(sorted[sorted.length / 2], 2))
                .append(" of it, none by more than ")
                .append(Numbers.significant(largest, 2))
                .append(". ");
        if (errors.limit() > 0 && largest > 0 && errors.failed().isEmpty()) {
            out.append(
                    largest <= errors.limit()
                            ? "That is " + about(errors.limit() / largest) + " times below the limit of "
                            : "The limit is ");
            out.append(Numbers.brief(errors.limit(), 2)).append(". ");
        }
        if (shown.length < sorted.length) {
            out.append(Numbers.counted(sorted.length - shown.length, "run", "runs"))
                    .append(" without any error cannot be shown. ");
        }
        return out.append(trend()).toString().strip();
    }

    /** With two significant digits, the rest being zeros. */
    private static String about(double ratio) {
        double unit = StrictMath.pow(10, Math.max(0, StrictMath.floor(StrictMath.log10(ratio)) - 1));
        return Numbers.brief(unit * StrictMath.rint(ratio / unit), 2);
    }

    private String trend() {
        double correlation = errors.rankCorrelation();
        if (errors.input().isEmpty() || Double.isNaN(correlation)) {
            return "";
        }
        String how = " (rank correlation " + Numbers.fixed(correlation, 2) + ").";
        if (Double.isNaN(errors.chance())) { // of an older record, which does not tell how many inputs were tried
            return "They go most with " + Terms.axis(errors.input()) + how;
        }
        if (Math.abs(correlation) <= errors.chance()) {
            return "They go most with " + Terms.axis(errors.input()) + ", but no more than chance may have it" + how;
        }
        return "Energy errors " + (correlation > 0 ? "grow " : "fall ")
                + (Math.abs(correlation) < WEAK ? "weakly " : "") + "with " + Terms.axis(errors.input()) + how;
    }
}
