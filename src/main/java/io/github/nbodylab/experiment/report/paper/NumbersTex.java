package io.github.nbodylab.experiment.report.paper;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.spec.Decimal;
import java.util.List;

/** The numbers of a record as macros for LaTeX, so that a paper never carries a stale one. */
final class NumbersTex {

    private static final List<String> ENDS = List.of("", "Low", "High", "Full", "LowFull", "HighFull");

    private final ReportRecord record;
    private final String experiment;
    private final MacroNames names = new MacroNames();
    private final StringBuilder out = new StringBuilder();

    private NumbersTex(ReportRecord record) {
        this.record = record;
        this.experiment = MacroNames.words(record.name());
    }

    /** The text of the file: one definition a line, with {@code \newcommand}. */
    static String of(ReportRecord record) {
        NumbersTex tex = new NumbersTex(record);
        tex.facts();
        tex.metrics();
        return tex.out.toString();
    }

    private void facts() {
        Findings findings = record.findings();
        out.append("% The numbers of the experiment ")
                .append(record.name())
                .append(' ')
                .append(record.version())
                .append(". 'mvn verify' writes this file; do not change it by hand.\n");
        fact("Title", Latex.escape(findings.title()));
        fact("Version", Latex.escape(record.version()));
        fact("Verdict", record.verdict().kind().name());
        fact("Acceptance", findings.accepted() ? "rules met" : "rules missed");
        fact("Chosen", Latex.escape(Terms.words(findings.chosen())));
        record.runs().ifPresent(runs -> fact("Simulations", Long.toString(runs.total())));
        fact("TrainingRows", Long.toString(findings.rows().train()));
        fact("TestRows", Long.toString(findings.rows().test()));
        fact("TrainingGroups", Long.toString(findings.rows().groupsTrain()));
        fact("TestGroups", Long.toString(findings.rows().groupsTest()));
        findings.ceiling().ifPresent(ceiling -> number("CeilingQsq", ceiling.q2()));
    }

    private void metrics() {
        Model chosen = record.findings().chosenModel();
        metrics("Chosen", chosen);
        record.findings().models().forEach(model -> metrics(MacroNames.words(model.name()), model));
    }

    private void metrics(String model, Model scored) {
        scored.test().ifPresent(scores -> metrics(model, scores));
        metrics(model + "CrossValidated", scored.crossValidation());
    }

    private void metrics(String begin, Scores scores) {
        scores.metrics().forEach((metric, found) -> number(begin + MacroNames.words(metric), found));
    }

    /** Nothing of a number that is not defined. */
    private void number(String name, Interval found) {
        if (!Double.isFinite(found.value())) {
            return;
        }
        String macro = names.take(experiment + name, ENDS);
        List<Double> numbers = List.of(found.value(), found.low(), found.high());
        for (int i = 0; i < numbers.size(); i++) {
            double number = numbers.get(i);
            if (Double.isFinite(number)) {
                define(macro + ENDS.get(i), RoundedNumber.latex(number, found));
                define(macro + ENDS.get(i + 3), Decimal.shortest(number));
            }
        }
    }

    private void fact(String name, String latex) {
        define(names.take(experiment + name, List.of("")), latex);
    }

    private void define(String macro, String latex) {
        out.append("\\newcommand{\\").append(macro).append("}{").append(latex).append("}\n");
    }
}
