package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.nbody.StickySpheres;
import io.github.nbodylab.experiment.nbody.cluster.Plummer;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Value;

/** Makes the simulation of a run: what the words of a design point mean in physics. */
final class Clusters {

    private Clusters() {}

    /**
     * The run at time 0.
     *
     * @throws IllegalArgumentException on a word that means nothing, which the spec's reader would have found
     */
    static Simulation start(Simulate simulate, Run run) {
        require(run, "profile", "plummer");
        require(run, "masses", "equal");
        requireNone(run, "binaryFraction");
        requireNone(run, "centralMass");
        requireNone(run, "rotation");
        DesignPoint point = run.point();
        int particles = particles(point);
        Bodies bodies = Plummer.sphere(
                particles, point.parameter("virialRatio").asDouble(), run.seed().generator());
        return new Simulation(
                bodies,
                new Simulation.Options(
                        simulate.until(),
                        simulate.integrator(),
                        new StickySpheres(captureRadius(point, particles)),
                        simulate.diagnosticsEvery(),
                        simulate.snapshotsEvery(),
                        simulate.failures().maxEnergyError()));
    }

    /** Number of bodies at the start. */
    static int particles(DesignPoint point) {
        return Math.toIntExact((long) point.parameter("particles").asDouble());
    }

    /** r_c = k / N in Henon units, 0 without mergers. */
    private static double captureRadius(DesignPoint point, int particles) {
        String criterion = point.parameter("criterion").text();
        if (criterion.equals("none")) {
            return 0;
        }
        if (!criterion.equals("sticky-sphere")) {
            throw new IllegalArgumentException("no criterion of mergers is called " + criterion);
        }
        return point.parameter("captureNumber").asDouble() / particles;
    }

    private static void requireNone(Run run, String parameter) {
        Value value = run.point().parameters().get(parameter);
        if (value != null && value.asDouble() != 0) {
            throw new IllegalArgumentException(parameter + " " + value.text() + " is not supported yet");
        }
    }

    private static void require(Run run, String parameter, String known) {
        String word = run.point().parameter(parameter).text();
        if (!word.equals(known)) {
            throw new IllegalArgumentException(parameter + " " + word + " is not supported yet");
        }
    }
}
