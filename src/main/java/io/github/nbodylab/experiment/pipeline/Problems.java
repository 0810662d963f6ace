package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.spec.Complaint;
import io.github.nbodylab.experiment.spec.SpecException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong in a goal, over all of its experiments.
 *
 * @param failures a spec or a limit is not met: the user's to mend
 * @param errors I/O, driver, crash
 * @param causes the exceptions behind, for {@code mvn -X}
 * @param remarks those of the failures that have a place in a file
 */
public record Problems(List<String> failures, List<String> errors, List<Throwable> causes, List<Remark> remarks) {

    public Problems {
        failures = List.copyOf(failures);
        errors = List.copyOf(errors);
        causes = List.copyOf(causes);
        remarks = List.copyOf(remarks);
    }

    /** Problems none of which has a place in a file. */
    public Problems(List<String> failures, List<String> errors, List<Throwable> causes) {
        this(failures, errors, causes, List.of());
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
        private final List<Remark> remarks = new ArrayList<>();

        void failure(String message, Throwable cause) {
            failures.add(message);
            causes.add(cause);
        }

        void failure(String message) {
            failures.add(message);
        }

        void failure(String message, SpecException cause) {
            failure(message, (Throwable) cause);
            for (Complaint complaint : cause.complaints()) {
                String key = complaint.key().isEmpty() ? "" : complaint.key() + ": ";
                remark(new Remark(
                        Path.of(complaint.file()),
                        complaint.line(),
                        "Experiment spec",
                        key + complaint.problem() + "; " + complaint.remedy()));
            }
        }

        void remark(Remark remark) {
            remarks.add(remark);
        }

        void error(String message, Throwable cause) {
            errors.add(message);
            causes.add(cause);
        }

        Problems problems() {
            return new Problems(failures, errors, causes, remarks);
        }
    }
}
