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
import org.jfree.data.xy.XYSeries;

/** The receiver operating characteristic: true against false positives over all thresholds. */
public final class RocPlot {

    private static final int HEIGHT = 452;
    private static final double FALSE_ALARMS = 0.1;
    private static final String ID = "roc";

    private RocPlot() {}

    /** The figure. */
    public static Figure figure(Classes classes, Scores scores) {
        ClassCurves curves = new ClassCurves(classes);
        List<Figure.Entry> legend = new ArrayList<>(curves.legend());
        legend.add(new Figure.Entry("line", Ink.MUTED, "a coin"));
        String title = "True against false positives";
        String caption = caption(curves, classes, scores);
        return new Figure(
                ID, title, caption, legend, "exp-half", new Drawing(HEIGHT, () -> plot(curves)), data(curves));
    }

    private static XYPlot plot(ClassCurves curves) {
        XYPlot plot = ClassCurves.plot("false positives, part of the others", "true positives, part of the class");
        Marks.diagonal(plot, 0, 1);
        for (int c = 0; c < curves.shown().size(); c++) {
            Characteristic curve = curves.shown().get(c);
            XYSeries points = new XYSeries(curve.level(), false, true);
            for (int i = 0; i < curve.falsePositives().size(); i++) {
                points.add(curve.falsePositives().get(i), curve.truePositives().get(i));
            }
            curves.draw(plot, c, points);
        }
        return plot;
    }

    private static Csv data(ClassCurves curves) {
        List<List<?>> rows = new ArrayList<>();
        for (Characteristic curve : curves.shown()) {
            for (int i = 0; i < curve.falsePositives().size(); i++) {
                rows.add(List.of(
                        curve.level(),
                        curve.falsePositives().get(i),
                        curve.truePositives().get(i)));
            }
        }
        return FigureData.table(List.of("class", "false_positives", "true_positives"), rows);
    }

    private static String caption(ClassCurves curves, Classes classes, Scores scores) {
        Interval auc = scores.metric("auc");
        Characteristic first = curves.shown().get(0);
        String ends = Numbers.skillEnds(auc);
        return "Area under the curve "
                + Numbers.skill(auc.value())
                + (ends.isEmpty() ? "" : " (" + ends + ")")
                + (classes.levels().size() > 2
                        ? ", the mean over the classes, each against the rest. "
                        : ", the chance that, of one that is " + first.level()
                                + " and one that is not, the former gets the higher probability of it. ")
                + "With " + Numbers.percent(FALSE_ALARMS) + " false alarms, "
                + Numbers.percent(at(first, FALSE_ALARMS)) + " of " + first.level() + " are found."
                + curves.leftOut();
    }

    /** True positives at a part of false ones, on the line between the points about it. */
    private static double at(Characteristic curve, double wanted) {
        List<Double> x = curve.falsePositives();
        List<Double> y = curve.truePositives();
        int above = 1;
        while (above < x.size() - 1 && x.get(above) < wanted) {
            above++;
        }
        double width = x.get(above) - x.get(above - 1);
        double part = width > 0 ? Math.max(0, Math.min(1, (wanted - x.get(above - 1)) / width)) : 1;
        return y.get(above - 1) + part * (y.get(above) - y.get(above - 1));
    }
}
