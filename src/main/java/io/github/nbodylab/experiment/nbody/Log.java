package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.diagnostics.Diagnostics;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.Decimal;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written down of a simulation on its way: figures and snapshots. */
final class Log {

    private final MergerHistory mergers;
    private final double softening;
    private final double maxEnergyError;
    private final Recorder figures;
    private final Optional<Recorder> pictures;
    private final TimeSeries series = new TimeSeries();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private double initialEnergy;
    private double energyScale;
    private Optional<String> failure = Optional.empty();

    Log(Motion motion, MergerHistory mergers, int[] ids, SimulationOptions options) {
        this.mergers = mergers;
        softening = options.integrator().softening();
        maxEnergyError = options.maxEnergyError();
        double potential = Energy.potential(motion.now, softening);
        initialEnergy = Energy.kinetic(motion.now) + potential;
        energyScale = Math.abs(initialEnergy) < 0.01 * Math.abs(potential) ? potential : initialEnergy;
        figures = new Recorder(motion, ids, options.diagnosticsEvery(), options.until());
        pictures = options.snapshotsEvery().isPresent()
                ? Optional.of(new Recorder(motion, ids, options.snapshotsEvery().getAsDouble(), options.until()))
                : Optional.empty();
    }

    /** Writes down the start. */
    void start() {
        take(figures.start(), Counters.NONE);
        pictures.ifPresent(recorder -> keep(recorder.start()));
    }

    /**
     * Writes down what a step has brought.
     *
     * @param counters until the end of the step
     */
    void record(int[] moved, int count, double end, Counters counters) {
        figures.record(moved, count, end).forEach(picture -> take(picture, counters));
        pictures.ifPresent(recorder -> recorder.record(moved, count, end).forEach(this::keep));
    }

    private void take(Recorder.Picture picture, Counters counters) {
        Diagnostics state = Diagnostics.of(picture.bodies(), softening);
        double error = error(state.kinetic() + state.potential());
        series.add(TimeSeries.line(picture, state, error, counters));
        if (failure.isEmpty()) {
            failure = whyBad(error, picture.time());
        }
    }

    /** Why the energy error of a time is not to be borne, if it is not. */
    Optional<String> whyBad(double error, double time) {
        return error <= maxEnergyError
                ? Optional.empty()
                : Optional.of("the energy error reached " + Decimal.shortest(error) + " at t = "
                        + Decimal.shortest(time) + ", above the limit of " + Decimal.shortest(maxEnergyError)
                        + "; the run ended");
    }

    private void keep(Recorder.Picture picture) {
        snapshots.add(new Snapshot(picture.time(), picture.ids(), picture.bodies()));
    }

    /** Why the simulation is not to be trusted, if it is not. */
    Optional<String> failure() {
        return failure;
    }

    TimeSeries series() {
        return series;
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    double energyError(Bodies bodies) {
        return error(Energy.kinetic(bodies) + Energy.potential(bodies, softening));
    }

    private double error(double energy) {
        return Math.abs((energy + mergers.energyLost() - initialEnergy) / energyScale);
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(initialEnergy);
        out.writeDouble(energyScale);
        figures.save(out);
        out.writeInt(series.lines().size());
        for (double[] line : series.lines()) {
            StateFile.write(out, line, line.length);
        }
        if (pictures.isPresent()) {
            pictures.get().save(out);
            out.writeInt(snapshots.size());
            for (Snapshot snapshot : snapshots) {
                out.writeDouble(snapshot.time());
                StateFile.write(out, snapshot.bodies());
                StateFile.write(out, snapshot.ids(), snapshot.ids().length);
            }
        }
    }

    void load(DataInput in) throws IOException {
        initialEnergy = in.readDouble();
        energyScale = in.readDouble();
        figures.load(in);
        series.clear();
        int lines = in.readInt();
        for (int i = 0; i < lines; i++) {
            double[] line = new double[TimeSeries.COLUMNS.size()];
            StateFile.read(in, line, line.length);
            series.add(line);
        }
        if (pictures.isPresent()) {
            pictures.get().load(in);
            snapshots.clear();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                double time = in.readDouble();
                Bodies bodies = StateFile.readBodies(in);
                int[] ids = new int[bodies.count()];
                StateFile.read(in, ids);
                snapshots.add(new Snapshot(time, ids, bodies));
            }
        }
    }
}
