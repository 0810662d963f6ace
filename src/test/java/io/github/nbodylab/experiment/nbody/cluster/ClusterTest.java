package io.github.nbodylab.experiment.nbody.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Energy;
import io.github.nbodylab.experiment.nbody.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterTest {

    private static final Profile PLUMMER = new Profile.Plummer();
    private static final MassFunction EQUAL = new MassFunction.Equal();
    private static final MassFunction SALPETER = new MassFunction.PowerLaw(MassFunction.PowerLaw.SALPETER, 1, 50);
    private static final Seed SEED = Seed.of("cluster");

    static Stream<Profile> profiles() {
        return Stream.of(PLUMMER, new Profile.Hernquist(), new Profile.King(6), new Profile.Uniform());
    }

    /** Everything at once but binaries. */
    private static ClusterModel rich(int particles, Profile profile, double virialRatio) {
        return new ClusterModel(particles, profile, virialRatio, SALPETER, Binaries.NONE, 0.1, 0.7);
    }

    private static double[] azimuthalMomenta(Bodies b) {
        return IntStream.range(0, b.count())
                .mapToDouble(i -> b.x[i] * b.vy[i] - b.y[i] * b.vx[i])
                .toArray();
    }

    private static double radius(Bodies b, int i) {
        return Math.sqrt(b.x[i] * b.x[i] + b.y[i] * b.y[i] + b.z[i] * b.z[i]);
    }

    private static void assertSameBits(Bodies one, Bodies other) {
        assertThat(one.count()).isEqualTo(other.count());
        for (int f = 0; f < 7; f++) {
            assertThat(one.fields()[f]).isEqualTo(other.fields()[f]);
        }
        assertThat(one.low()).isDeepEqualTo(other.low());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void energiesAreThoseOfHenonUnitsWhateverTheOptions(Profile profile) {
        for (double virialRatio : new double[] {0, 0.2, 0.5}) {
            Bodies cluster = Cluster.create(rich(200, profile, virialRatio), SEED);
            assertThat(Energy.potential(cluster)).isCloseTo(-0.5, within(1e-13));
            assertThat(Energy.kinetic(cluster)).isCloseTo(virialRatio * 0.5, within(1e-13));
            assertThat(Arrays.stream(cluster.mass).sum()).isCloseTo(1, within(1e-14));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theCentreOfMassRests(Profile profile) {
        Bodies cluster = Cluster.create(rich(200, profile, 0.5), SEED);
        for (double[] v : new double[][] {cluster.vx, cluster.vy, cluster.vz}) {
            assertThat(IntStream.range(0, 201)
                            .mapToDouble(i -> cluster.mass[i] * v[i])
                            .sum())
                    .isCloseTo(0, within(1e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aCentralBodyRestsAtTheOriginInTheLastSlot(Profile profile) {
        Bodies cluster = Cluster.create(rich(64, profile, 0.5), SEED);
        assertThat(cluster.count()).isEqualTo(65);
        assertThat(cluster.mass[64]).isEqualTo(0.1);
        for (int f = 0; f < 6; f++) {
            assertThat(cluster.fields()[f][64]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void velocitiesAreIsotropic(Profile profile) {
        Bodies b = Cluster.create(ClusterModel.of(3000, profile, 0.5), SEED);
        double radial = 0;
        for (int i = 0; i < b.count(); i++) {
            double along = (b.x[i] * b.vx[i] + b.y[i] * b.vy[i] + b.z[i] * b.vz[i]) / radius(b, i);
            radial += b.mass[i] * along * along / 2;
        }
        assertThat(radial / Energy.kinetic(b)).isCloseTo(1 / 3.0, within(0.02));
    }

    /** Hernquist (1990): half of the mass is inside of (1 + sqrt 2) a, and a is 1/3 in Henon units. */
    @Test
    void theScaleOfHernquistsSphereIsAThird() {
        int n = 5000;
        Bodies b = Cluster.create(ClusterModel.of(n, new Profile.Hernquist(), 0.5), SEED);
        double[] radii =
                IntStream.range(0, n).mapToDouble(i -> radius(b, i)).sorted().toArray();
        for (double mass : new double[] {0.25, 0.5, 0.75}) {
            double exact = Math.sqrt(mass) / (1 - Math.sqrt(mass)) / 3;
            assertThat(radii[(int) (mass * n)]).as("radius of mass %s", mass).isCloseTo(exact, within(0.06 * exact));
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void oneSeedGivesOneCluster(Profile profile) {
        ClusterModel model = new ClusterModel(100, profile, 0.4, SALPETER, new Binaries(0.3, 1e-4, 1e-2), 0.05, 0.5);
        Bodies cluster = Cluster.create(model, SEED);
        assertSameBits(cluster, Cluster.create(model, SEED.generator()));
        assertThat(Cluster.create(model, Seed.of("another")).x).isNotEqualTo(cluster.x);
    }

    @Test
    void anOptionThatIsLeftOutChangesNoBit() {
        Bodies plain = Cluster.create(ClusterModel.of(50, PLUMMER, 0.5), SEED);
        Binaries none = new Binaries(0, 1e-4, 1e-2);
        assertSameBits(Cluster.create(new ClusterModel(50, PLUMMER, 0.5, EQUAL, none, 0, 0), SEED), plain);
    }

    @Test
    void rotationTurnsVelocitiesAndLeavesPlacesAndEnergy() {
        Bodies still = Cluster.create(ClusterModel.of(2000, PLUMMER, 0.5), SEED);
        Bodies half = Cluster.create(new ClusterModel(2000, PLUMMER, 0.5, EQUAL, Binaries.NONE, 0, 0.5), SEED);
        Bodies all = Cluster.create(new ClusterModel(2000, PLUMMER, 0.5, EQUAL, Binaries.NONE, 0, 1), SEED);
        assertThat(all.x).isEqualTo(still.x);
        assertThat(Energy.kinetic(all)).isCloseTo(Energy.kinetic(still), within(1e-14));
        double most = Samples.mean(azimuthalMomenta(all));
        assertThat(most).isGreaterThan(0.1);
        assertThat(Samples.mean(azimuthalMomenta(half))).isBetween(0.4 * most, 0.6 * most);
        assertThat(Samples.mean(azimuthalMomenta(still))).isBetween(-0.1 * most, 0.1 * most);
    }

    @Test
    void rotationIsAMirrorOfEachVelocity() {
        Bodies still = Cluster.create(ClusterModel.of(2000, PLUMMER, 0.5), SEED);
        Bodies turned = Cluster.create(new ClusterModel(2000, PLUMMER, 0.5, EQUAL, Binaries.NONE, 0, 1), SEED);
        double[] before = azimuthalMomenta(still);
        double[] after = azimuthalMomenta(turned);
        for (int i = 0; i < 2000; i++) { // but for the motion of the centre of mass and the scale that follow
            double tolerance = 0.1 * (0.1 + radius(still, i));
            assertThat(after[i]).isCloseTo(Math.abs(before[i]), within(tolerance));
            assertThat(turned.vz[i]).isCloseTo(still.vz[i], within(0.05));
        }
    }

    @Test
    void placesDoNotDependOnMasses() {
        ClusterModel model = new ClusterModel(500, PLUMMER, 0.5, SALPETER, Binaries.NONE, 0.01, 0);
        Bodies unequal = Cluster.create(model, SEED);
        Bodies equal = Cluster.create(new ClusterModel(500, PLUMMER, 0.5, EQUAL, Binaries.NONE, 0.01, 0), SEED);
        double ratio = unequal.x[0] / equal.x[0]; // of the scales
        for (int i = 0; i < 500; i++) {
            assertThat(unequal.z[i]).isCloseTo(ratio * equal.z[i], within(1e-13 * Math.abs(equal.z[i])));
        }
    }
}
