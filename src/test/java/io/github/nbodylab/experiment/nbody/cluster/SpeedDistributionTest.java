package io.github.nbodylab.experiment.nbody.cluster;

import static io.github.nbodylab.experiment.nbody.cluster.Samples.KOLMOGOROV;
import static io.github.nbodylab.experiment.nbody.cluster.Samples.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpeedDistributionTest {

    private static final int SAMPLE = 20_000;

    /**
     * A model at a distance from the centre.
     *
     * @param density of the speed in units of the escape speed, times any constant, as its paper has it
     */
    record At(String name, Equilibrium model, double radius, DoubleUnaryOperator density) {
        double escapeSpeed() {
            return Math.sqrt(2 * model.depth(radius));
        }

        @Override
        public String toString() {
            return name + " at " + radius;
        }
    }

    static Stream<At> models() {
        Stream<At> plummer = Stream.of(0.1, 3.0)
                .map(r -> new At("Plummer", new Plummer(), r, q -> q * q * Math.pow(1 - q * q, 3.5)));
        Stream<At> hernquist =
                Stream.of(0.001, 0.1, 1.0, 30.0).map(r -> new At("Hernquist", new Hernquist(), r, hernquist(r)));
        Stream<At> king = Stream.of(0.2, 1.0, 6.0, 12.0).map(w0 -> king(w0, 0.5));
        return Stream.of(plummer, hernquist, king, Stream.of(king(9, 20))).flatMap(s -> s);
    }

    /** Hernquist (1990), equation 17. */
    private static DoubleUnaryOperator hernquist(double radius) {
        double depth = 1 / (1 + radius);
        return fraction -> {
            double q = Math.sqrt(depth * (1 - fraction * fraction));
            double s = Math.sqrt(1 - q * q);
            double polynomial = 8 * Math.pow(q, 4) - 8 * q * q - 3;
            double f = (3 * Math.asin(q) + q * s * (1 - 2 * q * q) * polynomial) / Math.pow(s, 5);
            return fraction * fraction * f;
        };
    }

    /** The lowered Maxwellian of King (1966). */
    private static At king(double w0, double radius) {
        King model = new King(w0);
        double w = model.depth(radius) * new KingStructure(w0).totalMass();
        return new At("King " + w0, model, radius, q -> q * q * (Math.exp(w * (1 - q * q)) - 1));
    }

    @ParameterizedTest
    @MethodSource("models")
    void speedsFollowTheDistributionFunction(At at) {
        UniformRandomProvider random = random("speeds");
        double escape = at.escapeSpeed();
        double[] q = Samples.draw(SAMPLE, () -> at.model().speed(at.radius(), random) / escape);
        assertThat(Samples.gap(q, Samples.cumulative(at.density(), 1))).isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePowerOfAllOfTheRejectedDensityWouldBeSeen(At at) {
        UniformRandomProvider random = random("mistake");
        double[] q = Samples.draw(SAMPLE, () -> mistaken(random));
        assertThat(Samples.gap(q, Samples.cumulative(at.density(), 1))).isGreaterThan(10 * KOLMOGOROV);
    }

    /** Draws from (q^2 (1 - q^2))^3.5, the well-known mistake for q^2 (1 - q^2)^3.5. */
    private static double mistaken(UniformRandomProvider random) {
        while (true) {
            double q = random.nextDouble();
            if (0.0079 * random.nextDouble() < Math.pow(q * q * (1 - q * q), 3.5)) {
                return q;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theSameSpeedsFollowFromTheInversionOfDensity(At at) {
        UniformRandomProvider random = random("inversion");
        CentralMassSphere inverted = new CentralMassSphere(at.model(), 1e-12);
        double escape = at.escapeSpeed();
        double[] q = Samples.draw(SAMPLE / 4, () -> inverted.speed(at.radius(), random) / escape);
        assertThat(Samples.gap(q, Samples.cumulative(at.density(), 1))).isLessThan(KOLMOGOROV);
    }
}
