package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.GaussianProcessSpec.LengthScales;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** A Gaussian process of the borehole function, Matern 5/2 with a length scale for each of 8 inputs, from 4 starts. */
@State(Scope.Benchmark)
@Fork(1)
public class GaussianProcessBenchmark {

    /** Points to fit. */
    @Param({"200", "500", "1000"})
    public int n;

    private TrainingTable rows;
    private Surrogate model;
    private double[][] points;
    private int next;

    @Setup(Level.Trial)
    public void draw() throws FitFailedException {
        double[][] x = TestFunctions.BOREHOLE.design(n, 1);
        rows = Tables.of(false, Tables.numbers(TestFunctions.BOREHOLE.inputs()), x, TestFunctions.BOREHOLE.at(x));
        points = TestFunctions.BOREHOLE.uniform(1000);
        model = rung(1).fit(rows).surrogate();
    }

    private static Rung rung(int starts) {
        return new GaussianProcessRung(new GaussianProcessSpec(
                Kernels.of("matern-5/2"),
                LengthScales.PER_INPUT,
                GaussianProcessSpec.MIN_LENGTH_SCALE,
                GaussianProcessSpec.MAX_LENGTH_SCALE,
                GaussianProcessSpec.Mean.CONSTANT,
                OptionalDouble.empty(),
                starts,
                GaussianProcessSpec.LIMIT));
    }

    /** Seconds to fit. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Fit fit() throws FitFailedException {
        return rung(4).fit(rows);
    }

    /** Microseconds to predict one mean. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 5, time = 1)
    public double predict() {
        next = (next + 1) % points.length;
        return model.predict(points[next]);
    }
}
