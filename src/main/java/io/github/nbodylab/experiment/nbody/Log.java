package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.spec.Decimal;
import java.util.Optional;

/** What is written down of a simulation on its way: figures and snapshots. */
final class Log {

    private final Mergers mergers;
    private final Simulation.Options options;
    private final Recorder figures;
    private final double softening;
    private final double initialEnergy;
    private final double energyScale;
    private Optional<String> failure = Optional.empty();

    Log(Motion motion, Mergers mergers, Simulation.Options options) {
        this.mergers = mergers;
        this.options = options;
        softening = options.integrator().softening();
        double potential = Energy.potential(motion.now, softening);
        initialEnergy = Energy.kinetic(motion.now) + potential;
        energyScale = Math.abs(initialEnergy) < 0.01 * Math.abs(potential) ? potential : initialEnergy;
        figures = new Recorder(motion, options.diagnosticsEvery(), options.until());
    }

    void start() {
        take(figures.start());
    }

    void record(int[] moved, int count, double end) {
        figures.record(moved, count, end).forEach(this::take);
    }

    private void take(Recorder.Picture picture) {
        double error = energyError(picture.bodies());
        if (!(error <= options.maxEnergyError()) && failure.isEmpty()) {
            failure = Optional.of("the energy error reached " + Decimal.shortest(error) + ", above the limit of "
                    + Decimal.shortest(options.maxEnergyError()) + ",");
        }
    }

    Optional<String> failure() {
        return failure;
    }

    double energyError(Bodies bodies) {
        double energy = Energy.kinetic(bodies) + Energy.potential(bodies, softening);
        return Math.abs((energy + mergers.energyLost() - initialEnergy) / energyScale);
    }
}
