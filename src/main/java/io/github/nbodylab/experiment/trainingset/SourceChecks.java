package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.surrogate.Target;
import java.nio.file.Path;
import java.util.Arrays;

/** What makes a table from elsewhere unfit for the rest of its spec, told before anything runs. */
final class SourceChecks {

    private final ExperimentSpec spec;
    private final Path file;

    SourceChecks(ExperimentSpec spec, Path file) {
        this.spec = spec;
        this.file = file;
    }

    /** Throws at the first thing that is wrong. */
    void check(TrainingTable table) throws TrainingSetException {
        TrainingTable training = table.trainingRows();
        refuseConstant(training);
        refuseForeignMetrics(table.targets().get(0));
        training.folds(spec.train().folds(), spec.seed());
    }

    private void refuseConstant(TrainingTable rows) throws TrainingSetException {
        for (int t = 0; t < rows.targets().size(); t++) {
            TrainingTable one = rows.only(t);
            double[] values = one.values();
            if (Arrays.stream(values).distinct().count() < 2) {
                throw new TrainingSetException(file + ": the target '"
                        + one.target().name() + "' is "
                        + TableCsv.of(one).rows().get(0).get(one.columns().size() + 2)
                        + " in all training rows, so there is nothing to learn: name another target, or give rows in which"
                        + " it differs.");
            }
        }
    }

    /** Where the spec does not say what the target is, its reader could not hold the metrics of its rules against that. */
    private void refuseForeignMetrics(Target target) throws TrainingSetException {
        Target.Kind kind = Target.Kind.valueOf(target.kind().name());
        for (Validate.Rule rule : spec.validate().accept()) {
            if (rule instanceof Validate.Limit limit && !limit.metric().fits(kind)) {
                throw new TrainingSetException("validate.accept: '"
                        + limit.metric().specName()
                        + "' is no metric of the target '" + target.name() + "', which is a " + kind.text()
                        + "; name one of "
                        + String.join(
                                ", ",
                                Metric.of(kind).stream()
                                        .filter(metric -> !metric.needsBeyond()
                                                || !spec.trainingSet().within().isEmpty())
                                        .map(Metric::specName)
                                        .toList()));
            }
        }
    }
}
