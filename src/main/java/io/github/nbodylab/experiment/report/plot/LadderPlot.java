package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The headline metric of each rung with its interval, on the folds and on the test rows, under the ceiling of the noise. */
public final class LadderPlot {

    private static final double LOWEST = -0.5;

    private LadderPlot() {}

    /** The figure. */
    public static Figure figure(Findings findings) {
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("dot", Ink.MAIN, "test rows"));
        legend.add(new Figure.Entry("ring", Ink.SECOND, "cross-validation"));
        findings.ceiling().ifPresent(c -> legend.add(new Figure.Entry("dash", Ink.CEILING, "ceiling of the noise")));
        String title = "How far each rung reaches";
        String caption = caption(findings);
        int height = 78 + 46 * findings.models().size();
        return new Figure(
                "ladder",
                title,
                caption,
                legend,
                "exp-wide",
                new Drawing(height, () -> plot(findings)),
                data(findings));
    }

    private static XYPlot plot(Findings findings) {
        String[] names = findings.models().stream()
                .map(model -> Terms.words(model.name()) + (model.name().equals(findings.chosen()) ? " \u2605" : ""))
                .toArray(String[]::new);
        SymbolAxis rungs = new SymbolAxis(null, names);
        rungs.setInverted(true);
        rungs.setGridBandsVisible(false);
        rungs.setRange(-0.55, names.length - 0.45);
        double low = intervals(findings)
                .mapToDouble(interval -> Math.min(interval.value(), interval.low()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        XYPlot plot = Chart.plot(
                new ScaledAxis(name(findings), Scale.LINEAR, Math.max(LOWEST, Math.min(0, low) - 0.04), 1.02),
                rungs,
                142);
        plot.setRangeGridlinesVisible(false);
        findings.ceiling().ifPresent(ceiling -> {
            plot.addDomainMarker(Marks.band(ceiling.q2().low(), ceiling.q2().high(), Ink.CEILING), Layer.BACKGROUND);
            plot.addDomainMarker(Marks.line(ceiling.q2().value(), Ink.CEILING, 1.6, 5f, 4f), Layer.BACKGROUND);
        });
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series(
                "test",
                findings.models().stream()
                        .map(model -> model.test()
                                .map(findings::headline)
                                .orElse(new Interval(Double.NaN, Double.NaN, Double.NaN)))
                        .toList(),
                -0.13));
        data.addSeries(series(
                "cross-validation",
                findings.models().stream()
                        .map(model -> findings.headline(model.crossValidation()))
                        .toList(),
                0.13));
        plot.setDataset(data);
        plot.setRenderer(Marks.whiskers(false, Ink.MAIN, Ink.SECOND));
        return plot;
    }

    private static XYIntervalSeries series(String name, List<Interval> intervals, double shift) {
        XYIntervalSeries series = new XYIntervalSeries(name, false, true);
        for (int i = 0; i < intervals.size(); i++) {
            Interval found = intervals.get(i);
            if (Double.isFinite(found.value())) {
                double low = Double.isFinite(found.low()) ? found.low() : found.value();
                double high = Double.isFinite(found.high()) ? found.high() : found.value();
                series.add(found.value(), low, high, i + shift, i + shift, i + shift);
            }
        }
        return series;
    }

    private static Csv data(Findings findings) {
        List<List<?>> rows = new ArrayList<>();
        for (Model model : findings.models()) {
            model.test()
                    .ifPresent(scores -> rows.add(FigureData.join(
                            List.of(model.name(), "test"), FigureData.cells(findings.headline(scores)))));
            rows.add(FigureData.join(
                    List.of(model.name(), "cross-validation"),
                    FigureData.cells(findings.headline(model.crossValidation()))));
        }
        findings.ceiling()
                .ifPresent(ceiling ->
                        rows.add(FigureData.join(List.of("noise ceiling", ""), FigureData.cells(ceiling.q2()))));
        return FigureData.table(
                FigureData.join(
                        List.of("model", "rows"),
                        FigureData.columns(findings.headline().metric())),
                rows);
    }

    private static Stream<Interval> intervals(Findings findings) {
        return findings.models().stream()
                .flatMap(model -> Stream.concat(
                        Stream.of(findings.headline(model.crossValidation())),
                        model.test().map(findings::headline).stream()));
    }

    /** Of the baselines, or of the rungs, the one that does best in cross-validation. */
    private static Optional<Model> best(Findings findings, boolean baseline) {
        return findings.models().stream()
                .filter(model -> model.baseline() == baseline && model.failure().isEmpty())
                .max(Comparator.comparingDouble(
                        model -> findings.headline(model.crossValidation()).value()));
    }

    private static String crossValidated(Findings findings, Model model) {
        return Numbers.skill(findings.headline(model.crossValidation()).value());
    }

    /** As text: plots know no HTML. */
    private static String name(Findings findings) {
        return Terms.metric(findings.headline().metric());
    }

    private static String caption(Findings findings) {
        Model chosen = findings.chosenModel();
        StringBuilder out = new StringBuilder(
                "Dots are " + name(findings) + ", lines their 95\u00a0% intervals; the star marks the chosen rung. ");
        Model best = best(findings, false).orElse(chosen);
        if (best.name().equals(chosen.name())) {
            out.append("No rung does better in cross-validation. ");
        } else {
            out.append("In cross-validation ")
                    .append(Terms.words(best.name()))
                    .append(" reaches ")
                    .append(crossValidated(findings, best))
                    .append(", the simpler ")
                    .append(Terms.words(chosen.name()))
                    .append(" ")
                    .append(crossValidated(findings, chosen))
                    .append(". ");
        }
        best(findings, true)
                .ifPresent(baseline -> out.append("The best baseline, ")
                        .append(Terms.words(baseline.name()))
                        .append(", which is never chosen, reaches ")
                        .append(crossValidated(findings, baseline))
                        .append(". "));
        findings.ceiling()
                .ifPresent(
                        ceiling -> out.append("Test rows with equal inputs differ, so that about ")
                                .append(Numbers.skill(ceiling.q2().value()))
                                .append(
                                        " can be expected of a model that knows all there is to know (dashed; the interval is shaded)."));
        boolean clipped = intervals(findings).anyMatch(found -> found.value() < LOWEST || found.low() < LOWEST);
        return out.toString().strip() + (clipped ? " What lies below \u22120.5 is cut off." : "");
    }
}
