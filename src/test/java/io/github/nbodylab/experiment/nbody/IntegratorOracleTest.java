package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws that every integrator must obey, whatever the system. */
class IntegratorOracleTest {

    private static Oracle oracle(String id, String what, String source) {
        return new Oracle(Oracle.Topic.INTEGRATORS, id, what, source);
    }

    /** Softened, so that the steps compared are all much shorter than any time scale of the system. */
    private static Integrator smooth(Scheme scheme, int steps) {
        return Twin.fixed(scheme, 1.0 / steps, 0.1);
    }

    private static double order(double coarse, double fine) {
        return Math.log(coarse / fine) / Math.log(4);
    }

    @ParameterizedTest
    @CsvSource({"HERMITE_4, 512, 4, 5", "LEAPFROG, 512, 1.9, 2.1"})
    void errorsInPositionAndEnergyFallWithThePowerOfTheStepThatIsTheOrder(
            Scheme scheme, int steps, double least, double most) {
        Bodies start = Simulations.sphere(64, "smooth");
        Bodies exact = Twin.run(start, 1, smooth(Scheme.HERMITE_4, 16 * steps)).bodies();
        Simulation coarse = Twin.run(start, 1, smooth(scheme, steps));
        Simulation fine = Twin.run(start, 1, smooth(scheme, 4 * steps));
        String name = scheme.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        String source = "convergence of the scheme; N = 64, t = 1";
        oracle("order-" + name + "-1-place", "Order of " + name + " in position, fixed steps", source)
                .between(
                        least,
                        most,
                        order(Systems.distance(exact, coarse.bodies()), Systems.distance(exact, fine.bodies())));
        oracle("order-" + name + "-2-energy", "Order of " + name + " in energy, fixed steps", source)
                .between(least, most + 1, order(coarse.energyError(), fine.energyError()));
    }

    @Test
    void theLeapfrogWithFixedStepsFindsItsWayBack() {
        Bodies start = Simulations.sphere(32, "there and back");
        Integrator leapfrog = Twin.fixed(Scheme.LEAPFROG, 1.0 / 1024, 0);
        Bodies there = Twin.run(start, 0.5, leapfrog).bodies();
        assertThat(Systems.distance(start, there)).isGreaterThan(0.1);
        Bodies back = Twin.run(Systems.reversed(there), 0.5, leapfrog).bodies();
        oracle("reversibility", "Distance from the start after leapfrog to t = 0.5 and back, N = 32", "reversibility")
                .below(1e-11, Systems.distance(start, back));
    }

    /** An orbit that is the same backwards as forwards has no energy to lose: what is left is the asymmetry of the scheme. */
    @Test
    void aSecondIterationTakesNearlyAllOfTheDriftOfTheEnergyOfAnOrbit() {
        Bodies orbit = Systems.kepler(0.5);
        OptionalDouble step = OptionalDouble.of(2 * Math.PI / 200);
        String of = "Drift of the energy of a binary in 100 orbits, Hermite with two iterations over that with one, ";
        String source = "near time symmetry: Hut, Makino & McMillan 1995";
        oracle("symmetry-1-fixed", of + "200 fixed steps an orbit, e = 0.5", source)
                .below(1e-3, drift(orbit, Timesteps.FIXED, step, 2) / drift(orbit, Timesteps.FIXED, step, 1));
        Bodies eccentric = Systems.kepler(0.9);
        double once = drift(eccentric, Timesteps.SHARED, OptionalDouble.empty(), 1);
        double twice = drift(eccentric, Timesteps.SHARED, OptionalDouble.empty(), 2);
        oracle("symmetry-2-adaptive", of + "adaptive steps, e = 0.9", source).below(0.1, twice / once);
    }

    /** At apocentre, where the orbit began. */
    private static double drift(Bodies orbit, Timesteps timesteps, OptionalDouble step, int iterations) {
        Integrator hermite =
                new Integrator(Scheme.HERMITE_4, timesteps, step, Integrator.DEFAULT_ACCURACY, iterations, 0);
        return Twin.run(orbit, 200 * Math.PI, hermite).energyError();
    }

    @Test
    void theForcesOfASystemAddUpToNothing() {
        Bodies bodies = Simulations.sphere(100, "third law");
        for (int i = 0; i < bodies.count(); i++) {
            bodies.mass[i] *= 1 + i % 7;
        }
        Forces forces = new Forces(bodies.count());
        ForceBatch batch = new ForceBatch();
        batch.add(ForceRequest.all(bodies, forces));
        try (ForceEngine engine = new JvmForceEngine()) {
            engine.evaluate(batch);
        }
        double[] sum = new double[2];
        for (int c = 0; c < 6; c++) {
            double total = 0;
            double size = 0;
            for (int i = 0; i < bodies.count(); i++) {
                total += bodies.mass[i] * forces.fields()[c][i];
                size += Math.abs(bodies.mass[i] * forces.fields()[c][i]);
            }
            sum[c / 3] = Math.max(sum[c / 3], Math.abs(total) / size);
        }
        String law = "Newton's third law";
        oracle("third-law-1", "Sum of m a over sum of |m a|, N = 100", law).below(1e-14, sum[0]);
        oracle("third-law-2", "The same of the jerks", law).below(1e-14, sum[1]);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void fixedStepsKeepTheMomentumToRounding(Scheme scheme) {
        Simulation simulation = Twin.run(Simulations.sphere(64, "momentum"), 1, Twin.fixed(scheme, 1e-3, 0));
        Bodies end = simulation.bodies();
        double momentum = Math.max(
                Math.abs(Simulations.moment(end, end.vx)),
                Math.max(Math.abs(Simulations.moment(end, end.vy)), Math.abs(Simulations.moment(end, end.vz))));
        String name = scheme.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        oracle("momentum-" + name, "Momentum of a cluster at rest at T = 1, " + name + ", N = 64", "Newton's third law")
                .below(1e-14, momentum);
    }

    @Test
    void aTurnedClusterMovesInTheSameWay() {
        Bodies start = Simulations.sphere(32, "turned");
        Integrator hermite = Twin.fixed(Scheme.HERMITE_4, 1.0 / 1024, 0);
        Bodies plain = Twin.run(start, 0.5, hermite).bodies();
        Bodies turned = Twin.run(Systems.turned(start, 1), 0.5, hermite).bodies();
        oracle("rotation", "Distance of the states at T = 0.5 of a cluster and its turned image", "isotropy of space")
                .below(1e-11, Systems.distance(plain, Systems.turned(turned, -1)));
    }

    @Test
    void theOrderOfTheBodiesDoesNotMatter() {
        Bodies start = Simulations.sphere(32, "order");
        Integrator hermite = Twin.fixed(Scheme.HERMITE_4, 1.0 / 1024, 0);
        Bodies plain = Twin.run(start, 0.5, hermite).bodies();
        Bodies other = Twin.run(Systems.backToFront(start), 0.5, hermite).bodies();
        oracle(
                        "permutation",
                        "Distance of the states at T = 0.5 with the bodies in another order",
                        "bodies have no names")
                .below(1e-11, Systems.distance(plain, Systems.backToFront(other)));
    }
}
