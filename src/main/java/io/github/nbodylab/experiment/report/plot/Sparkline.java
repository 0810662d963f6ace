package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How the headline of an experiment went from version to version, as small as a word. */
public final class Sparkline {

    private static final double WIDTH = 120;
    private static final double HEIGHT = 26;
    private static final double MARGIN = 4;

    private Sparkline() {}

    /**
     * The line with its intervals, as SVG in HTML.
     *
     * @param history of the experiment
     * @return empty if fewer than two versions have a headline
     */
    public static String html(History history) {
        List<Interval> values = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int v = history.versions().size() - 1; v >= 0; v--) {
            ReportRecord version = history.versions().get(v);
            boolean sameMetric = version.findings().headline()
                    == history.current().findings().headline();
            version.findings()
                    .chosenModel()
                    .test()
                    .map(version.findings()::headline)
                    .filter(found -> sameMetric && Double.isFinite(found.value()))
                    .ifPresent(found -> {
                        values.add(found);
                        words.add(version.version() + ": " + Numbers.skill(found.value()));
                    });
        }
        return values.size() < 2 ? "" : svg(values, String.join(", ", words));
    }

    private static String svg(List<Interval> values, String words) {
        double low = values.stream().mapToDouble(Sparkline::low).min().orElseThrow();
        double high = values.stream().mapToDouble(Sparkline::high).max().orElseThrow();
        StringBuilder bars = new StringBuilder();
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double x = MARGIN + i * (WIDTH - 2 * MARGIN) / (values.size() - 1);
            String y = y(values.get(i).value(), low, high);
            bars.append(String.format(
                    Locale.ROOT,
                    "M%.1f %sV%s",
                    x,
                    y(low(values.get(i)), low, high),
                    y(high(values.get(i)), low, high)));
            line.append(String.format(Locale.ROOT, "%s%.1f %s", i == 0 ? "M" : "L", x, y));
            if (i == values.size() - 1) {
                dots.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%s\" r=\"2.6\"/>", x, y));
            }
        }
        return String.format(
                Locale.ROOT,
                "<svg class=\"exp-spark\" role=\"img\" aria-label=\"%s\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f"
                        + " %.0f\"><title>%s</title><path class=\"exp-spark-bars\" d=\"%s\"/><path"
                        + " class=\"exp-spark-line\" d=\"%s\"/>%s</svg>",
                Html.escape(words),
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                Html.escape(words),
                bars,
                line,
                dots);
    }

    private static double low(Interval found) {
        return Double.isFinite(found.low()) ? found.low() : found.value();
    }

    private static double high(Interval found) {
        return Double.isFinite(found.high()) ? found.high() : found.value();
    }

    private static String y(double value, double low, double high) {
        double part = high > low ? (value - low) / (high - low) : 0.5;
        return String.format(Locale.ROOT, "%.1f", HEIGHT - MARGIN - part * (HEIGHT - 2 * MARGIN));
    }
}
