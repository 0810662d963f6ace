package io.github.nbodylab.experiment.validation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What validation found.
 *
 * @param report as {@code report.json} holds it
 * @param accepted whether all rules hold
 * @param failures the rules that do not, one sentence each
 */
public record Validation(ObjectNode report, boolean accepted, List<String> failures) {

    public Validation {
        requireNonNull(report, "report");
        failures = List.copyOf(failures);
        if (accepted != failures.isEmpty()) {
            throw new IllegalArgumentException("accepted: " + accepted + ", but failed rules: " + failures);
        }
    }
}
