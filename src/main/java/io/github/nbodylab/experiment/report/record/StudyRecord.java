package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import java.util.List;
import java.util.Optional;

/**
 * What the studies of the chosen model found on its training rows; each is absent if the spec did not ask for it.
 *
 * @param error the name in specs of the error that is told
 * @param learningCurve with growing numbers of groups
 * @param contamination with spoilt targets; labels are the fractions
 * @param droppedInputs without each input; labels are their names
 */
public record StudyRecord(
        String error,
        Optional<Curve> learningCurve,
        Optional<Compared> contamination,
        Optional<Compared> droppedInputs) {

    /**
     * A learning curve.
     *
     * @param skipped why there is none; empty if there is
     * @param points with rising numbers of groups, which are their labels
     * @param noise the deviation of replicates; NaN if unknown
     * @param slope at its end; absent if it has none
     */
    public record Curve(String skipped, List<Point> points, double noise, Optional<Slope> slope) {}

    /**
     * Fits to changed rows, beside those to the rows as they are.
     *
     * @param skipped why there are none; empty if there are
     * @param how they were changed; may be empty
     * @param unchanged the fits to the rows as they are; absent if there are none
     * @param points each with what was changed
     */
    public record Compared(String skipped, String how, Optional<Point> unchanged, List<Point> points) {}

    /**
     * The fits of a cross-validation.
     *
     * @param label what they have in common
     * @param failure why they failed; empty if they did not
     * @param training the error on the rows fitted to
     * @param validation the error on the others
     * @param excess of the latter over that of unchanged rows
     */
    public record Point(String label, String failure, Interval training, Interval validation, Interval excess) {}

    /**
     * How a curve ends: the error falls as n^-exponent.
     *
     * @param trend {@code falls}, {@code flat} or {@code unclear}
     * @param halvingTakes how many times as many groups halve the error; undefined unless it falls
     */
    public record Slope(Interval exponent, String trend, Interval halvingTakes) {}
}
