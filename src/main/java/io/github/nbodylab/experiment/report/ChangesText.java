package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.Changes;
import io.github.nbodylab.experiment.report.record.Changes.Entry;
import io.github.nbodylab.experiment.report.record.Changes.Moved;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.words.Digests;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.spec.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What has changed between two results of an experiment, as plain lines for a terminal. */
public final class ChangesText {

    private ChangesText() {}

    /**
     * The lines, indented below a heading that the caller writes; only what differs.
     *
     * @return empty if nothing differs
     */
    public static List<String> lines(ReportRecord before, ReportRecord now) {
        Changes changes = Changes.between(before, now);
        List<String> lines = new ArrayList<>();
        entries(lines, "spec", changes.spec());
        entries(lines, "code and machine", changes.code());
        entries(lines, "data", changes.data());
        if (!changes.metrics().isEmpty()) {
            lines.add(
                    "  metrics that differ by more than " + Decimal.shortest(changes.tolerance()) + " of their value");
            changes.metrics().forEach(moved -> lines.add("    " + line(moved)));
        }
        if (changes.alike() > 0) {
            lines.add("  " + alike(changes).replace('\u00a0', ' '));
        }
        return lines;
    }

    /** How many metrics differ by too little to be listed. */
    static String alike(Changes changes) {
        return Numbers.counted(changes.alike(), "metric differs", "metrics differ")
                + " by less than the tolerance of the spec, " + Decimal.shortest(changes.tolerance()) + ".";
    }

    private static void entries(List<String> lines, String heading, List<Entry> entries) {
        if (!entries.isEmpty()) {
            lines.add("  " + heading);
            entries.forEach(entry ->
                    lines.add("    " + entry.what() + ": " + side(entry.before()) + " -> " + side(entry.now())));
        }
    }

    private static String side(String text) {
        return text.isEmpty() ? "(none)" : Digests.brief(text.replaceAll("\\s+", " "));
    }

    private static String line(Moved moved) {
        return moved.model() + " " + moved.metric() + (moved.test() ? " on test rows: " : " in cross-validation: ")
                + side(moved.before()) + " -> " + side(moved.now()) + judged(moved);
    }

    private static String side(Interval found) {
        if (!Double.isFinite(found.value())) {
            return "(none)";
        }
        return number(found.value())
                + (Double.isFinite(found.low()) && Double.isFinite(found.high())
                        ? " [" + number(found.low()) + ", " + number(found.high()) + "]"
                        : "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String judged(Moved moved) {
        if (!Double.isFinite(moved.now().value() - moved.before().value()) || !moved.hasIntervals()) {
            return "";
        }
        return moved.isWithinIntervals() ? ", each in the interval of the other" : ", beyond the intervals";
    }
}
