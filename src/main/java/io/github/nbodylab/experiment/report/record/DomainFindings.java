package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where models may be trusted, by their own domains, and what they say beyond.
 *
 * @param models those of the ladder that tell, in its order
 * @param sweep what some of them say from within the bounds to beyond; absent without rows beyond
 */
public record DomainFindings(List<ModelDomain> models, Optional<Sweep> sweep) {

    /**
     * A model.
     *
     * @param name as the spec has it
     * @param positions {@code inside}, {@code edge} and {@code outside}: scores of the test rows there
     * @param test scores on all test rows
     * @param beyond scores on rows held out beyond the bounds; absent without such rows
     * @param study how well the domain tells these; absent without such rows
     */
    public record ModelDomain(
            String name, Map<String, Part> positions, Scores test, Optional<Scores> beyond, Optional<Study> study) {}

    /** Scores of some of the test rows; none where they are too few. */
    public record Part(long rows, Scores scores) {}

    /** The AUC for telling rows beyond from test rows, and how many of either are at each position. */
    public record Study(Interval auc, Map<String, Long> within, Map<String, Long> beyond) {

        /** How many rows are held out beyond. */
        public long rowsBeyond() {
            return beyond.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What models say along one input.
     *
     * @param input its name
     * @param min its lower bound, NaN if it has none
     * @param max its upper bound, NaN if it has none
     * @param at the text of each other input
     * @param rows beyond: input and target
     * @param curves of some models
     */
    public record Sweep(
            String input, double min, double max, Map<String, String> at, List<Point> rows, List<Curve> curves) {}

    /** A place and what was observed there. */
    public record Point(double x, double y) {}

    /** What a model says along the input. */
    public record Curve(String model, List<Said> points) {}

    /** Input, predicted mean, and the ends of its 95 % interval, NaN if there is none. */
    public record Said(double x, double mean, double low, double high) {}

    /** Reads them; nothing of a record that does not tell. */
    static DomainFindings of(RecordNode report, RecordNode sweep) throws RecordException {
        List<ModelDomain> models = new ArrayList<>();
        for (ModelDomain model : report.at("models").list(DomainFindings::model)) {
            if (!model.positions().isEmpty()) {
                models.add(model);
            }
        }
        return new DomainFindings(List.copyOf(models), sweep.optional(DomainFindings::sweep));
    }

    private static ModelDomain model(RecordNode node) throws RecordException {
        return new ModelDomain(
                node.at("name").text(),
                node.at("positions")
                        .map(part -> new Part(part.at("rows").whole(), RecordReader.scores(part.at("metrics")))),
                RecordReader.scores(node.at("test")),
                node.at("beyond").optional(RecordReader::scores),
                node.at("domain")
                        .optional(study -> new Study(
                                RecordReader.interval(study.at("auc")),
                                study.at("within").map(RecordNode::whole),
                                study.at("beyond").map(RecordNode::whole))));
    }

    private static Sweep sweep(RecordNode node) throws RecordException {
        return new Sweep(
                node.at("input").text(),
                node.at("min").numberOrNaN(),
                node.at("max").numberOrNaN(),
                node.at("at").map(RecordNode::plain),
                node.at("rows").list(row -> {
                    List<Double> numbers = row.numbers(2);
                    return new Point(numbers.get(0), numbers.get(1));
                }),
                node.at("models")
                        .list(model -> new Curve(
                                model.at("name").text(), model.at("curve").list(DomainFindings::said))));
    }

    private static Said said(RecordNode node) throws RecordException {
        if (node.json().size() == 2) {
            List<Double> numbers = node.numbers(2);
            return new Said(numbers.get(0), numbers.get(1), Double.NaN, Double.NaN);
        }
        List<Double> numbers = node.numbers(4);
        return new Said(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }
}
