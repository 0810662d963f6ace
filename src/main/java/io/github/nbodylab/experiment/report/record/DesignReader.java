package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.DesignRecord.Failures;
import io.github.nbodylab.experiment.report.record.DesignRecord.PointInput;
import io.github.nbodylab.experiment.report.record.DesignRecord.Range;
import java.util.ArrayList;
import java.util.List;

/** Turns what a record keeps of the design into its view. */
final class DesignReader {

    private DesignReader() {}

    static DesignRecord read(RecordNode node) throws RecordException {
        List<PointInput> inputs = node.at("inputs").list(DesignReader::input);
        int kept = inputs.isEmpty() ? 0 : inputs.get(0).values().size();
        for (PointInput input : inputs) {
            if (input.values().size() != kept) {
                throw new RecordException(node.source() + " is damaged: " + node.path() + ".inputs have "
                        + inputs.get(0).name() + " at " + kept + " points, but " + input.name() + " at "
                        + input.values().size());
            }
        }
        return new DesignRecord(
                node.at("method").textOrEmpty(),
                node.at("replicates").isPresent() ? node.at("replicates").whole() : 0,
                node.at("points").whole(),
                node.at("every").whole(),
                inputs,
                node.at("leftOut").list(RecordNode::text),
                indices(node.at("test"), kept),
                indices(node.at("beyond"), kept),
                indices(node.at("other"), kept),
                indices(node.at("failed"), kept),
                indices(node.at("added"), kept),
                node.at("failures").list(DesignReader::failures));
    }

    private static PointInput input(RecordNode node) throws RecordException {
        List<String> levels = node.at("levels").list(RecordNode::plain);
        return new PointInput(
                node.at("name").text(),
                node.at("unit").textOrEmpty(),
                node.at("log").flag(),
                levels,
                node.at("values")
                        .list(value -> levels.isEmpty() || value.json().isNull()
                                ? value.numberOrNaN()
                                : (double) value.index(levels.size())));
    }

    /** Positions below a number, each of one of so many things. */
    static List<Integer> indices(RecordNode node, int size) throws RecordException {
        return node.list(value -> value.index(size));
    }

    private static Failures failures(RecordNode node) throws RecordException {
        List<String> levels = node.at("levels").list(RecordNode::plain);
        List<Long> runs = node.at("runs").list(RecordNode::whole);
        List<Long> failed = node.at("failed").list(RecordNode::whole);
        List<Double> low = node.at("low").list(RecordNode::number);
        List<Double> high = node.at("high").list(RecordNode::number);
        int ranges = Math.max(levels.size(), low.size());
        List<Range> all = new ArrayList<>();
        if (ranges == 0 || runs.size() != ranges || failed.size() != ranges || low.size() != high.size()) {
            throw new RecordException(node.source() + " is damaged: " + node.path() + " counts runs and failed ones in "
                    + runs.size() + " and " + failed.size() + " ranges, but has " + ranges);
        }
        for (int i = 0; i < ranges; i++) {
            all.add(new Range(
                    low.isEmpty() ? Double.NaN : low.get(i),
                    low.isEmpty() ? Double.NaN : high.get(i),
                    runs.get(i),
                    failed.get(i)));
        }
        return new Failures(node.at("input").text(), levels, List.copyOf(all));
    }
}
