package io.github.nbodylab.experiment.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong in a goal, over all of its experiments.
 *
 * @param failures a spec or a limit is not met: the user's to mend
 * @param errors I/O, driver, crash
 * @param causes the exceptions behind, for {@code mvn -X}
 */
public record Problems(List<String> failures, List<String> errors, List<Throwable> causes) {

    public Problems {
        failures = List.copyOf(failures);
        errors = List.copyOf(errors);
        causes = List.copyOf(causes);
    }

    /** Whether all went well. */
    public boolean isEmpty() {
        return failures.isEmpty() && errors.isEmpty();
    }

    /** Collects problems. */
    static final class Collector {
        private final List<String> failures = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final List<Throwable> causes = new ArrayList<>();

        void failure(String message, Throwable cause) {
            failures.add(message);
            causes.add(cause);
        }

        void failure(String message) {
            failures.add(message);
        }

        void error(String message, Throwable cause) {
            errors.add(message);
            causes.add(cause);
        }

        Problems problems() {
            return new Problems(failures, errors, causes);
        }
    }
}
