package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** Whole ensembles a minute, stored run by run: 60 Sobol points, N of 32 to 256, k of 0.1 to 8, until T = 0.25. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MINUTES)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class EnsembleBenchmark {

    private static final ExperimentSpec SPEC =
            Specs.spec(1, Specs.whole(32, 64, 128, 256), Specs.logUniform(0.1, 8), 0.25, Specs.sobol(60, 1));

    private static final Progress SILENCE = new Progress() {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void debug(String line) {}
    };

    /** {@code opencl} or {@code jvm}. */
    @Param({"opencl", "jvm"})
    public String engine;

    private ForceEngine forces;
    private List<Missing> runs;

    @Setup
    public void open() throws Exception {
        forces = Devices.probe().choose(engine).engine();
        Ensemble ensemble = Ensemble.of(SPEC);
        InitialConditions initial = InitialConditions.of(ensemble);
        runs = ensemble.runs().stream()
                .map(run -> new Missing(ensemble, initial, run))
                .toList();
    }

    @TearDown
    public void release() {
        forces.close();
    }

    @Benchmark
    public int simulate() throws Exception {
        Path folder = Files.createTempDirectory("ensemble-benchmark");
        try {
            int batch = engine.equals("opencl") ? Runner.DEVICE_BATCH : Runner.JVM_BATCH;
            int threads = Runtime.getRuntime().availableProcessors();
            new Runner(forces, threads, batch, new Store(folder, SILENCE::warn), SILENCE).simulate(runs);
            return runs.size();
        } finally {
            remove(folder);
        }
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
