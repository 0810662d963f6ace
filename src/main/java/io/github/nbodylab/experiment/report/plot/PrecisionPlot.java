package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.Characteristic;
import io.github.nbodylab.experiment.report.record.Diagnostics.Classes;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;

/**
 * Precision against recall. It follows from the receiver operating characteristic: of n rows with the base rate b, a
 * threshold takes n (b t + (1 - b) f) for the class, n b t of them rightly.
 */
public final class PrecisionPlot {

    private static final int HEIGHT = 452;
    private static final String ID = "precision";

    private PrecisionPlot() {}

    /** The figure. */
    public static Figure figure(Classes classes, Scores scores) {
        ClassCurves curves = new ClassCurves(classes);
        List<Figure.Entry> legend = new ArrayList<>(curves.legend());
        if (curves.shown().size() == 1) {
            legend.add(new Figure.Entry("dash", Ink.MUTED, "a coin: the base rate"));
        }
        String title = "Precision against recall";
        String caption = caption(curves, scores);
        return new Figure(
                ID, title, caption, legend, "exp-half", new Drawing(HEIGHT, () -> plot(curves)), data(curves));
    }

    private static XYPlot plot(ClassCurves curves) {
        XYPlot plot =
                ClassCurves.plot("recall, part of the class that is found", "precision, part that is rightly found");
        for (int c = 0; c < curves.shown().size(); c++) {
            Characteristic curve = curves.shown().get(c);
            if (curves.shown().size() == 1) {
                plot.addRangeMarker(Marks.line(curves.baseRate(curve), Ink.MUTED, 1.2, 5f, 4f), Layer.BACKGROUND);
            }
            XYSeries points = new XYSeries(curve.level(), false, true);
            for (int i = 0; i < curve.falsePositives().size(); i++) {
                if (curve.truePositives().get(i) > 0) {
                    points.add(curve.truePositives().get(i).doubleValue(), precision(curves, curve, i));
                }
            }
            curves.draw(plot, c, points);
        }
        return plot;
    }

    private static double precision(ClassCurves curves, Characteristic curve, int point) {
        double base = curves.baseRate(curve);
        double right = base * curve.truePositives().get(point);
        return right / (right + (1 - base) * curve.falsePositives().get(point));
    }

    private static Csv data(ClassCurves curves) {
        List<List<?>> rows = new ArrayList<>();
        for (Characteristic curve : curves.shown()) {
            for (int i = 0; i < curve.falsePositives().size(); i++) {
                rows.add(List.of(curve.level(), curve.truePositives().get(i), precision(curves, curve, i)));
            }
        }
        return FigureData.table(List.of("class", "recall", "precision"), rows);
    }

    private static String caption(ClassCurves curves, Scores scores) {
        Interval average = scores.metric("pr-auc");
        Characteristic first = curves.shown().get(0);
        int half = 0;
        while (first.truePositives().get(half) < 0.5) {
            half++;
        }
        String ends = Numbers.skillEnds(average);
        return "Average precision "
                + Numbers.skill(average.value())
                + (ends.isEmpty() ? "" : " (" + ends + ")")
                + (curves.shown().size() > 1 ? ", the mean over the classes" : "")
                + ". Whoever wants to find half of " + first.level() + " (base rate "
                + Numbers.percent(curves.baseRate(first)) + ") is right in "
                + Numbers.percent(precision(curves, first, half)) + " of what is found." + curves.leftOut();
    }
}
