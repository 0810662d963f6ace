package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** Whole ensembles, stored run by run: five values of N from 32 to 256, k = 1, until T = 1. Each is simulated once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(1)
public class EnsembleBenchmark {

    /** {@code opencl} or {@code jvm}. */
    @Param({"opencl", "jvm"})
    public String engine;

    /** Simulations in the ensemble. */
    @Param({"150", "300", "600"})
    public int simulations;

    /** Block steps take fewer interactions, shared ones more of them at a time. */
    @Param({"BLOCK", "SHARED"})
    public Integrator.Timesteps timesteps;

    private ForceEngine forces;
    private List<Missing> runs;

    @Setup
    public void open() throws Exception {
        forces = Devices.probe().choose(engine).engine();
        Ensemble ensemble = Ensemble.of(spec(simulations, timesteps));
        InitialConditions initial = InitialConditions.of(ensemble);
        runs = ensemble.runs().stream()
                .map(run -> new Missing(ensemble, initial, run))
                .toList();
    }

    private static ExperimentSpec spec(int simulations, Integrator.Timesteps timesteps) {
        return Specs.spec(
                1,
                Specs.whole(32, 64, 96, 128, 256),
                Specs.real(1),
                1,
                Specs.grid(simulations / 5),
                Integrator.of(Integrator.Scheme.HERMITE_4, timesteps, Integrator.DEFAULT_ACCURACY));
    }

    @TearDown
    public void release() {
        forces.close();
    }

    /** Pair interactions of a whole ensemble. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Counters {
        public double interactions;
    }

    @Benchmark
    public int simulate(Counters counters) throws Exception {
        Path folder = Files.createTempDirectory("ensemble-benchmark");
        try {
            int batch = engine.equals("opencl") ? Runner.DEVICE_BATCH : Runner.JVM_BATCH;
            int threads = Runtime.getRuntime().availableProcessors();
            new Runner(forces, threads, batch, new Store(folder, new Heard()::warn), new Heard()).simulate(runs);
            counters.interactions = interactions(folder);
            return runs.size();
        } finally {
            remove(folder);
        }
    }

    private static double interactions(Path folder) throws IOException {
        double sum = 0;
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.filter(file -> file.endsWith("run.json")).toList()) {
                sum += Json.read(path).path("pairInteractions").doubleValue();
            }
        }
        return sum;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
