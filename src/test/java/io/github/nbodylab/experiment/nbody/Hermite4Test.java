package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import org.junit.jupiter.api.Test;

class Hermite4Test {

    private static final double FIGURE_EIGHT_PERIOD = 6.32591398;

    private final ForceEngine engine = new JvmForceEngine();
    private final ForceBatch batch = new ForceBatch();

    private void evaluate(Bodies bodies, Forces forces) {
        batch.clear();
        batch.add(ForceRequest.all(bodies, forces));
        engine.evaluate(batch);
    }

    /** The bodies after so many steps of one length. */
    private Bodies advance(Bodies start, double dt, int steps) {
        int n = start.count();
        Bodies now = start.copy();
        Bodies next = start.copy();
        Forces before = new Forces(n);
        Forces after = new Forces(n);
        Hermite4 hermite = new Hermite4(n);
        evaluate(now, before);
        for (int s = 0; s < steps; s++) {
            Hermite4.predict(now, before, dt, next);
            evaluate(next, after);
            hermite.correct(before, after, dt, next);
            Bodies bodies = now;
            now = next;
            next = bodies;
            Forces forces = before;
            before = after;
            after = forces;
        }
        return now;
    }

    /** Two bodies of mass 1/2 in an orbit of semi-major axis 1 at apocentre: period 2 pi. */
    private static Bodies kepler(double eccentricity) {
        Bodies pair = new Bodies(2);
        double speed = Math.sqrt((1 - eccentricity) / (1 + eccentricity));
        for (int i = 0; i < 2; i++) {
            int sign = i == 0 ? 1 : -1;
            pair.mass[i] = 0.5;
            pair.x[i] = sign * (1 + eccentricity) / 2;
            pair.vy[i] = sign * speed / 2;
        }
        return pair;
    }

    private static double distance(Bodies a, Bodies b) {
        double sum = 0;
        for (int f = 0; f < 3; f++) {
            for (int i = 0; i < a.count(); i++) {
                double d = a.fields()[f][i] - b.fields()[f][i];
                sum += d * d;
            }
        }
        return Math.sqrt(sum);
    }

    private static Bodies figureEight() {
        Bodies three = new Bodies(3);
        double[] x = {0.97000436, -0.97000436, 0};
        double[] y = {-0.24308753, 0.24308753, 0};
        double[] vx = {0.93240737 / 2, 0.93240737 / 2, -0.93240737};
        double[] vy = {0.86473146 / 2, 0.86473146 / 2, -0.86473146};
        for (int i = 0; i < 3; i++) {
            three.mass[i] = 1;
            three.x[i] = x[i];
            three.y[i] = y[i];
            three.vx[i] = vx[i];
            three.vy[i] = vy[i];
        }
        return three;
    }

    @Test
    void aKeplerOrbitClosesAfterItsPeriod() {
        Bodies start = kepler(0.5);
        Bodies end = advance(start, 2 * Math.PI / 4000, 4000);
        assertThat(distance(start, end)).isLessThan(1e-8);
        assertThat(Energy.total(start)).isCloseTo(-0.125, within(1e-15));
        assertThat(Energy.total(end)).isCloseTo(-0.125, within(1e-11));
    }

    @Test
    void theErrorsOfAKeplerOrbitFallWithTheFourthPowerOfTheStep() {
        Bodies start = kepler(0.3);
        double place = distance(start, advance(start, 2 * Math.PI / 400, 400))
                / distance(start, advance(start, 2 * Math.PI / 800, 800));
        assertThat(Math.log(place) / Math.log(2)).isBetween(3.8, 5.2);
    }

    @Test
    void theErrorsOfAClusterFallWithTheFourthPowerOfTheStep() {
        Bodies start = Plummer.sphere(64, 0.5, Seed.of("smooth").generator());
        int steps = 256;
        double until = 0.125;
        Bodies reference = advance(start, until / (32 * steps), 32 * steps);
        double coarse = distance(reference, advance(start, until / steps, steps));
        double fine = distance(reference, advance(start, until / (4 * steps), 4 * steps));
        assertThat(Math.log(coarse / fine) / Math.log(4)).isBetween(3.8, 5.5);
    }

    @Test
    void theFigureEightComesBackAfterItsPeriod() {
        Bodies start = figureEight();
        assertThat(Energy.total(start)).isCloseTo(-1.287141992, within(1e-8));
        Bodies end = advance(start, FIGURE_EIGHT_PERIOD / 4000, 4000);
        assertThat(distance(start, end)).isLessThan(1e-6);
        assertThat(Energy.total(end)).isCloseTo(Energy.total(start), within(1e-11));
    }
}
