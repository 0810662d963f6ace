package io.github.nbodylab.experiment.nbody.cluster;

import static io.github.nbodylab.experiment.nbody.cluster.Samples.KOLMOGOROV;
import static io.github.nbodylab.experiment.nbody.cluster.Samples.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrbitTest {

    private static final int SAMPLE = 20_000;
    private static final double MASS = 0.03;
    private static final Binaries BINARIES = new Binaries(1, 1e-5, 1e-2);

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double semiMajorAxis(Orbit orbit) {
        double r = Math.sqrt(dot(orbit.position(), orbit.position()));
        return 1 / (2 / r - dot(orbit.velocity(), orbit.velocity()) / MASS);
    }

    /** The eccentricity vector, towards the pericentre. */
    private static double[] eccentricity(Orbit orbit) {
        double[] x = orbit.position();
        double[] v = orbit.velocity();
        double r = Math.sqrt(dot(x, x));
        return IntStream.range(0, 3)
                .mapToDouble(c -> (dot(v, v) / MASS - 1 / r) * x[c] - dot(x, v) / MASS * v[c])
                .toArray();
    }

    private static Orbit[] drawn() {
        UniformRandomProvider random = random("orbits");
        return IntStream.range(0, SAMPLE)
                .mapToObj(i -> Orbit.draw(BINARIES, MASS, random))
                .toArray(Orbit[]::new);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.1, 0.5, 0.9, 0.999, 0.999999999, 0.9999999999999999})
    void keplersEquationIsSolvedToTheLastDigits(double e) {
        for (int k = -2000; k <= 2000; k++) {
            for (double meanAnomaly : new double[] {k * Math.PI / 2000, Math.pow(k / 2000.0, 9)}) {
                double anomaly = Orbit.eccentricAnomaly(meanAnomaly, e);
                double off = anomaly - e * Math.sin(anomaly) - meanAnomaly;
                assertThat(off).isCloseTo(0, within(2 * Math.ulp(Math.max(Math.abs(anomaly), 1e-300))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.3, -2", "0.9, 0.1", "0.9999, 0.001", "0.99, 3.14159"})
    void energyAngularMomentumAndPericentreAreThoseAskedFor(double e, double meanAnomaly) {
        double axis = 0.002;
        double[] pericentre = {0.6, 0, 0.8};
        double[] across = {0, 1, 0};
        Orbit orbit = Orbit.at(MASS, axis, e, meanAnomaly, pericentre, across);
        assertThat(semiMajorAxis(orbit)).isCloseTo(axis, within(1e-9 * axis));
        double[] vector = eccentricity(orbit);
        for (int c = 0; c < 3; c++) {
            assertThat(vector[c]).isCloseTo(e * pericentre[c], within(1e-12));
        }
        double[] x = orbit.position();
        double[] v = orbit.velocity();
        double momentum = 0.8 * (x[1] * v[2] - x[2] * v[1]) - 0.6 * (x[0] * v[1] - x[1] * v[0]);
        assertThat(Math.signum(momentum)).isEqualTo(-1); // pericentre x across = (-0.8, 0, 0.6)
        assertThat(momentum * momentum).isCloseTo(MASS * axis * (1 - e * e), within(1e-14 * MASS * axis));
    }

    @Test
    void eccentricitiesAreThermalWithAMeanOfTwoThirds() {
        double[] e = Arrays.stream(drawn())
                .map(OrbitTest::eccentricity)
                .mapToDouble(v -> Math.sqrt(dot(v, v)))
                .toArray();
        assertThat(Samples.mean(e)).isCloseTo(2 / 3.0, within(0.006));
        assertThat(Samples.gap(e, x -> x * x)).isLessThan(KOLMOGOROV);
    }

    @Test
    void semiMajorAxesAreLogUniform() {
        double[] axes =
                Arrays.stream(drawn()).mapToDouble(OrbitTest::semiMajorAxis).toArray();
        assertThat(Samples.gap(axes, a -> Math.log(a / 1e-5) / Math.log(1e3))).isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void pericentresAndPolesPointEverywhere(int axis) {
        Orbit[] orbits = drawn();
        double[] towards = new double[SAMPLE];
        double[] poles = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            double[] e = eccentricity(orbits[i]);
            towards[i] = e[axis] / Math.sqrt(dot(e, e));
            double[] x = orbits[i].position();
            double[] v = orbits[i].velocity();
            double[] pole = {x[1] * v[2] - x[2] * v[1], x[2] * v[0] - x[0] * v[2], x[0] * v[1] - x[1] * v[0]};
            poles[i] = pole[axis] / Math.sqrt(dot(pole, pole));
        }
        assertThat(Samples.gap(towards, c -> (1 + c) / 2)).isLessThan(KOLMOGOROV);
        assertThat(Samples.gap(poles, c -> (1 + c) / 2)).isLessThan(KOLMOGOROV);
    }
}
