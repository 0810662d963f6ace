package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.nbody.diagnostics.Diagnostics;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.TrainingSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A row for each snapshot of a simulation. */
final class SnapshotRows implements RowMaker {

    private static final String TOO_FEW =
            "snapshots with fewer than seven bodies, of which no central density is known";
    private static final String MIDST = "snapshots in the midst of a merger";
    /** An end of the lead that is as near to that of the run, relative to it, is not after it. */
    private static final double NEAR = 1e-9;

    private static final int HALF = Diagnostics.MASS_FRACTIONS.indexOf(0.5);

    private final Path folder;
    private final List<String> targets;
    private final double lead;
    private final double softening;
    private final InitialConditions initial;

    SnapshotRows(Path folder, TrainingSet trainingSet, double softening, InitialConditions initial) {
        this.folder = folder;
        this.targets = trainingSet.targets();
        this.lead = trainingSet.window().lead().orElse(Double.NaN);
        this.softening = softening;
        this.initial = initial;
    }

    @Override
    public void make(Runs.Run run, Rows rows) throws TrainingSetException, IOException {
        double end = run.number("finalTime");
        try (RunSnapshots snapshots = RunSnapshots.open(folder, run)) {
            initial.bodies(snapshots.initialConditions(), run, rows.group(run));
            long bodies = snapshots.read(0).bodies().count() + run.mergersUntil(snapshots.time(0));
            for (int s = 0; s < snapshots.count(); s++) {
                double[] values = new double[targets.size()];
                Optional<String> unknown = Optional.empty();
                for (int t = 0; t < values.length && unknown.isEmpty(); t++) {
                    unknown = target(values, t, run, snapshots.time(s), end);
                }
                if (unknown.isPresent()) {
                    rows.censor(unknown.get());
                } else {
                    add(run, bodies, snapshots.read(s), values, rows);
                }
            }
        }
    }

    /** Adds a row, unless some merger is counted already and not yet done in the snapshot, or the other way round. */
    private void add(Runs.Run run, long bodies, Snapshot snapshot, double[] values, Rows rows)
            throws TrainingSetException {
        if (snapshot.bodies().count() != bodies - run.mergersUntil(snapshot.time())) {
            rows.drop(MIDST, 1);
        } else if (snapshot.bodies().count() < BlackHoleFeatures.FEWEST_BODIES) {
            rows.drop(TOO_FEW, 1);
        } else {
            rows.add(run, features(run, snapshot), values);
        }
    }

    /** What comes after a snapshot, strictly later; says why it is not known. */
    private Optional<String> target(double[] values, int t, Runs.Run run, double time, double end)
            throws TrainingSetException {
        if (targets.get(t).equals("mergers")) {
            values[t] = run.mergersUntil(time + lead) - run.mergersUntil(time);
            return time + lead - end <= NEAR * end
                    ? Optional.empty()
                    : Optional.of("snapshots after which the simulation ended before the lead was over");
        }
        Optional<MergerEvent> next = run.firstAfter(time);
        if (next.isEmpty()) {
            return Optional.of("snapshots after which the simulation ended without another merger");
        }
        values[t] = NextMerger.value(targets.get(t), next.get(), time);
        return Optional.empty();
    }

    /** In the order of {@code RowColumns}. */
    private double[] features(Runs.Run run, Snapshot snapshot) {
        Diagnostics figures = Diagnostics.of(snapshot.bodies(), softening);
        long soFar = run.mergersUntil(snapshot.time());
        double last = soFar == 0 ? 0 : run.mergers().get((int) soFar - 1).time();
        return new double[] {
            snapshot.time(),
            snapshot.bodies().count(),
            soFar,
            snapshot.time() - last,
            figures.lagrangianRadii()[HALF],
            figures.coreRadius(),
            figures.centralDensity(),
            figures.kinetic(),
            figures.potential(),
            figures.virialRatio(),
            Arrays.stream(snapshot.bodies().mass, 0, snapshot.bodies().count())
                    .max()
                    .orElseThrow()
        };
    }
}
