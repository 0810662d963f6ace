package io.github.nbodylab.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Load;
import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadsTest {

    private static final long LINES = 17 * Loads.LINE_BYTES;

    @TempDir
    private Path folder;

    /** Two runs of each size. */
    private static Ensemble ensemble(OptionalDouble snapshotsEvery) {
        Simulate plain = Simulate.of(
                Specs.cluster(Specs.whole(100, 300, 200), Specs.real(0.5)),
                new Simulate.Mergers(new TreeMap<>(Map.of("criterion", new Axis.Fixed(new Value.Word("none"))))),
                Integrator.DEFAULT,
                1,
                Specs.grid(2),
                new Simulate.Failures(0, 0, 1e-3));
        ExperimentSpec spec = Specs.spec(
                5,
                new Simulate(
                        plain.cluster(),
                        plain.mergers(),
                        plain.integrator(),
                        plain.until(),
                        snapshotsEvery,
                        plain.diagnosticsEvery(),
                        plain.design(),
                        plain.failures()));
        return Ensemble.of(spec);
    }

    private static Load load(Ensemble ensemble, int threads) throws JobFailedException {
        return Loads.of(ensemble, InitialConditions.of(ensemble), Optional.empty(), threads)
                .orElseThrow();
    }

    private static List<Missing> all(Ensemble ensemble) throws JobFailedException {
        InitialConditions initial = InitialConditions.of(ensemble);
        return ensemble.runs().stream()
                .map(run -> new Missing(ensemble, initial, run))
                .toList();
    }

    @Test
    void theLargestSystemsOfAllThreadsAreThereAtOnce() throws Exception {
        Ensemble ensemble = ensemble(OptionalDouble.empty());
        assertThat(load(ensemble, 1)).isEqualTo(new Load(1, 300, 300, 300 * Loads.BODY_BYTES + LINES));
        assertThat(load(ensemble, 3)).isEqualTo(new Load(3, 300, 800, 800 * Loads.BODY_BYTES + 3 * LINES));
        assertThat(load(ensemble, 99)).isEqualTo(new Load(6, 300, 1200, 1200 * Loads.BODY_BYTES + 6 * LINES));
    }

    @Test
    void snapshotsCountAsTheyAreKeptUntilTheEndAndOnceMoreAsTheyAreWritten() throws Exception {
        long snapshots = 101;
        assertThat(load(ensemble(OptionalDouble.of(0.01)), 1).hostBytes())
                .isEqualTo(300 * Loads.BODY_BYTES
                        + LINES
                        + snapshots * (300 * (Loads.SNAPSHOT_BYTES + Loads.WRITING_BYTES) + Loads.GROUP_BYTES));
    }

    @Test
    void whatIsStoredTakesNothing() throws Exception {
        Ensemble ensemble = ensemble(OptionalDouble.empty());
        InitialConditions initial = InitialConditions.of(ensemble);
        Store store = new Store(folder, warning -> {});
        for (Run run : ensemble.runs()) {
            boolean large = run.point().parameter("particles").asDouble() == 300;
            if (large) {
                store.put(run.key(), Json.object(), entry -> Json.write(entry.resolve("run.json"), Json.object()));
            }
        }
        assertThat(Loads.of(ensemble, initial, Optional.of(store), 1)
                        .orElseThrow()
                        .largest())
                .isEqualTo(200);
    }

    @Test
    void aBatchIsAsLargeAsMemoryAllowsAndNeverEmpty() throws Exception {
        List<Missing> runs = all(ensemble(OptionalDouble.of(0.01)));
        assertThat(Loads.batch(runs, 2, 1000, Long.MAX_VALUE)).isEqualTo(1000);
        assertThat(Loads.batch(runs, 2, 1000, 1)).isEqualTo(1);
        assertThat(Loads.batch(runs, 2, 1000, 40_000_000)).isBetween(2, 999);
    }
}
