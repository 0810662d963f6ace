package io.github.nbodylab.experiment.nbody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;
import io.github.nbodylab.experiment.oracle.Oracle;
import io.github.nbodylab.experiment.spec.Integrator;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Two and three bodies whose motion is known. */
class OrbitOracleTest {

    private static final double FIGURE_EIGHT_PERIOD = 6.32591398;

    private static Oracle oracle(String id, String what, String source) {
        return new Oracle(Oracle.Topic.ORBITS, id, what, source);
    }

    @Test
    void aKeplerOrbitKeepsItsPeriodItsElementsAndTheDirectionOfItsPericentre() {
        Bodies start = Systems.kepler(0.5);
        double until = 20 * Math.PI;
        TwoBodyOrbit end =
                Systems.orbit(Twin.run(start, until, Twin.blockHermite(1e-5)).bodies());
        double[] x = end.position();
        double[] v = end.velocity();
        double late = (x[0] - 1.5) * v[0] / (v[1] * v[1]) + x[1] / v[1]; // past the apocentre
        String kepler = "Kepler's laws";
        oracle("kepler-1-period", "Period of a binary with e = 0.5, over 10 periods", kepler)
                .close(2 * Math.PI, 1e-9, (until - late) / 10);
        oracle("kepler-2-axis", "Its semi-major axis after 10 periods", kepler).close(1, 1e-11, end.semiMajorAxis());
        oracle("kepler-3-eccentricity", "Its eccentricity after 10 periods", kepler)
                .close(0.5, 1e-11, end.eccentricity());
        double h = end.specificAngularMomentum()[2];
        double across = -v[0] * h - x[1] / end.distance();
        double along = v[1] * h - x[0] / end.distance();
        oracle("kepler-4-pericentre", "Turn of its pericentre in 10 periods, radians", kepler)
                .close(0, 1e-8, Math.atan2(-across, -along));
    }

    @Test
    void anEccentricOrbitKeepsItsEnergyAsWellAsACodeOfFifteenthOrder() {
        Integrator fine = Twin.blockHermite(1e-6);
        Simulation simulation = Twin.run(Systems.kepler(0.9), 20 * Math.PI, fine);
        oracle(
                        "kepler-5-energy",
                        "Relative error of the energy of a binary with e = 0.9 after 10 periods",
                        "a code of 15th order keeps it to 4e-15")
                .below(1e-13, simulation.energyError());
    }

    @Test
    void theFigureEightComesBackAfterItsPeriod() {
        Bodies start = Systems.figureEight();
        String source = "Chenciner & Montgomery 2000";
        oracle("figure-eight-1-energy", "Energy of the figure-eight orbit", source)
                .close(-1.287141992, 1e-8, Systems.energy(start));
        Bodies end =
                Twin.run(start, FIGURE_EIGHT_PERIOD, Twin.blockHermite(1e-5)).bodies();
        oracle("figure-eight-2-return", "Distance of its bodies from their start after the period 6.32591398", source)
                .below(1e-6, Systems.distance(start, end));
    }

    /** The body in the middle feels no force at the start, and by the criterion no step is short enough for it. */
    @Test
    void theAdaptiveLeapfrogPassesTheMiddleOfAFigureEight() {
        Bodies start = Systems.figureEight();
        Integrator leapfrog = Integrator.of(Integrator.Scheme.LEAPFROG, Integrator.Timesteps.SHARED, 0.003);
        Bodies end = Twin.run(start, FIGURE_EIGHT_PERIOD, leapfrog).bodies();
        assertThat(Systems.distance(start, end)).isLessThan(1e-3);
    }

    /** The state at t = 70 was computed in quadruple precision; tolerances of 1e-22 to 1e-29 agree to 1e-9. */
    @Test
    void thePythagoreanProblemEndsWithTheEscapeOfTheLightestBodyNearItsKnownPlace() {
        Integrator fine = Simulations.shared(1e-6);
        double limit = 1e-11;
        Simulation simulation = Twin.run(
                Systems.pythagorean(),
                new SimulationOptions(70, fine, new StickySpheres(0), 0.07, OptionalDouble.empty(), limit));
        Bodies end = simulation.bodies();
        String source = "Szebehely & Peters 1967; quadruple precision";
        oracle("pythagorean-1-energy", "Relative error of the energy in the Pythagorean problem, t = 0 to 70", source)
                .below(limit, simulation.energyError());
        oracle("pythagorean-2-x", "x of the body of mass 3 at t = 70", source).close(6.933463599, 1e-3, end.x[0]);
        oracle("pythagorean-3-y", "y of the body of mass 3 at t = 70", source).close(20.261804306, 1e-3, end.y[0]);
        Bodies binary = new Bodies(2);
        for (int f = 0; f < 7; f++) {
            System.arraycopy(end.fields()[f], 1, binary.fields()[f], 0, 2);
        }
        assertThat(Systems.orbit(binary).isBound()).as("4 and 5 are a binary").isTrue();
    }
}
