package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A stretch of a Plummer sphere's time with block steps, eta = 0.01, from N to N: one unit of small systems, a part of it of
 * large ones. As long a stretch before it, with its short first steps, is not timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class GrowthBenchmark {

    private static final double UNTIL = 4;

    /** {@code opencl} or {@code jvm}. */
    @Param({"opencl", "jvm"})
    public String engine;

    /** Bodies. */
    @Param({"64", "256", "1024", "4096", "16384", "32768"})
    public int n;

    private ForceEngine forces;
    private Simulation simulation;
    private double start;

    /** Length of the stretch, Henon time units: all large systems have about as many interactions in it. */
    static double stretch(int n) {
        return Math.min(1, Math.max(1.0 / 256, 1024.0 * 256 / n / n));
    }

    @Setup
    public void open() throws JobFailedException {
        forces = Devices.probe().choose(engine).engine();
    }

    @TearDown
    public void release() {
        forces.close();
    }

    @Setup(Level.Invocation)
    public void begin() {
        SimulationOptions options = new SimulationOptions(
                UNTIL,
                Integrator.DEFAULT,
                new StickySpheres(0),
                UNTIL,
                OptionalDouble.empty(),
                Double.POSITIVE_INFINITY);
        simulation = new Simulation(Simulations.sphere(n, "growth"), options);
        Simulations.drive(forces, simulation, stretch(n));
        start = simulation.time();
    }

    /** What was simulated. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counters {
        public double units;
    }

    @Benchmark
    public double simulate(Counters counters) {
        Simulations.drive(forces, simulation, 2 * stretch(n));
        counters.units += simulation.time() - start;
        return simulation.time();
    }
}
