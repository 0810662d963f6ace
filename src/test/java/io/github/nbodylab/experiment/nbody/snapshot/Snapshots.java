package io.github.nbodylab.experiment.nbody.snapshot;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Seed;
import io.github.nbodylab.experiment.spec.Quantity;
import io.github.nbodylab.experiment.spec.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/** Snapshots for tests. */
final class Snapshots {

    /** 1e5 solar masses and a parsec. */
    static final SnapshotUnits PHYSICAL =
            SnapshotUnits.of(Optional.of(new Units(Quantity.parse("1e5 Msun"), Quantity.parse("1 pc"))));

    static final SortedMap<String, String> FACTS = new TreeMap<>(Map.of("run", "run-1", "seed", "42"));

    private Snapshots() {}

    /** Bodies with random numbers of every sign and all their bits, and ids in no order. */
    static Snapshot random(int n, double time) {
        UniformRandomProvider random = Seed.of("snapshot " + n + " " + time).generator();
        Bodies bodies = new Bodies(n);
        int[] ids = new int[n];
        for (int i = 0; i < n; i++) {
            for (int f = 0; f < 6; f++) {
                bodies.fields()[f][i] = 2 * random.nextDouble() - 1;
            }
            bodies.mass[i] = 1 - random.nextDouble();
            ids[i] = 3 * (n - i);
        }
        return new Snapshot(time, ids, bodies);
    }

    /** Two times of a run; a body is lost between them. */
    static List<Snapshot> run() {
        return List.of(random(9, 0), random(8, 0.25));
    }

    /** What a snapshot holds but for the time, as one array: x, y, z, vx, vy, vz, mass of all bodies. */
    static double[] values(Snapshot snapshot) {
        Bodies b = snapshot.bodies();
        return Arrays.stream(b.fields())
                .flatMapToDouble(field -> Arrays.stream(field, 0, b.count()))
                .toArray();
    }
}
