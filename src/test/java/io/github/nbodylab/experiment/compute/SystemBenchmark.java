package io.github.nbodylab.experiment.compute;

import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
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

/** Evaluations a second of the forces on all bodies of one system, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SystemBenchmark {

    /** {@code opencl} or {@code jvm}. */
    @Param({"opencl", "jvm"})
    public String engine;

    /** What is evaluated. */
    @Param({"JERK", "ACCELERATION"})
    public ForceRequest.Order order;

    /** Bodies. */
    @Param({"1024", "4096", "16384"})
    public int n;

    private ForceEngine forces;
    private final ForceBatch batch = new ForceBatch();

    /** Interactions in one evaluation. */
    public static double interactions(int n) {
        return n * (n - 1.0);
    }

    @Setup
    public void fill() throws JobFailedException {
        forces = Devices.probe().choose(engine).engine();
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4});
        Bodies bodies = new Bodies(n);
        for (double[] field : bodies.fields()) {
            for (int i = 0; i < n; i++) {
                field[i] = random.nextDouble();
            }
        }
        int[] targets = IntStream.range(0, n).toArray();
        batch.clear();
        batch.add(new ForceRequest(bodies, targets, n, order, 0, new Forces(n)));
    }

    @TearDown
    public void release() {
        forces.close();
    }

    @Benchmark
    public ForceBatch evaluate() {
        forces.evaluate(batch);
        return batch;
    }
}
