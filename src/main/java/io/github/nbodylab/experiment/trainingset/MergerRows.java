package io.github.nbodylab.experiment.trainingset;

import java.util.List;
import java.util.Optional;

/** A row for each merger; what follows it is looked for strictly later. */
final class MergerRows implements RowMaker {

    private final List<String> targets;

    MergerRows(List<String> targets) {
        this.targets = targets;
    }

    @Override
    public void make(Runs.Run run, Rows rows) throws TrainingSetException {
        double last = 0;
        for (int k = 0; k < run.mergers().size(); k++) {
            MergerEvent merger = run.mergers().get(k);
            Optional<MergerEvent> next = run.firstAfter(merger.time());
            if (next.isEmpty()) {
                rows.censor("mergers after which the simulation ended without another one");
            } else {
                double[] values = new double[targets.size()];
                for (int t = 0; t < values.length; t++) {
                    values[t] = NextMerger.value(targets.get(t), next.get(), merger.time());
                }
                rows.add(run, features(merger, k + 1, merger.time() - last), values);
            }
            last = merger.time();
        }
    }

    /** In the order of {@code RowColumns}. */
    private static double[] features(MergerEvent merger, int soFar, double sinceLast) throws TrainingSetException {
        return new double[] {
            merger.time(),
            merger.radius(),
            merger.number("mass1"),
            merger.number("mass2"),
            merger.number("relativeSpeed"),
            merger.number("remnantMass"),
            soFar,
            sinceLast,
            merger.number("x"),
            merger.number("y"),
            merger.number("z")
        };
    }
}
