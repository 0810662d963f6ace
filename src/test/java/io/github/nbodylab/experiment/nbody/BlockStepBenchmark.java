package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A Plummer sphere of 1024 until t = 10, with block and with shared steps of about the same energy error. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(1)
public class BlockStepBenchmark {

    private static final int BODIES = 1024;
    private static final double UNTIL = 10;

    /** {@code opencl} or {@code jvm}. */
    @Param({"opencl", "jvm"})
    public String engine;

    /** Who shares a step. */
    @Param({"BLOCK", "SHARED"})
    public Integrator.Timesteps timesteps;

    private ForceEngine forces;

    /** eta with which the energy error stays below 1e-6 in either scheme. */
    static double accuracy(Integrator.Timesteps timesteps) {
        return timesteps == Integrator.Timesteps.BLOCK ? 0.02 : 0.028;
    }

    @Setup
    public void open() throws JobFailedException {
        forces = Devices.probe().choose(engine).engine();
    }

    @TearDown
    public void release() {
        forces.close();
    }

    /** What it took and how good it was. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counters {
        public double interactions;
        public double energyError;
    }

    @Benchmark
    public double simulate(Counters counters) {
        SimulationOptions options = SimulationOptions.of(UNTIL, 0.01, new StickySpheres(0))
                .with(Integrator.of(Integrator.Scheme.HERMITE_4, timesteps, accuracy(timesteps)));
        Simulation simulation = Simulations.toTheEnd(forces, Simulations.sphere(BODIES, "block steps"), options);
        counters.interactions = simulation.interactions();
        counters.energyError = simulation.energyError();
        return simulation.time();
    }
}
