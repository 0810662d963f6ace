package io.github.nbodylab.experiment.nbody.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Energy;
import io.github.nbodylab.experiment.nbody.Seed;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    /** A body at rest at the origin, and another one of the same mass. */
    private static Bodies pair(double mass, double x, double y, double vx, double vy) {
        Bodies bodies = new Bodies(2);
        bodies.mass[0] = mass;
        bodies.mass[1] = mass;
        bodies.x[1] = x;
        bodies.y[1] = y;
        bodies.vx[1] = vx;
        bodies.vy[1] = vy;
        return bodies;
    }

    private static Bodies random(int n) {
        UniformRandomProvider random = Seed.of("surroundings " + n).generator();
        Bodies bodies = new Bodies(n);
        for (int i = 0; i < n; i++) {
            for (int f = 0; f < 6; f++) {
                bodies.fields()[f][i] = 2 * random.nextDouble() - 1;
            }
            bodies.mass[i] = 1.5 - random.nextDouble();
        }
        return bodies;
    }

    @Test
    void twoBodiesThatWillPassWithinTheTimeComeAsCloseAsThePericentreOfTheirOrbit() {
        Bodies bodies = pair(0.1, 0.3, 0.1, -1, 0.2);
        Surroundings around = Surroundings.of(bodies, 0, 1, 1);

        TwoBodyOrbit orbit = new TwoBodyOrbit(0.1, 0.1, new double[] {0.3, 0.1, 0}, new double[] {-1, 0.2, 0});
        assertThat(around.approach()[0]).isCloseTo(orbit.pericentre(), within(1e-15));
        assertThat(around.approach()[1]).isEqualTo(around.approach()[0]);
        assertThat(around.approachTime()[0]).isCloseTo((0.3 - 0.1 * 0.2) / 1.04, within(1e-15));
    }

    @Test
    void withoutGravityTheyComeAsCloseAsStraightLinesDo() {
        Surroundings around = Surroundings.of(pair(1e-12, 0.3, 0.1, -1, 0), 0, 1, 1);

        assertThat(around.approach()[0]).isCloseTo(0.1, within(1e-9));
        assertThat(around.approachTime()[0]).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void twoBodiesThatPassLaterAreAsCloseAsAtTheEndOfTheTime() {
        Surroundings around = Surroundings.of(pair(0.1, 3, 4, -2, 0), 0, 1, 0.5);

        assertThat(around.approach()[0]).isCloseTo(Math.sqrt(4 + 16), within(1e-15));
        assertThat(around.approachTime()[0]).isEqualTo(0.5);
    }

    @Test
    void twoBodiesThatPartAreClosestNow() {
        Surroundings around = Surroundings.of(pair(0.1, 3, 4, 1, 0), 0, 1, 0.5);

        assertThat(around.approach()[0]).isEqualTo(5);
        assertThat(around.approachTime()[0]).isZero();
    }

    @Test
    void halfTheSumOfMassTimesPotentialIsThePotentialEnergy() {
        Bodies bodies = random(300);
        Surroundings around = Surroundings.of(bodies, 0.01, 5, 1);
        double sum = 0;
        for (int i = 0; i < bodies.count(); i++) {
            sum += bodies.mass[i] * around.potential()[i] / 2;
        }

        double energy = Energy.potential(bodies, 0.01);
        assertThat(sum).isCloseTo(energy, within(1e-12 * Math.abs(energy)));
    }

    @Test
    void neighboursAreTheFirstOfAllDistancesInTheirOrder() {
        Bodies bodies = random(40);
        Surroundings around = Surroundings.of(bodies, 0, 5, 1);
        for (int i = 0; i < bodies.count(); i++) {
            double[] distances = new double[bodies.count()];
            for (int j = 0; j < distances.length; j++) {
                double x = bodies.x[j] - bodies.x[i];
                double y = bodies.y[j] - bodies.y[i];
                double z = bodies.z[j] - bodies.z[i];
                distances[j] = Math.sqrt(x * x + y * y + z * z);
            }
            double nearest = distances[around.nearest()[i]];
            Arrays.sort(distances);
            assertThat(around.neighbours()[i]).containsExactly(Arrays.copyOfRange(distances, 1, 6));
            assertThat(nearest).isEqualTo(distances[1]);
        }
    }

    @Test
    void aBodyAloneHasNoNeighbourAndNoApproach() {
        Surroundings around = Surroundings.of(random(1), 0, 5, 1);

        assertThat(around.nearest()).containsExactly(-1);
        assertThat(around.neighbours()[0]).containsOnly(Double.POSITIVE_INFINITY);
        assertThat(around.approach()).containsExactly(Double.POSITIVE_INFINITY);
    }
}
