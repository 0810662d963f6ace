package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One network of the borehole function, two layers of 32. */
@State(Scope.Benchmark)
@Fork(1)
public class NetworkBenchmark {

    private Surrogate model;
    private double[][] points;
    private int next;

    @Setup(Level.Trial)
    public void fit() throws FitFailedException {
        TestFunctions function = TestFunctions.BOREHOLE;
        double[][] x = function.design(200, 1);
        points = function.uniform(1000);
        NeuralNetworkSpec spec = new NeuralNetworkSpec(
                List.of(32, 32),
                NeuralNetworkSpec.Activation.TANH,
                NeuralNetworkSpec.Optimizer.ADAM,
                0.01,
                0.01,
                0.9,
                32,
                100,
                0.2,
                Optional.empty(),
                1);
        model = new NeuralNetworkRung(spec, 1)
                .fit(Tables.of(false, Tables.numbers(function.inputs()), x, function.at(x)))
                .surrogate();
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
