package io.github.nbodylab.experiment.nbody.cluster;

import static io.github.nbodylab.experiment.nbody.cluster.Samples.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Energy;
import io.github.nbodylab.experiment.store.Digest;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlummerTest {

    private static final double SCALE_RADIUS = 3 * Math.PI / 16;

    private static Bodies sphere(int n, double virialRatio, UniformRandomProvider random) {
        return Cluster.create(ClusterModel.of(n, new Profile.Plummer(), virialRatio), random);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 32, 500})
    void inEquilibriumTheEnergyIsMinusAQuarterAndTheCentreOfMassRestsAtTheOrigin(int n) {
        Bodies sphere = sphere(n, 0.5, random("energy"));
        assertThat(Energy.kinetic(sphere)).isCloseTo(0.25, within(1e-14));
        assertThat(Energy.potential(sphere)).isCloseTo(-0.5, within(1e-14));
        double[][] fields = sphere.fields();
        assertThat(Arrays.stream(sphere.mass).sum()).isCloseTo(1, within(1e-14));
        for (int f = 0; f < 6; f++) {
            assertThat(Arrays.stream(fields[f], 0, n).sum() / n).isCloseTo(0, within(1e-15));
        }
    }

    @Test
    void anotherVirialRatioKeepsThePlacesAndScalesTheVelocities() {
        Bodies equilibrium = sphere(64, 0.5, random("virial"));
        Bodies cool = sphere(64, 0.125, random("virial"));
        assertThat(cool.x).isEqualTo(equilibrium.x);
        assertThat(Energy.kinetic(cool)).isCloseTo(0.125 * 0.5, within(1e-15));
        assertThat(cool.vz[7]).isCloseTo(equilibrium.vz[7] / 2, within(1e-15));
        assertThat(Energy.kinetic(sphere(64, 0, random("virial")))).isZero();
    }

    @Test
    void radiiFollowPlummersMassProfileWithItsHalfMassRadius() {
        int n = 5000;
        Bodies sphere = sphere(n, 0.5, random("radii"));
        double[] radii = new double[n];
        for (int i = 0; i < n; i++) {
            radii[i] = Math.sqrt(sphere.x[i] * sphere.x[i] + sphere.y[i] * sphere.y[i] + sphere.z[i] * sphere.z[i]);
        }
        double gap = Samples.gap(radii, r -> Math.pow(1 + SCALE_RADIUS * SCALE_RADIUS / (r * r), -1.5));
        assertThat(gap).isLessThan(Samples.KOLMOGOROV);
        Arrays.sort(radii);
        for (double mass : new double[] {0.25, 0.5, 0.75}) {
            double exact = SCALE_RADIUS / Math.sqrt(Math.pow(mass, -2 / 3.0) - 1);
            assertThat(radii[(int) (mass * n)]).as("radius of mass %s", mass).isCloseTo(exact, within(0.05 * exact));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.5, 119758a0a30a1b1411918a28b3eb8e9aa3cf9e35ed50925edbc34ae7794ead20",
        "32, 0.5, 0a79114853a93b8be00160a30e95cf8d2975bbc3e7431da32ce3328d3c781490",
        "500, 0.3, fac28ad3c6b3d9c76ae8afe6c101a1a10ef47c29857a1f4b68ce7d13a7a52295"
    })
    void theBitsAreThoseOfEarlierReleases(int n, double virialRatio, String digest) {
        Bodies sphere = sphere(n, virialRatio, random("bits"));
        StringBuilder bits = new StringBuilder();
        for (double[] field : sphere.fields()) {
            for (int i = 0; i < n; i++) {
                bits.append(Double.doubleToRawLongBits(field[i])).append(' ');
            }
        }
        assertThat(Digest.of(bits.toString())).isEqualTo(digest);
    }

    @Test
    void oneBodyIsNoCluster() {
        assertThatThrownBy(() -> sphere(1, 0.5, random("one"))).hasMessageContaining("2 bodies or more, not 1");
    }
}
