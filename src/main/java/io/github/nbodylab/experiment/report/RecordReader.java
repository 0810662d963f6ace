package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.ReportRecord.Body;
import io.github.nbodylab.experiment.report.ReportRecord.Ceiling;
import io.github.nbodylab.experiment.report.ReportRecord.Cluster;
import io.github.nbodylab.experiment.report.ReportRecord.Curve;
import io.github.nbodylab.experiment.report.ReportRecord.Device;
import io.github.nbodylab.experiment.report.ReportRecord.Difference;
import io.github.nbodylab.experiment.report.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.ReportRecord.Input;
import io.github.nbodylab.experiment.report.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.ReportRecord.Merger;
import io.github.nbodylab.experiment.report.ReportRecord.MergersOverTime;
import io.github.nbodylab.experiment.report.ReportRecord.Model;
import io.github.nbodylab.experiment.report.ReportRecord.Pictures;
import io.github.nbodylab.experiment.report.ReportRecord.Prediction;
import io.github.nbodylab.experiment.report.ReportRecord.Provenance;
import io.github.nbodylab.experiment.report.ReportRecord.Rows;
import io.github.nbodylab.experiment.report.ReportRecord.Rule;
import io.github.nbodylab.experiment.report.ReportRecord.Runs;
import io.github.nbodylab.experiment.report.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.ReportRecord.StageRevision;
import io.github.nbodylab.experiment.report.ReportRecord.StageTime;
import io.github.nbodylab.experiment.report.ReportRecord.Timeline;
import io.github.nbodylab.experiment.report.ReportRecord.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns a record's JSON into its view; each complaint names the record and the place in it. */
final class RecordReader {

    /** What may stand in a page's address. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*");

    private RecordReader() {}

    static ReportRecord record(RecordNode node) throws RecordException {
        long schema = node.at("schema").whole();
        if (schema > ReportRecord.SCHEMA) {
            throw new RecordException(node.source() + " has schema " + schema + ", but this version of the plugin reads"
                    + " records up to schema " + ReportRecord.SCHEMA
                    + ": use the version that wrote it, or a newer one");
        }
        return new ReportRecord(
                address(node.at("name")),
                address(node.at("version")),
                node.at("spec").textOrEmpty(),
                findings(node.at("report")),
                verdict(node.at("verdict")),
                node.at("provenance").optional(RecordReader::provenance),
                timeline(node.at("timeline")),
                node.at("runs").optional(RecordReader::runs),
                pictures(node.at("pictures")),
                DomainFindings.of(node.at("report"), node.at("pictures").at("extrapolation")));
    }

    private static String address(RecordNode node) throws RecordException {
        String text = node.text();
        if (!ADDRESS.matcher(text).matches()) {
            throw new RecordException(node.source() + " is damaged: " + node.path() + " \"" + text
                    + "\" cannot name a page; letters, digits, '.', '-', '_' and '+' can");
        }
        return text;
    }

    private static Findings findings(RecordNode node) throws RecordException {
        List<Model> models = node.at("models").list(RecordReader::model);
        String chosen = node.at("chosen").text();
        if (models.stream().noneMatch(model -> model.name().equals(chosen))) {
            throw new RecordException(node.source() + " is damaged: the chosen model \"" + chosen + "\" is none of "
                    + models.stream().map(Model::name).toList());
        }
        RecordNode rows = node.at("rows");
        return new Findings(
                node.at("title").text(),
                node.at("question").text(),
                chosen,
                node.at("chosenWhy").textOrEmpty(),
                targets(node),
                node.at("target").at("count").isPresent()
                        && node.at("target").at("count").flag(),
                Headline.of(node.at("headline").textOrEmpty()),
                node.at("inputs").list(RecordReader::input),
                new Rows(
                        rows.at("train").whole(),
                        rows.at("test").whole(),
                        rows.at("groupsTrain").whole(),
                        rows.at("groupsTest").whole()),
                node.at("ceiling").optional(RecordReader::ceiling),
                models,
                node.at("acceptance").list(RecordReader::rule),
                node.at("accepted").flag());
    }

    /** The name of the target, or those of several. */
    private static String targets(RecordNode node) throws RecordException {
        return node.at("targets").isPresent()
                ? String.join(
                        ", ",
                        node.at("targets").list(target -> target.at("name").text()))
                : node.at("target").at("name").text();
    }

    private static Input input(RecordNode node) throws RecordException {
        return new Input(
                node.at("name").text(),
                node.at("kind").text(),
                node.at("log").isPresent() && node.at("log").flag(),
                node.at("min").numberOrNaN(),
                node.at("max").numberOrNaN(),
                node.at("levels").list(RecordNode::plain));
    }

    private static Ceiling ceiling(RecordNode node) throws RecordException {
        return new Ceiling(interval(node.at("q2")), node.at("dispersion").numberOrNaN());
    }

    private static Model model(RecordNode node) throws RecordException {
        return new Model(
                node.at("name").text(),
                node.at("description").textOrEmpty(),
                node.at("parameters").whole(),
                node.at("rows").whole(),
                scores(node.at("crossValidation")),
                node.at("test").optional(RecordReader::scores),
                node.at("withinOneStandardError").isPresent()
                        && node.at("withinOneStandardError").flag());
    }

    static Scores scores(RecordNode node) throws RecordException {
        return new Scores(node.map(RecordReader::interval));
    }

    /** An interval as an object, or a bare number without one; absent is undefined. */
    static Interval interval(RecordNode node) throws RecordException {
        if (node.json().isNumber() || !node.isPresent()) {
            return new Interval(node.numberOrNaN(), Double.NaN, Double.NaN);
        }
        return new Interval(
                node.at("value").numberOrNaN(),
                node.at("low").numberOrNaN(),
                node.at("high").numberOrNaN());
    }

    private static Rule rule(RecordNode node) throws RecordException {
        return new Rule(
                node.at("rule").text(),
                node.at("model").textOrEmpty(),
                node.at("value").numberOrNaN(),
                node.at("passed").flag());
    }

    private static Verdict verdict(RecordNode node) throws RecordException {
        RecordNode kind = node.at("verdict");
        String name = kind.text();
        Verdict.Kind known = Arrays.stream(Verdict.Kind.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RecordException(kind.source() + " is damaged: " + kind.path() + " \"" + name
                        + "\" is none of " + Arrays.toString(Verdict.Kind.values())));
        return new Verdict(
                known,
                node.at("accepted").flag(),
                node.at("summary").textOrEmpty(),
                node.at("differences").list(RecordReader::difference));
    }

    private static Difference difference(RecordNode node) throws RecordException {
        return new Difference(node.at("what").text(), side(node.at("locked")), side(node.at("now")));
    }

    private static String side(RecordNode node) {
        return node.isPresent()
                ? node.json().isValueNode() ? node.json().asText() : node.json().toString()
                : "";
    }

    private static Provenance provenance(RecordNode node) throws RecordException {
        return new Provenance(
                node.at("plugin").textOrEmpty(),
                node.at("jdk").map(RecordNode::plain),
                node.at("os").textOrEmpty(),
                node.at("devices").list(RecordReader::device),
                node.at("digests").map(RecordNode::text),
                node.at("stages")
                        .list(stage -> new StageRevision(
                                stage.at("name").text(),
                                stage.at("revision").whole(),
                                stage.at("reason").textOrEmpty())));
    }

    private static Device device(RecordNode node) throws RecordException {
        return new Device(
                node.at("engine").text(),
                node.at("device").textOrEmpty(),
                node.at("driver").textOrEmpty(),
                node.at("runs").whole());
    }

    private static Timeline timeline(RecordNode node) throws RecordException {
        List<StageTime> stages = node.at("stages")
                .list(stage -> new StageTime(
                        stage.at("name").text(),
                        stage.at("seconds").number(),
                        stage.at("computed").whole(),
                        stage.at("fromStore").whole()));
        Map<String, Double> fits = new LinkedHashMap<>();
        node.at("models")
                .list(model -> Map.entry(
                        model.at("name").text(), model.at("fitSeconds").number()))
                .forEach(fit -> fits.put(fit.getKey(), fit.getValue()));
        return new Timeline(stages, fits);
    }

    private static Runs runs(RecordNode node) throws RecordException {
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

    private static Pictures pictures(RecordNode node) throws RecordException {
        return new Pictures(
                node.at("predictions").list(RecordReader::prediction),
                node.at("mergersOverTime").optional(RecordReader::mergersOverTime),
                node.at("cluster").optional(RecordReader::cluster));
    }

    private static Prediction prediction(RecordNode node) throws RecordException {
        return new Prediction(
                node.at("group").textOrEmpty(),
                node.at("inputs").map(RecordNode::plain),
                node.at("observed").number(),
                node.at("predicted").map(RecordNode::number));
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
                node.at("bodies").list(body -> {
                    List<Double> numbers = numbers(body, 3);
                    return new Body(numbers.get(0), numbers.get(1), numbers.get(2));
                }),
                node.at("mergers").list(merger -> {
                    List<Double> numbers = numbers(merger, 4);
                    return new Merger(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
                }));
    }

    static List<Double> numbers(RecordNode node, int size) throws RecordException {
        List<Double> numbers = node.list(RecordNode::number);
        if (numbers.size() != size) {
            throw new RecordException(node.source() + " is damaged: " + node.path() + " should have " + size
                    + " numbers, but has " + numbers.size());
        }
        return numbers;
    }
}
