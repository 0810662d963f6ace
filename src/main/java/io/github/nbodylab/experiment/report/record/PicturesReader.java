package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.ReportRecord.Body;
import io.github.nbodylab.experiment.report.record.ReportRecord.Cluster;
import io.github.nbodylab.experiment.report.record.ReportRecord.Curve;
import io.github.nbodylab.experiment.report.record.ReportRecord.Merger;
import io.github.nbodylab.experiment.report.record.ReportRecord.MergersOverTime;
import io.github.nbodylab.experiment.report.record.ReportRecord.Pictures;
import io.github.nbodylab.experiment.report.record.ReportRecord.Prediction;
import io.github.nbodylab.experiment.report.record.ReportRecord.Runs;
import io.github.nbodylab.experiment.report.record.ReportRecord.Target;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Turns what a record keeps of simulations and predictions for its pictures into their view. */
final class PicturesReader {

    private PicturesReader() {}

    static Runs runs(RecordNode node) throws RecordException {
        return new Runs(
                node.at("total").whole(),
                node.at("completed").whole(),
                node.at("failed").whole(),
                node.at("energyError").at("median").numberOrNaN(),
                node.at("energyError").at("max").numberOrNaN(),
                node.at("mergers").at("total").numberOrNaN(),
                node.at("mergers").at("median").numberOrNaN(),
                node.at("mergers").at("max").numberOrNaN(),
                node.at("steps").numberOrNaN());
    }

    static Pictures pictures(RecordNode node, List<Target> targets) throws RecordException {
        return new Pictures(
                predictions(node.at("predictions"), targets),
                node.at("mergersOverTime").optional(PicturesReader::mergersOverTime),
                node.at("cluster").optional(PicturesReader::cluster),
                node.at("energyErrors").optional(RunsPictures::energyErrors),
                node.at("tracks").optional(RunsPictures::tracks));
    }

    private static List<Prediction> predictions(RecordNode node, List<Target> targets) throws RecordException {
        return node.list(row -> new Prediction(
                row.at("group").textOrEmpty(),
                row.at("inputs").map(RecordNode::plain),
                byTarget(row.at("observed"), targets),
                row.at("predicted").map(model -> byTarget(model, targets))));
    }

    /** The value of one target is a number, those of several are members of an object. */
    private static Map<String, Double> byTarget(RecordNode node, List<Target> targets) throws RecordException {
        return targets.size() == 1 ? Map.of(targets.get(0).name(), node.number()) : node.map(RecordNode::number);
    }

    private static MergersOverTime mergersOverTime(RecordNode node) throws RecordException {
        return new MergersOverTime(
                node.at("until").number(),
                node.at("runs")
                        .list(run -> new Curve(
                                run.at("run").text(),
                                run.at("label").textOrEmpty(),
                                run.at("times").list(RecordNode::number))));
    }

    private static Cluster cluster(RecordNode node) throws RecordException {
        return new Cluster(
                node.at("run").text(),
                node.at("label").textOrEmpty(),
                node.at("time").number(),
                node.at("count").isPresent() ? OptionalLong.of(node.at("count").whole()) : OptionalLong.empty(),
                node.at("lightest").numberOrNaN(),
                node.at("heaviest").numberOrNaN(),
                node.at("bodies").list(body -> {
                    List<Double> numbers = body.numbers(3);
                    return new Body(numbers.get(0), numbers.get(1), numbers.get(2));
                }),
                node.at("mergers").list(merger -> {
                    List<Double> numbers = merger.numbers(4);
                    return new Merger(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
                }));
    }
}
