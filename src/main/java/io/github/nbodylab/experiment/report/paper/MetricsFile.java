package io.github.nbodylab.experiment.report.paper;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Rule;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.store.Json;

/** The metrics of a record for other programs: small, flat, and of one form for all experiments. */
final class MetricsFile {

    private static final int SCHEMA = 1;

    private MetricsFile() {}

    /** The tree of the file. */
    static ObjectNode of(ReportRecord record) {
        Findings findings = record.findings();
        ObjectNode out = Json.object();
        out.put("schema", SCHEMA).put("name", record.name()).put("version", record.version());
        out.put("verdict", record.verdict().kind().name()).put("accepted", findings.accepted());
        out.put("chosen", findings.chosen()).put("headline", findings.headline().metric());
        out.put("rules", findings.acceptance().size());
        out.put("rulesMet", findings.acceptance().stream().filter(Rule::passed).count());
        ObjectNode metrics = out.putObject("metrics");
        findings.models().forEach(model -> {
            put(metrics, model.name() + ".crossValidation.", model.crossValidation());
            model.test().ifPresent(scores -> put(metrics, model.name() + ".test.", scores));
        });
        return out;
    }

    private static void put(ObjectNode metrics, String begin, Scores scores) {
        scores.metrics().forEach((metric, found) -> {
            if (Double.isFinite(found.value())) {
                put(metrics.putArray(begin + metric), found);
            }
        });
    }

    /** The number alone, or with both ends of its interval. */
    private static void put(ArrayNode numbers, Interval found) {
        numbers.add(found.value());
        if (Double.isFinite(found.low()) && Double.isFinite(found.high())) {
            numbers.add(found.low()).add(found.high());
        }
    }
}
