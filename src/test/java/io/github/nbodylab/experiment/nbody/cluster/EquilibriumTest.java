package io.github.nbodylab.experiment.nbody.cluster;

import static io.github.nbodylab.experiment.nbody.cluster.Samples.KOLMOGOROV;
import static io.github.nbodylab.experiment.nbody.cluster.Samples.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquilibriumTest {

    private static final int SAMPLE = 40_000;

    static Stream<Profile> profiles() {
        return Stream.of(
                new Profile.Plummer(),
                new Profile.Hernquist(),
                new Profile.King(0.1),
                new Profile.King(3),
                new Profile.King(7),
                new Profile.King(12),
                new Profile.King(16),
                new Profile.Uniform());
    }

    /** Twice the kinetic energy over the virial, sum of m (fraction + (1 - fraction) M(r)) / r. */
    private static double balance(Distribution distribution, double fraction) {
        UniformRandomProvider random = random("virial");
        double[][] drawn = IntStream.range(0, SAMPLE)
                .mapToObj(i -> {
                    double r = distribution.radius(random);
                    return new double[] {r, distribution.speed(r, random)};
                })
                .sorted(Comparator.comparingDouble(body -> body[0]))
                .toArray(double[][]::new);
        double twiceKinetic = 0;
        double virial = 0;
        for (int i = 0; i < SAMPLE; i++) {
            twiceKinetic += drawn[i][1] * drawn[i][1];
            virial += (fraction + (1 - fraction) * (i + 0.5) / SAMPLE) / drawn[i][0];
        }
        return twiceKinetic / virial;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void unscaledModelsAreInVirialEquilibrium(Profile profile) {
        assertThat(balance(Distribution.of(profile, 0), 0)).isCloseTo(1, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.9})
    void soIsHernquistsSphereAroundACentralMass(double fraction) {
        assertThat(balance(Distribution.of(new Profile.Hernquist(), fraction), fraction))
                .isCloseTo(1, within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"0.003, 0.1", "0.1, 0.1", "1, 0.1", "20, 0.1", "0.01, 0.01", "0.5, 0.8"})
    void aroundACentralMassHernquistsDispersionObeysJeansEquation(double radius, double fraction) {
        Distribution sphere = Distribution.of(new Profile.Hernquist(), fraction);
        UniformRandomProvider random = random("jeans");
        double[] squares = Samples.draw(SAMPLE, () -> {
            double v = sphere.speed(radius, random);
            return v * v;
        });
        Hernquist alone = new Hernquist();
        // in u = ln r, as far as the mass does not matter any more
        double pressure = Samples.integral(
                u -> {
                    double r = Math.exp(u);
                    double mass = fraction + (1 - fraction) * r * r / ((1 + r) * (1 + r));
                    return alone.density(r) * mass / r;
                },
                Math.log(radius),
                Math.log(radius) + 12);
        assertThat(Samples.mean(squares) / (3 * pressure / alone.density(radius)))
                .isCloseTo(1, within(0.02));
    }

    @Test
    void allBodiesOfAPlummerSphereAreBoundToItsCentralMass() {
        double fraction = 0.2;
        Distribution sphere = Distribution.of(new Profile.Plummer(), fraction);
        UniformRandomProvider random = random("bound");
        for (int i = 0; i < SAMPLE / 10; i++) {
            double r = sphere.radius(random);
            double v = sphere.speed(r, random);
            double depth = (1 - fraction) / Math.sqrt(1 + r * r) + fraction / r;
            assertThat(v * v / 2).isBetween(0.0, depth);
        }
    }

    @Test
    void radiiFollowHernquistsMassProfile() {
        UniformRandomProvider random = random("radii");
        double[] radii = Samples.draw(SAMPLE, () -> new Hernquist().radius(random));
        assertThat(Samples.gap(radii, r -> r * r / ((1 + r) * (1 + r)))).isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 3, 7, 9})
    void radiiFollowKingsDensity(double w0) {
        King king = new King(w0);
        UniformRandomProvider random = random("radii");
        double[] radii = Samples.draw(SAMPLE, () -> king.radius(random));
        assertThat(Arrays.stream(radii).max().orElseThrow()).isLessThanOrEqualTo(king.outermost());
        assertThat(Samples.gap(radii, Samples.cumulative(r -> king.density(r) * r * r, king.outermost())))
                .isLessThan(KOLMOGOROV);
    }

    @Test
    void radiiFillTheUniformSphere() {
        UniformRandomProvider random = random("radii");
        double[] radii = Samples.draw(SAMPLE, () -> new UniformSphere().radius(random));
        assertThat(Samples.gap(radii, r -> r * r * r)).isLessThan(KOLMOGOROV);
    }

    @Test
    void speedsOfTheUniformSphereAreMaxwellian() {
        UniformRandomProvider random = random("speeds");
        double[] speeds = Samples.draw(SAMPLE, () -> new UniformSphere().speed(0.5, random));
        assertThat(Samples.gap(speeds, Samples.cumulative(v -> v * v * Math.exp(-v * v / 0.4), 6)))
                .isLessThan(KOLMOGOROV);
    }
}
