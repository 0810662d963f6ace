package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.RowColumns;
import io.github.nbodylab.experiment.spec.TrainingSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row for each black hole of a snapshot. */
final class BlackHoleRows implements RowMaker {

    private static final String TOO_FEW = "snapshots with fewer than seven bodies, around which no density is known";
    private static final String MIDST = "black holes in the midst of a merger at the time of their snapshot";
    private static final String ENDED = "simulations that ended before the time of the snapshot";

    private final Path folder;
    private final List<String> targets;
    private final TrainingSet.Window window;
    private final double softening;
    private final InitialConditions initial;

    BlackHoleRows(Path folder, TrainingSet trainingSet, double softening, InitialConditions initial) {
        this.folder = folder;
        this.targets = trainingSet.targets();
        this.window = trainingSet.window();
        this.softening = softening;
        this.initial = initial;
    }

    @Override
    public void make(Runs.Run run, Rows rows) throws TrainingSetException, IOException {
        double at = window.at().orElseThrow();
        try (RunSnapshots snapshots = RunSnapshots.open(folder, run)) {
            initial.bodies(snapshots.initialConditions(), run, rows.group(run));
            Optional<Snapshot> snapshot = snapshots.at(at);
            if (snapshot.isEmpty()) {
                rows.drop(ENDED, 1);
            } else if (snapshot.get().bodies().count() < BlackHoleFeatures.FEWEST_BODIES) {
                rows.drop(TOO_FEW, 1);
            } else {
                Optional<Snapshot> later = window.lead().isPresent()
                        ? snapshots.at(at + window.lead().getAsDouble())
                        : Optional.empty();
                make(run, snapshot.get(), later, rows);
            }
        }
    }

    private void make(Runs.Run run, Snapshot snapshot, Optional<Snapshot> later, Rows rows)
            throws TrainingSetException {
        double at = window.at().orElseThrow();
        Set<Integer> midst = midst(run, snapshot, at);
        Map<Integer, MergerEvent> next = new HashMap<>();
        for (MergerEvent merger : run.mergers()) {
            if (merger.time() > at) {
                next.putIfAbsent(merger.kept(), merger);
                next.putIfAbsent(merger.gone(), merger);
            }
        }
        double end = run.number("finalTime");
        double[][] features = BlackHoleFeatures.of(snapshot, softening);
        for (int i = 0; i < features.length; i++) {
            int id = snapshot.ids()[i];
            if (midst.contains(id)) {
                rows.drop(MIDST, 1);
                continue;
            }
            double[] values = new double[targets.size()];
            Optional<String> unknown = Optional.empty();
            Optional<MergerEvent> merger = Optional.ofNullable(next.get(id));
            for (int t = 0; t < values.length && unknown.isEmpty(); t++) {
                unknown = RowColumns.isLaterPlace(targets.get(t))
                        ? place(values, t, id, merger, later)
                        : fate(values, t, merger, end);
            }
            if (unknown.isPresent()) {
                rows.censor(unknown.get());
            } else {
                rows.add(run, features[i], values);
            }
        }
    }

    /**
     * The bodies whose state in a snapshot is not that of before their next merger: contacts are interpolated within a step
     * and take effect at its end, so that a snapshot between the two has both bodies still, or the remnant already.
     */
    private static Set<Integer> midst(Runs.Run run, Snapshot snapshot, double at) throws TrainingSetException {
        Set<Integer> there = new HashSet<>();
        for (int id : snapshot.ids()) {
            there.add(id);
        }
        Set<Integer> midst = new HashSet<>();
        for (MergerEvent merger : run.mergers()) {
            if (there.contains(merger.gone()) == merger.time() <= at) {
                midst.add(merger.kept());
                midst.add(merger.gone());
            }
        }
        return midst;
    }

    /** Whether or when it merges; says why that is not known. */
    private Optional<String> fate(double[] values, int t, Optional<MergerEvent> merger, double end) {
        if (targets.get(t).equals("timeToMerger")) {
            if (merger.isEmpty()) {
                return Optional.of("black holes that did not merge before their simulation ended");
            }
            values[t] = merger.get().time() - window.at().orElseThrow();
            return Optional.empty();
        }
        double before = window.before().orElseThrow();
        boolean merges = merger.isPresent() && merger.get().time() <= before;
        if (!merges && end < before) {
            return Optional.of("black holes whose simulation ended before they could merge");
        }
        values[t] = merges ? 1 : 0;
        return Optional.empty();
    }

    /** Where it is later; says why it is nowhere. */
    private Optional<String> place(
            double[] values, int t, int id, Optional<MergerEvent> merger, Optional<Snapshot> later) {
        if (later.isEmpty()) {
            return Optional.of("black holes whose simulation ended before the time of their place");
        }
        if (merger.isPresent() && merger.get().time() <= later.get().time()) {
            return Optional.of("black holes that merged before the time of their place");
        }
        Snapshot then = later.get();
        for (int i = 0; i < then.ids().length; i++) {
            if (then.ids()[i] == id) {
                double x = then.bodies().x[i];
                double y = then.bodies().y[i];
                double z = then.bodies().z[i];
                values[t] = switch (targets.get(t)) {
                    case "laterX" -> x;
                    case "laterY" -> y;
                    case "laterZ" -> z;
                    default -> Math.sqrt(x * x + y * y + z * z);
                };
                return Optional.empty();
            }
        }
        return Optional.of("black holes that merged before the time of their place");
    }
}
