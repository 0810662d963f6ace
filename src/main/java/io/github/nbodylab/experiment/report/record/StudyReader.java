package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.StudyRecord.Compared;
import io.github.nbodylab.experiment.report.record.StudyRecord.Curve;
import io.github.nbodylab.experiment.report.record.StudyRecord.Point;
import io.github.nbodylab.experiment.report.record.StudyRecord.Slope;
import java.util.Optional;

/** Reads what a record has of studies, over-fitting and cost. */
final class StudyReader {

    private StudyReader() {}

    static StudyRecord studies(RecordNode node) throws RecordException {
        return new StudyRecord(
                node.at("error").text(),
                node.at("learningCurve").optional(StudyReader::curve),
                node.at("contamination").optional(study -> compared(study, "fraction")),
                node.at("droppedInputs").optional(study -> compared(study, "input")));
    }

    private static Curve curve(RecordNode node) throws RecordException {
        return new Curve(
                node.at("skipped").textOrEmpty(),
                node.at("points").list(point -> point(point, point.at("groups").plain())),
                node.at("noise").numberOrNaN(),
                node.at("slope")
                        .optional(slope -> new Slope(
                                RecordReader.interval(slope.at("exponent")),
                                slope.at("trend").text(),
                                RecordReader.interval(slope.at("halvingTakes")))));
    }

    private static Compared compared(RecordNode node, String label) throws RecordException {
        return new Compared(
                node.at("skipped").textOrEmpty(),
                node.at("how").textOrEmpty(),
                node.at("unchanged").optional(point -> point(point, "")),
                node.at("points").list(point -> point(point, point.at(label).plain())));
    }

    private static Point point(RecordNode node, String label) throws RecordException {
        return new Point(
                label,
                node.at("failure").textOrEmpty(),
                RecordReader.interval(node.at("training")),
                RecordReader.interval(node.at("validation")),
                RecordReader.interval(node.at("excess")));
    }

    static ReportRecord.Overfitting overfitting(RecordNode node) throws RecordException {
        return new ReportRecord.Overfitting(
                node.at("error").text(),
                node.at("training").number(),
                node.at("crossValidation").number(),
                node.at("remarks").list(RecordNode::text));
    }

    /** The part of it that is the same in every build stands in the report, the seconds in the timeline. */
    static Optional<CostRecord> cost(RecordNode record) throws RecordException {
        RecordNode seconds = record.at("timeline").at("cost");
        return record.at("report")
                .at("cost")
                .optional(cost -> new CostRecord(
                        cost.at("unknown").textOrEmpty(),
                        RecordReader.interval(cost.at("simulations")),
                        seconds.at("simulations").numberOrNaN(),
                        seconds.at("simulationSeconds").numberOrNaN(),
                        seconds.at("fitSeconds").numberOrNaN(),
                        seconds.at("predictionSeconds").numberOrNaN(),
                        seconds.at("breakEven").numberOrNaN()));
    }
}
