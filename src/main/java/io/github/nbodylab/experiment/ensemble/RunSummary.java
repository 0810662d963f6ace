package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an ensemble's runs came to.
 *
 * @param total number of runs
 * @param failures the runs that failed numerically, in the order of the runs
 * @param seconds that all runs took together, on whatever computed them
 * @param devices what computed them, and how many of them each
 */
public record RunSummary(int total, List<Failure> failures, double seconds, Map<Device, Integer> devices) {

    private static final int SHOWN = 5;

    public RunSummary {
        failures = List.copyOf(failures);
        devices = Collections.unmodifiableMap(new LinkedHashMap<>(devices));
    }

    /**
     * A run that failed.
     *
     * @param run which
     * @param cause why
     */
    public record Failure(Run run, String cause) {
        public Failure {
            requireNonNull(run, "run");
            requireNonNull(cause, "cause");
        }
    }

    /**
     * Holds the failures against the spec's limit.
     *
     * @param maxFailed largest fraction of the runs that may fail
     * @throws JobFailedException if more did; the message lists parameters and causes
     */
    public void requireFewFailures(double maxFailed) throws JobFailedException {
        if (failures.size() <= maxFailed * total) {
            return;
        }
        StringBuilder text = new StringBuilder();
        text.append(failures.size()).append(" of ").append(total).append(" simulations failed, and maxFailed allows ");
        text.append(Decimal.shortest(100 * maxFailed)).append(" %:");
        for (Failure failure : failures.subList(0, Math.min(SHOWN, failures.size()))) {
            text.append("\n  ")
                    .append(failure.run().id())
                    .append(": ")
                    .append(failure.cause())
                    .append(", with");
            failure.run()
                    .point()
                    .parameters()
                    .forEach((name, value) -> text.append(' ')
                            .append(name)
                            .append(' ')
                            .append(value.text())
                            .append(','));
            text.setLength(text.length() - 1);
        }
        if (failures.size() > SHOWN) {
            text.append("\n  and ").append(failures.size() - SHOWN).append(" more");
        }
        text.append("\nA smaller 'accuracy' ('step' of fixed time steps) or other parameters may help;"
                + " 'failures: {maxFailed: ...}' raises the limit.");
        throw new JobFailedException(text.toString());
    }
}
