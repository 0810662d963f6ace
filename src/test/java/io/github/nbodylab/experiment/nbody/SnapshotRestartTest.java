package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.snapshot.BodiesFile;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotFile;
import io.github.nbodylab.experiment.nbody.snapshot.SnapshotUnits;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot in a file is enough to go on from. */
class SnapshotRestartTest {

    private static final StickySpheres RULE = new StickySpheres(2.0 / 40);

    @TempDir
    private Path folder;

    static Stream<Integrator> integrators() {
        return Stream.of(
                Twin.blockHermite(1e-3),
                Integrator.of(Scheme.HERMITE_4, Timesteps.SHARED, 1e-3),
                Twin.fixed(Scheme.LEAPFROG, 1.0 / 4096, 0.01));
    }

    private static SimulationOptions options(double until, Integrator integrator) {
        return new SimulationOptions(until, integrator, RULE, 1, OptionalDouble.of(0.5), Double.POSITIVE_INFINITY);
    }

    /** The snapshot at t = 0.5 as it comes out of a file. */
    private Snapshot half(Simulation whole) throws Exception {
        Path file = folder.resolve("half.hdf5");
        SnapshotFile.write(file, whole.snapshots().subList(0, 2), SnapshotUnits.HENON, new TreeMap<>());
        Snapshot half = BodiesFile.read(file);
        assertThat(half.time()).isEqualTo(0.5);
        return half;
    }

    @ParameterizedTest
    @MethodSource("integrators")
    void aRunFromASnapshotInAFileEndsWhereTheRunDidThatWroteIt(Integrator integrator) throws Exception {
        Simulation whole = Twin.run(Simulations.sphere(40, "d2"), options(1, integrator));
        assertThat(whole.mergers()).isNotEmpty().allMatch(merger -> merger.time() < 0.5);
        Snapshot half = half(whole);
        Bodies end = Twin.run(half.bodies(), options(0.5, integrator)).bodies();
        assertThat(Systems.distance(half.bodies(), end)).isGreaterThan(1);
        assertThat(Systems.distance(whole.bodies(), end)).isLessThan(1e-7);
        assertThat(Systems.distance(velocities(whole.bodies()), velocities(end)))
                .isLessThan(1e-6);
    }

    /** Velocities in the place of positions. */
    private static Bodies velocities(Bodies bodies) {
        Bodies places = new Bodies(bodies.count());
        for (int c = 0; c < 3; c++) {
            System.arraycopy(bodies.fields()[c + 3], 0, places.fields()[c], 0, bodies.count());
        }
        return places;
    }

    /** A merger takes effect at the end of a step, and steps differ: so times agree to less than states do. */
    @ParameterizedTest
    @MethodSource("integrators")
    void theSameMergersComeAfterASnapshotInAFileAsInTheRunThatWroteIt(Integrator integrator) throws Exception {
        Simulation whole = Twin.run(Simulations.sphere(40, "restart"), options(1, integrator));
        Snapshot half = half(whole);
        List<Merger> later =
                whole.mergers().stream().filter(merger -> merger.time() > 0.5).toList();
        assertThat(later).isNotEmpty().hasSizeLessThan(whole.mergers().size());
        List<Merger> again = Twin.run(half.bodies(), options(0.5, integrator)).mergers();
        assertThat(again).hasSameSizeAs(later);
        for (int k = 0; k < later.size(); k++) {
            assertThat(half.ids()[again.get(k).id1() - 1])
                    .isEqualTo(later.get(k).id1());
            assertThat(half.ids()[again.get(k).id2() - 1])
                    .isEqualTo(later.get(k).id2());
            assertThat(0.5 + again.get(k).time()).isCloseTo(later.get(k).time(), within(1e-5));
        }
    }
}
