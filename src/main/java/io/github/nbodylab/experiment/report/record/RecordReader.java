package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.ReportRecord.Ceiling;
import io.github.nbodylab.experiment.report.record.ReportRecord.Device;
import io.github.nbodylab.experiment.report.record.ReportRecord.Difference;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Input;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.record.ReportRecord.Provenance;
import io.github.nbodylab.experiment.report.record.ReportRecord.Rows;
import io.github.nbodylab.experiment.report.record.ReportRecord.Rule;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.record.ReportRecord.StageRevision;
import io.github.nbodylab.experiment.report.record.ReportRecord.StageTime;
import io.github.nbodylab.experiment.report.record.ReportRecord.Target;
import io.github.nbodylab.experiment.report.record.ReportRecord.Timeline;
import io.github.nbodylab.experiment.report.record.ReportRecord.Verdict;
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
                DiagnosticsReader.read(node.at("report")),
                verdict(node.at("verdict")),
                node.at("provenance").optional(RecordReader::provenance),
                timeline(node.at("timeline")),
                node.at("runs").optional(PicturesReader::runs),
                PicturesReader.pictures(node.at("pictures"), targets(node.at("report"))),
                node.at("report").at("studies").optional(StudyReader::studies),
                StudyReader.cost(node),
                DomainFindings.of(node.at("report"), node.at("pictures").at("extrapolation")),
                node.at("design").optional(DesignReader::read),
                node.at("trainingSet").optional(TrainingSetReader::read));
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
        return new Findings(
                node.at("title").text(),
                node.at("question").text(),
                chosen,
                node.at("chosenWhy").textOrEmpty(),
                targets(node),
                Headline.of(node.at("headline")),
                node.at("inputs").list(RecordReader::input),
                rows(node.at("rows")),
                node.at("ceiling").optional(RecordReader::ceiling),
                models,
                node.at("acceptance").list(RecordReader::rule),
                node.at("accepted").flag());
    }

    private static List<Target> targets(RecordNode node) throws RecordException {
        return node.at("targets").isPresent()
                ? node.at("targets").list(RecordReader::target)
                : List.of(target(node.at("target")));
    }

    private static Target target(RecordNode node) throws RecordException {
        return new Target(
                node.at("name").text(),
                flag(node.at("count")),
                node.at("levels").list(RecordNode::plain));
    }

    /** Records that do not tell are of simulations, held out by design point. */
    private static Rows rows(RecordNode node) throws RecordException {
        return new Rows(
                node.at("train").whole(),
                node.at("test").whole(),
                node.at("groupsTrain").whole(),
                node.at("groupsTest").whole(),
                node.at("kind").textOrEmpty(),
                node.at("groupedBy").textOrEmpty());
    }

    private static boolean flag(RecordNode node) throws RecordException {
        return node.isPresent() && node.flag();
    }

    private static Input input(RecordNode node) throws RecordException {
        return new Input(
                node.at("name").text(),
                node.at("kind").text(),
                flag(node.at("log")),
                node.at("min").numberOrNaN(),
                node.at("max").numberOrNaN(),
                node.at("levels").list(RecordNode::plain),
                node.at("unit").textOrEmpty());
    }

    private static Ceiling ceiling(RecordNode node) throws RecordException {
        return new Ceiling(interval(node.at("q2")), node.at("dispersion").numberOrNaN());
    }

    private static Model model(RecordNode node) throws RecordException {
        return new Model(
                node.at("name").text(),
                flag(node.at("baseline")),
                node.at("description").textOrEmpty(),
                node.at("parameters").whole(),
                node.at("rows").whole(),
                scores(node.at("crossValidation")),
                node.at("test").optional(RecordReader::scores),
                flag(node.at("withinOneStandardError")),
                DiagnosticsReader.lossCurves(node.at("details")),
                node.at("overfitting").optional(StudyReader::overfitting),
                node.at("failure").textOrEmpty());
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
}
