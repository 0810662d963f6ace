package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.RuleLines;
import io.github.nbodylab.experiment.validation.MissedRules;
import io.github.nbodylab.experiment.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of an experiment's results fails the build.
 *
 * @param failures as sentences; empty if nothing fails it
 * @param refused why the verdict does, which is one of them; empty if it does not
 * @param remarks those that have a place in the spec
 */
record Judgement(List<String> failures, Optional<String> refused, List<Remark> remarks) {

    /** How many differences are shown; {@code verdict.json} has all. */
    static final int SHOWN = 12;

    Judgement {
        failures = List.copyOf(failures);
        remarks = List.copyOf(remarks);
    }

    /**
     * Judges.
     *
     * @param report as {@code report.json} holds it
     * @param requireLock whether NEW and CHANGED fail
     * @param record whether the results are to be accepted
     */
    static Judgement of(Experiment experiment, JsonNode report, Verdict verdict, boolean requireLock, boolean record) {
        List<String> failures = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<Integer> lines = RuleLines.of(experiment.text());
        MissedRules.byIndex(report).forEach((rule, missed) -> {
            failures.add("acceptance rule missed: " + missed);
            remarks.add(new Remark(
                    experiment.specFile(),
                    rule < lines.size() ? lines.get(rule) : 0,
                    experiment.name() + ": acceptance rule missed",
                    missed));
        });
        if (record && !failures.isEmpty()) {
            failures.add("not recorded, for only results that meet the acceptance rules can be accepted");
        }
        Optional<String> refused = refused(verdict, requireLock);
        refused.ifPresent(why -> {
            failures.add(why);
            remarks.add(new Remark(experiment.specFile(), 0, experiment.name() + ": " + verdict.kind(), why));
        });
        return new Judgement(failures, refused, remarks);
    }

    private static Optional<String> refused(Verdict verdict, boolean requireLock) {
        boolean lockMissed =
                requireLock && (verdict.kind() == Verdict.Kind.NEW || verdict.kind() == Verdict.Kind.CHANGED);
        if (verdict.kind() != Verdict.Kind.DRIFTED && !lockMissed) {
            return Optional.empty();
        }
        String differences = verdict.differences().stream()
                .limit(SHOWN)
                .map(difference -> "\n    " + difference)
                .collect(Collectors.joining());
        return Optional.of(verdict.kind() + ": " + verdict.kind().summary()
                + (lockMissed ? " experiment.requireLock demands accepted ones." : "")
                + " If they are right, accept them with 'mvn verify -Dexperiment.record' and commit lock and record"
                + differences);
    }
}
