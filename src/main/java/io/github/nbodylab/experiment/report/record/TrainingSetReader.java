package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Bound;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Distribution;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a record keeps of the training set into its view. */
final class TrainingSetReader {

    private static final List<String> SIDES = List.of("train", "test", "beyond");

    private TrainingSetReader() {}

    static TrainingSetRecord read(RecordNode node) throws RecordException {
        return new TrainingSetRecord(
                node.at("rows").map(RecordNode::whole),
                node.at("groups").map(RecordNode::whole),
                node.at("effectiveGroups").map(RecordNode::number),
                node.at("runs").map(RecordNode::whole),
                node.at("censored").map(RecordNode::whole),
                node.at("dropped").map(RecordNode::whole),
                node.at("testFraction").number(),
                node.at("within")
                        .list(bound -> new Bound(
                                bound.at("input").text(),
                                bound.at("min").numberOrNaN(),
                                bound.at("max").numberOrNaN())),
                node.at("source")
                        .optional(source -> new Source(
                                source.at("file").text(),
                                source.at("table").textOrEmpty(),
                                source.at("group").textOrEmpty(),
                                source.at("missing").textOrEmpty(),
                                source.at("digest").textOrEmpty())),
                node.at("inputs").list(TrainingSetReader::distribution),
                wholeOrZero(node.at("inputsLeftOut")),
                node.at("targets").list(TrainingSetReader::distribution));
    }

    private static Distribution distribution(RecordNode node) throws RecordException {
        List<String> levels = node.at("levels").list(RecordNode::plain);
        List<Double> edges = node.at("edges").list(RecordNode::number);
        int size = levels.isEmpty() ? edges.size() - 1 : levels.size();
        Map<String, List<Long>> counts = new LinkedHashMap<>();
        for (String side : SIDES) {
            List<Long> own = node.at(side).list(RecordNode::whole);
            if (node.at(side).isPresent()) {
                counts.put(side, own);
            }
            if (size < 1 || (!own.isEmpty() && own.size() != size)) {
                throw new RecordException(node.source() + " is damaged: " + node.path() + " has " + own.size()
                        + " numbers of rows for " + side + ", but " + Math.max(0, size) + " bins or levels");
            }
        }
        return new Distribution(
                node.at("name").text(),
                node.at("unit").textOrEmpty(),
                levels,
                edges,
                node.at("log").isPresent() && node.at("log").flag(),
                counts,
                node.at("median").map(RecordNode::number),
                node.at("min").numberOrNaN(),
                node.at("max").numberOrNaN(),
                wholeOrZero(node.at("outside")),
                wholeOrZero(node.at("missing")));
    }

    private static long wholeOrZero(RecordNode node) throws RecordException {
        return node.isPresent() ? node.whole() : 0;
    }
}
