package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.nbody.GravitationalWaveMergers;
import io.github.nbodylab.experiment.nbody.GravitationalWaveMergers.Kind;
import io.github.nbodylab.experiment.nbody.MergerRule;
import io.github.nbodylab.experiment.nbody.SimulationOptions;
import io.github.nbodylab.experiment.nbody.StickySpheres;
import io.github.nbodylab.experiment.spec.Simulate;

/** How a run is simulated: what the spec and its design point say of it. */
final class Clusters {

    private Clusters() {}

    /**
     * The options of a run's simulation.
     *
     * @param particles number of its bodies at the start, a central one not counted
     * @throws IllegalArgumentException on a word that means nothing, which the spec's reader would have found
     */
    static SimulationOptions options(Simulate simulate, Run run, int particles) {
        return new SimulationOptions(
                simulate.until(),
                simulate.integrator(),
                rule(run, particles),
                simulate.diagnosticsEvery(),
                simulate.snapshotsEvery(),
                simulate.failures().maxEnergyError());
    }

    private static MergerRule rule(Run run, int particles) {
        String criterion = run.point().parameter("criterion").text();
        return switch (criterion) {
            case "none" -> new StickySpheres(0);
            case "sticky-sphere" -> new StickySpheres(number(run, "captureNumber") / particles); // r_c = k / N
            case "gravitational-wave-capture" -> waves(Kind.CAPTURE, run);
            case "gravitational-wave-inspiral" -> waves(Kind.INSPIRAL, run);
            default -> throw new IllegalArgumentException("no criterion of mergers is called " + criterion);
        };
    }

    private static MergerRule waves(Kind kind, Run run) {
        return new GravitationalWaveMergers(
                kind,
                number(run, "speedOfLight"),
                number(run, "maximalSeparation"),
                run.point().parameter("massLoss").text().equals("radiated"),
                run.point().parameter("recoil").text().equals("kick"),
                run.seed());
    }

    private static double number(Run run, String parameter) {
        return run.point().parameter(parameter).asDouble();
    }
}
