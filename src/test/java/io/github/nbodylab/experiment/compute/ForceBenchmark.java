package io.github.nbodylab.experiment.compute;

import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.concurrent.TimeUnit;
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

/** Evaluations of acceleration and jerk a second, of batches of {@value #BODIES} bodies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ForceBenchmark {

    /** Bodies to a batch. */
    public static final int BODIES = 4096;

    /** {@code opencl} or {@code jvm}. */
    @Param({"opencl", "jvm"})
    public String engine;

    /** Bodies to a system. */
    @Param({"32", "64", "128", "256", "512", "1024", "4096"})
    public int n;

    private ForceEngine forces;
    private final ForceBatch batch = new ForceBatch();

    /** Interactions in one evaluation. */
    public static long interactions(int n) {
        return (long) BODIES * (n - 1);
    }

    @Setup
    public void fill() throws JobFailedException {
        forces = Devices.probe().choose(engine).engine();
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4});
        batch.clear();
        for (int system = 0; system < BODIES / n; system++) {
            Bodies bodies = new Bodies(n);
            for (double[] field : bodies.fields()) {
                for (int i = 0; i < n; i++) {
                    field[i] = random.nextDouble();
                }
            }
            batch.add(ForceRequest.all(bodies, new Forces(n)));
        }
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
