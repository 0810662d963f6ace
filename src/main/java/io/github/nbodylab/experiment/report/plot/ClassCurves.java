package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.Diagnostics.Characteristic;
import io.github.nbodylab.experiment.report.record.Diagnostics.Classes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** One curve for each class that is told from the rest, of many the most frequent ones, each with ink and dashes. */
final class ClassCurves {

    private static final List<Ink> INKS = List.of(Ink.MAIN, Ink.SECOND, Ink.CEILING, Ink.MUTED, Ink.RAMP5);

    private final Classes classes;
    private final List<Characteristic> shown;

    ClassCurves(Classes classes) {
        this.classes = classes;
        this.shown = classes.characteristics().stream()
                .filter(curve -> !curve.falsePositives().isEmpty())
                .sorted(Comparator.comparingDouble((Characteristic curve) -> -baseRate(curve)))
                .limit(INKS.size())
                .toList();
    }

    /** How frequent a class is. */
    double baseRate(Characteristic curve) {
        return classes.baseRates().get(classes.levels().indexOf(curve.level()));
    }

    /** Those that are drawn, the most frequent class first. */
    List<Characteristic> shown() {
        return shown;
    }

    /** Of which classes not all are drawn, as a sentence; else nothing. */
    String leftOut() {
        int all = classes.characteristics().size();
        return shown.size() < all
                ? " Of " + all + " classes the " + shown.size() + " most frequent ones are drawn."
                : "";
    }

    List<Figure.Entry> legend() {
        List<Figure.Entry> legend = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            legend.add(new Figure.Entry("line", INKS.get(i), shown.get(i).level()));
        }
        return legend;
    }

    /** A plot of two parts of wholes, from 0 to 1. */
    static XYPlot plot(String x, String y) {
        return Chart.plot(
                new ScaledAxis(x, Scale.LINEAR, 0, 1.02, Scale.LINEAR.ticks(0, 1, 6)),
                new ScaledAxis(y, Scale.LINEAR, 0, 1.02, Scale.LINEAR.ticks(0, 1, 6)),
                62);
    }

    /** Draws the curve that stands at a place among those shown. */
    void draw(XYPlot plot, int place, XYSeries points) {
        Marks.curve(plot, points, INKS.get(place), 1, 2);
    }
}
