package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.Diagnostics.Bin;
import io.github.nbodylab.experiment.report.record.Diagnostics.Bound;
import io.github.nbodylab.experiment.report.record.Diagnostics.Characteristic;
import io.github.nbodylab.experiment.report.record.Diagnostics.Classes;
import io.github.nbodylab.experiment.report.record.Diagnostics.Coverage;
import io.github.nbodylab.experiment.report.record.Diagnostics.Covered;
import io.github.nbodylab.experiment.report.record.Diagnostics.Distance;
import io.github.nbodylab.experiment.report.record.Diagnostics.GaussianProcess;
import io.github.nbodylab.experiment.report.record.Diagnostics.LengthScale;
import io.github.nbodylab.experiment.report.record.Diagnostics.Sobol;
import io.github.nbodylab.experiment.report.record.ReportRecord.LossCurve;
import io.github.nbodylab.experiment.report.record.ReportRecord.LossCurves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the parts of a report that tell of single models into their view. */
final class DiagnosticsReader {

    private static final String CURVES = "lossCurves";

    private DiagnosticsReader() {}

    static Diagnostics read(RecordNode report) throws RecordException {
        return new Diagnostics(
                report.at("sensitivity")
                        .at("inputs")
                        .list(input -> new Sobol(
                                input.at("name").text(),
                                RecordReader.interval(input.at("first")),
                                RecordReader.interval(input.at("total")))),
                report.at("coverage").optional(DiagnosticsReader::coverage),
                report.at("classification").optional(DiagnosticsReader::classes),
                processes(report));
    }

    private static Coverage coverage(RecordNode node) throws RecordException {
        return new Coverage(
                node.at("intervals").text().equals("residual"),
                node.at("points")
                        .list(point ->
                                new Covered(point.at("nominal").number(), RecordReader.interval(point.at("seen")))));
    }

    private static Classes classes(RecordNode node) throws RecordException {
        return new Classes(
                node.at("levels").list(RecordNode::plain),
                node.at("baseRates").list(RecordNode::number),
                node.at("confusion").list(row -> row.list(RecordNode::whole)),
                node.at("roc").list(DiagnosticsReader::characteristic),
                node.at("reliability")
                        .list(bin -> new Bin(
                                bin.at("low").number(),
                                bin.at("high").number(),
                                bin.at("rows").whole(),
                                bin.at("predicted").number(),
                                RecordReader.interval(bin.at("observed")))));
    }

    private static Characteristic characteristic(RecordNode node) throws RecordException {
        List<List<Double>> points = node.at("points").list(point -> point.numbers(2));
        return new Characteristic(
                node.at("level").plain(),
                points.stream().map(point -> point.get(0)).toList(),
                points.stream().map(point -> point.get(1)).toList());
    }

    /** By model in the order of the ladder; of several targets, by target within. */
    private static List<GaussianProcess> processes(RecordNode report) throws RecordException {
        List<String> targets =
                report.at("targets").list(target -> target.at("name").text());
        List<GaussianProcess> processes = new ArrayList<>();
        for (String model : report.at("models").list(model -> model.at("name").text())) {
            RecordNode found = report.at("gaussianProcess").at(model);
            if (found.isPresent() && targets.isEmpty()) {
                processes.add(process(model, "", found));
            }
            for (String target : found.isPresent() ? targets : List.<String>of()) {
                processes.add(process(model, target, found.at(target)));
            }
        }
        return List.copyOf(processes);
    }

    private static GaussianProcess process(String model, String target, RecordNode node) throws RecordException {
        return new GaussianProcess(
                model,
                target,
                node.at("every").whole(),
                node.at("predicted").list(RecordNode::number),
                node.at("standardizedErrors").list(RecordNode::number),
                node.at("pivotedErrors").list(RecordNode::number),
                node.at("mahalanobis")
                        .optional(distance -> new Distance(
                                distance.at("squaredDistance").number(),
                                distance.at("rows").whole(),
                                distance.at("low").number(),
                                distance.at("high").number(),
                                distance.at("tail").number())),
                node.at("coverage").optional(DiagnosticsReader::coverage),
                node.at("lengthScales")
                        .list(scale -> new LengthScale(
                                scale.at("kernel").text(),
                                scale.at("input").text(),
                                scale.at("value").number(),
                                scale.at("atBound").textOrEmpty())),
                node.at("atBounds")
                        .list(bound -> new Bound(
                                bound.at("parameter").text(), bound.at("bound").text())),
                node.at("optima").list(RecordNode::number),
                node.at("conditionNumber").numberOrNaN());
    }

    /** The curves among the details of a fit; those of targets that were fitted apart stand under the targets' names. */
    static List<LossCurves> lossCurves(RecordNode details) throws RecordException {
        if (details.at(CURVES).json().isArray()) {
            return List.of(curves("", details));
        }
        List<LossCurves> all = new ArrayList<>();
        for (Map.Entry<String, RecordNode> target : details.map(node -> node).entrySet()) {
            if (target.getValue().at(CURVES).json().isArray()) {
                all.add(curves(target.getKey(), target.getValue()));
            }
        }
        return List.copyOf(all);
    }

    private static LossCurves curves(String target, RecordNode details) throws RecordException {
        List<LossCurve> curves = details.at(CURVES)
                .list(curve -> new LossCurve(
                        curve.at("epochs").list(RecordNode::whole),
                        curve.at("training").list(RecordNode::number),
                        curve.at("validation").list(RecordNode::number),
                        curve.at("keptEpoch").whole()));
        return new LossCurves(
                target,
                details.at("networks").isPresent() ? details.at("networks").whole() : curves.size(),
                curves);
    }
}
