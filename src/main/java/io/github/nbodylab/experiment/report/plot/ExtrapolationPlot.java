package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.DomainFindings.Curve;
import io.github.nbodylab.experiment.report.record.DomainFindings.ModelDomain;
import io.github.nbodylab.experiment.report.record.DomainFindings.Point;
import io.github.nbodylab.experiment.report.record.DomainFindings.Said;
import io.github.nbodylab.experiment.report.record.DomainFindings.Sweep;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Input;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Prediction;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What a model predicts along the input whose bounds part the rows, with its 95 % interval, and what was observed. */
public final class ExtrapolationPlot {

    private static final int HEIGHT = 360;

    private final ReportRecord record;
    private final Sweep sweep;
    private final List<Point> test;
    private final String target;
    private final Scale across;
    private final Scale up;
    private final double lowest;
    private final double highest;

    private ExtrapolationPlot(ReportRecord record, Sweep sweep) {
        this.record = record;
        this.sweep = sweep;
        this.target = record.findings().targets().get(0).name();
        boolean count = record.findings().targets().get(0).count();
        this.test = record.pictures().predictions().stream()
                .filter(row -> row.inputs().containsKey(sweep.input()))
                .map(this::point)
                .toList();
        boolean log = record.findings().inputs().stream()
                .anyMatch(input -> input.name().equals(sweep.input()) && input.log());
        this.across = Scale.of(places(sweep, test).boxed().toList(), log);
        this.up = count ? Scale.ROOT : Scale.LINEAR;
        var observed = Stream.concat(test.stream(), sweep.rows().stream())
                .mapToDouble(Point::y)
                .summaryStatistics();
        double low = up.place(count ? 0 : observed.getMin());
        double high = up.place(observed.getMax());
        double room = high > low ? high - low : 1;
        this.lowest = up.number(count ? 0 : low - 0.15 * room);
        this.highest = up.number(high + 0.15 * room);
    }

    private Point point(Prediction row) {
        return new Point(
                Double.parseDouble(row.inputs().get(sweep.input())),
                row.observed().get(target));
    }

    private static DoubleStream places(Sweep sweep, List<Point> test) {
        return DoubleStream.concat(
                Stream.concat(test.stream(), sweep.rows().stream()).mapToDouble(Point::x),
                sweep.curves().stream()
                        .flatMap(curve -> curve.points().stream())
                        .mapToDouble(Said::x));
    }

    /** A figure for each model that is shown. */
    public static List<Figure> figures(ReportRecord record, Sweep sweep) {
        if (sweep.rows().isEmpty()) {
            return List.of();
        }
        ExtrapolationPlot plot = new ExtrapolationPlot(record, sweep);
        return sweep.curves().stream()
                .filter(curve -> curve.points().size() > 1)
                .map(plot::figure)
                .toList();
    }

    private Figure figure(Curve curve) {
        String id = "beyond-" + curve.model().replaceAll("[^A-Za-z0-9]", "-");
        String title = Terms.capital(Terms.words(curve.model())) + " beyond its training rows";
        String caption = caption(curve);
        List<Figure.Entry> legend = new ArrayList<>(List.of(
                new Figure.Entry("line", Ink.TEXT, "predicted"),
                new Figure.Entry("dot", Ink.MAIN, "one test row"),
                new Figure.Entry("dot", Ink.SECOND, "one row held out beyond"),
                new Figure.Entry("dash", Ink.MUTED, "bound of the training rows")));
        if (hasBand(curve)) {
            legend.add(1, new Figure.Entry("band", Ink.BAND, "95\u00a0% interval of one observation"));
        }
        return new Figure(id, title, caption, legend, "exp-half", new Drawing(HEIGHT, () -> plot(curve)), data(curve));
    }

    private static boolean hasBand(Curve curve) {
        return curve.points().stream().noneMatch(said -> Double.isNaN(said.low()));
    }

    private XYPlot plot(Curve curve) {
        var range = places(sweep, test).summaryStatistics();
        double margin = 0.03 * (across.place(range.getMax()) - across.place(range.getMin()));
        XYPlot plot = Chart.plot(
                new ScaledAxis(
                        Terms.axis(sweep.input()),
                        across,
                        across.number(across.place(range.getMin()) - margin),
                        across.number(across.place(range.getMax()) + margin)),
                new ScaledAxis(Terms.axis(target), up, lowest, highest),
                62);
        XYLineAndShapeRenderer line = Chart.lines();
        line.setSeriesPaint(0, Ink.TEXT.color());
        line.setSeriesStroke(0, Chart.stroke(1.8));
        if (hasBand(curve)) {
            line.addAnnotation(band(curve), Layer.BACKGROUND);
        }
        plot.setDataset(0, predicted(curve));
        plot.setRenderer(0, line);
        plot.setDataset(1, dots(test));
        plot.setRenderer(1, Chart.dots(Ink.MAIN, 3.5, 0.62));
        plot.setDataset(2, dots(sweep.rows()));
        plot.setRenderer(2, Chart.dots(Ink.SECOND, 3.5, 0.62));
        DoubleStream.of(sweep.min(), sweep.max())
                .filter(Double::isFinite)
                .forEach(bound -> plot.addDomainMarker(
                        new ValueMarker(bound, Ink.MUTED.color(), Chart.stroke(1.2, 5, 4)), Layer.BACKGROUND));
        return plot;
    }

    private Csv data(Curve curve) {
        List<List<?>> rows = new ArrayList<>();
        curve.points().forEach(said -> rows.add(List.of("predicted", said.x(), said.mean(), said.low(), said.high())));
        test.forEach(row -> rows.add(List.of("test row", row.x(), row.y(), "", "")));
        sweep.rows().forEach(row -> rows.add(List.of("row beyond", row.x(), row.y(), "", "")));
        String input = record.findings().inputs().stream()
                .filter(known -> known.name().equals(sweep.input()))
                .findFirst()
                .map(FigureData::column)
                .orElse(sweep.input());
        return FigureData.table(FigureData.join(List.of("what", input), FigureData.columns(target)), rows);
    }

    private static XYSeriesCollection dots(List<Point> points) {
        XYSeries series = new XYSeries("rows", false, true);
        points.forEach(point -> series.add(point.x(), point.y()));
        return new XYSeriesCollection(series);
    }

    /** The line breaks where it leaves the picture. */
    private XYSeriesCollection predicted(Curve curve) {
        XYSeries series = new XYSeries("predicted", false, true);
        for (Said said : curve.points()) {
            boolean inside = said.mean() >= lowest && said.mean() <= highest;
            series.add(said.x(), inside ? said.mean() : Double.NaN);
        }
        return new XYSeriesCollection(series);
    }

    private XYPolygonAnnotation band(Curve curve) {
        List<Said> points = curve.points();
        double[] polygon = new double[4 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            Said said = points.get(i);
            int back = polygon.length - 2 - 2 * i;
            polygon[2 * i] = said.x();
            polygon[2 * i + 1] = within(said.high());
            polygon[back] = said.x();
            polygon[back + 1] = within(said.low());
        }
        return new XYPolygonAnnotation(polygon, null, null, Ink.BAND.color(0.16));
    }

    private double within(double value) {
        return Math.max(lowest, Math.min(highest, value));
    }

    private String caption(Curve curve) {
        StringBuilder out = new StringBuilder("Trained ").append(bounds());
        if (!sweep.at().isEmpty()) {
            out.append("; the curve is at ")
                    .append(sweep.at().entrySet().stream()
                            .map(other ->
                                    Terms.symbol(other.getKey()) + " = " + brief(other.getKey(), other.getValue()))
                            .collect(Collectors.joining(", ")))
                    .append(", the rows at all of theirs");
        }
        out.append(". ");
        Optional<ModelDomain> model = record.domain().models().stream()
                .filter(known -> known.name().equals(curve.model()))
                .findFirst();
        model.flatMap(ModelDomain::beyond)
                .ifPresent(beyond -> out.append(told(model.get().test(), beyond)));
        if (curve.points().stream().anyMatch(said -> said.mean() > highest || said.mean() < lowest)) {
            out.append(" Where the curve breaks off it leaves the picture.");
        }
        return up == Scale.ROOT ? out + " The vertical axis is a square-root scale." : out.toString();
    }

    /** What becomes of error, interval and coverage from the test to the rows beyond. */
    private static String told(Scores test, Scores beyond) {
        Interval covered = beyond.metric("coverage95");
        String error = "Its rmse is " + Numbers.significant(test.metric("rmse").value(), 3) + " on the test rows and "
                + (Double.isFinite(beyond.metric("rmse").value())
                        ? Numbers.significant(beyond.metric("rmse").value(), 3)
                        : "larger than any number")
                + " beyond";
        if (Double.isNaN(covered.value())) {
            return error + ".";
        }
        double wider = beyond.metric("width95").value() / test.metric("width95").value();
        return error + "; its 95\u00a0% intervals"
                + (Double.isFinite(wider)
                        ? ", " + Numbers.significant(wider, 2) + " times as wide there on average,"
                        : "")
                + " cover " + Numbers.wholePercent(covered.value()) + " instead of "
                + Numbers.wholePercent(test.metric("coverage95").value()) + ".";
    }

    private String bounds() {
        String symbol = Terms.symbol(sweep.input());
        String low = Double.isNaN(sweep.min()) ? "" : "from " + symbol + " = " + Numbers.brief(sweep.min(), 3);
        String high = Double.isNaN(sweep.max()) ? "" : "up to " + symbol + " = " + Numbers.brief(sweep.max(), 3);
        return low + (low.isEmpty() || high.isEmpty() ? "" : " ") + high + " only";
    }

    private String brief(String name, String text) {
        boolean number = record.findings().inputs().stream()
                .filter(input -> input.name().equals(name))
                .map(Input::levels)
                .anyMatch(List::isEmpty);
        return number ? Numbers.brief(Double.parseDouble(text), 3) : text;
    }
}
