package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.ReportRecord.LossCurve;
import io.github.nbodylab.experiment.report.record.ReportRecord.LossCurves;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** The loss of each network of a model against the epoch, of the rows learnt from and of those that were watched. */
public final class LossPlot {

    private static final int HEIGHT = 380;

    private LossPlot() {}

    /** The figure; {@code id} is unique in its page. */
    public static Figure figure(Model model, LossCurves networks, String id) {
        boolean watched = isWatched(networks);
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("line", Ink.MAIN, "rows learnt from"));
        if (watched) {
            legend.add(new Figure.Entry("line", Ink.SECOND, "rows watched"));
            legend.add(new Figure.Entry("dot", Ink.SECOND, "the weights that were kept"));
        }
        String title = Terms.capital(Terms.words(model.name())) + ": loss against epoch"
                + (networks.target().isEmpty() ? "" : ", " + Terms.axis(networks.target()));
        String caption = caption(networks, watched);
        return new Figure(
                id,
                title,
                caption,
                legend,
                "exp-half",
                new Drawing(HEIGHT, () -> plot(networks.curves(), watched)),
                data(networks.curves()));
    }

    private static boolean isWatched(LossCurves networks) {
        return networks.curves().stream().anyMatch(curve -> !curve.validation().isEmpty());
    }

    private static XYPlot plot(List<LossCurve> curves, boolean watched) {
        double low = losses(curves).min(Double::compare).orElse(0.0);
        double high = losses(curves).max(Double::compare).orElse(1.0);
        double last = curves.stream()
                .flatMap(curve -> curve.epochs().stream())
                .mapToDouble(Long::doubleValue)
                .max()
                .orElse(1);
        Scale scale = low > 0 && high > 5 * low ? Scale.LOG : Scale.LINEAR;
        double margin = high > low ? 0.06 * (scale.place(high) - scale.place(low)) : 1;
        XYPlot plot = Chart.plot(
                new ScaledAxis("epoch", Scale.LINEAR, 0, 1.02 * last, Scale.LINEAR.ticks(0, last, 6)),
                new ScaledAxis(
                        "mean loss",
                        scale,
                        scale.number(scale.place(low) - margin),
                        scale.number(scale.place(high) + margin)),
                72);
        XYSeries kept = new XYSeries("kept", false, true);
        for (LossCurve curve : curves) {
            Marks.curve(plot, series(curve.epochs(), curve.training()), Ink.MAIN, 0.75, 1.4);
            if (!curve.validation().isEmpty()) {
                Marks.curve(plot, series(curve.epochs(), curve.validation()), Ink.SECOND, 0.75, 1.4);
                kept.add((double) curve.keptEpoch(), at(curve));
            }
        }
        if (watched) {
            Marks.layer(plot, kept, Chart.dots(Ink.SECOND, 4.5, 1));
            plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        }
        return plot;
    }

    private static Csv data(List<LossCurve> curves) {
        List<List<?>> rows = new ArrayList<>();
        for (int c = 0; c < curves.size(); c++) {
            LossCurve curve = curves.get(c);
            for (int e = 0; e < curve.epochs().size(); e++) {
                rows.add(List.of(
                        c + 1,
                        curve.epochs().get(e),
                        curve.training().get(e),
                        curve.validation().isEmpty() ? "" : curve.validation().get(e),
                        curve.validation().isEmpty() ? "" : curve.keptEpoch()));
            }
        }
        return FigureData.table(List.of("network", "epoch", "loss_learnt", "loss_watched", "epoch_kept"), rows);
    }

    private static XYSeries series(List<Long> epochs, List<Double> losses) {
        XYSeries series = new XYSeries("loss", false, true);
        for (int i = 0; i < epochs.size(); i++) {
            series.add(epochs.get(i).doubleValue(), losses.get(i).doubleValue());
        }
        return series;
    }

    /** The validation loss at the epoch that was kept, or at the last one before that the curve has. */
    private static double at(LossCurve curve) {
        int place = 0;
        while (place + 1 < curve.epochs().size() && curve.epochs().get(place + 1) <= curve.keptEpoch()) {
            place++;
        }
        return curve.validation().get(place);
    }

    private static Stream<Double> losses(List<LossCurve> curves) {
        return curves.stream().flatMap(curve -> Stream.concat(curve.training().stream(), curve.validation().stream()));
    }

    private static String caption(LossCurves networks, boolean watched) {
        List<LossCurve> curves = networks.curves();
        double start = curves.stream()
                .mapToDouble(curve -> curve.training().get(0))
                .average()
                .orElse(0);
        double end = curves.stream()
                .mapToDouble(curve -> last(curve.training()))
                .average()
                .orElse(0);
        List<LossCurve> stopped =
                curves.stream().filter(curve -> !curve.validation().isEmpty()).toList();
        long first = stopped.stream().mapToLong(LossCurve::keptEpoch).min().orElse(0);
        long latest = stopped.stream().mapToLong(LossCurve::keptEpoch).max().orElse(0);
        String shown = networks.networks() > curves.size()
                ? "The first " + curves.size() + " of " + Numbers.count(networks.networks()) + " networks"
                : curves.size() == 1 ? "One network" : "Each of " + curves.size() + " networks";
        return shown + ": the mean loss of the rows learnt from went from " + Numbers.significant(start, 2) + " to "
                + Numbers.significant(end, 2) + ". "
                + (watched
                        ? "Early stopping kept the weights of epoch "
                                + (first == latest
                                        ? Numbers.count(first)
                                        : Numbers.count(first) + " to " + Numbers.count(latest))
                                + ", where the loss of the watched rows, "
                                + Numbers.significant(
                                        stopped.stream()
                                                .mapToDouble(LossPlot::at)
                                                .average()
                                                .orElse(0),
                                        2)
                                + " on average, was smallest; what came after would have been over-fitting."
                        : "No rows were kept aside to watch, so the last epoch counts; whether it over-fits, only"
                                + " cross-validation tells.");
    }

    private static double last(List<Double> losses) {
        return losses.get(losses.size() - 1);
    }
}
