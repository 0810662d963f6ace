package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.KernelExpression;
import io.github.nbodylab.experiment.spec.LogisticSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Specs and ensembles for tests: merger counts drawn from a known law, over N, k, the profile and time. */
public final class Experiments {

    /** All rungs of the ladder. */
    public static final List<ModelSpec> LADDER = List.of(
            new ModelSpec.Constant(),
            new ModelSpec.PowerLaw(),
            new ModelSpec.Polynomial(2),
            GaussianProcessSpec.of(
                    new KernelExpression.Factor(KernelExpression.Kernel.MATERN_5_2),
                    GaussianProcessSpec.LengthScales.PER_INPUT));

    /** All rungs that predict classes. */
    public static final List<ModelSpec> CLASSIFIERS = List.of(
            new ModelSpec.Constant(),
            new LogisticSpec(1, 1),
            new LogisticSpec(1, 2),
            new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, 5, 0.05, OptionalDouble.empty(), 3),
            new RandomForestSpec(10, 30, 1, OptionalDouble.empty(), 1),
            network());

    private Experiments() {}

    /** A small network, which stops early. */
    public static NeuralNetworkSpec network() {
        return new NeuralNetworkSpec(
                List.of(4),
                NeuralNetworkSpec.Activation.TANH,
                NeuralNetworkSpec.Optimizer.ADAM,
                0.01,
                0.01,
                0.9,
                8,
                20,
                0.2,
                Optional.of(new NeuralNetworkSpec.EarlyStopping(0.25, 5)),
                2);
    }

    /** Assembles a table in silence. */
    public static TrainingTable assemble(ExperimentSpec spec, Path folder) throws TrainingSetException, IOException {
        return TrainingSetAssembler.assemble(spec, folder, folder, new Heard());
    }

    /** Assembles a table whose target is a class: whether there are three mergers or more. */
    public static TrainingTable assembleClasses(Path folder) throws TrainingSetException, IOException {
        TrainingTable counts = assemble(spec(), folder);
        double[][] outcomes = Arrays.stream(counts.values())
                .mapToObj(mergers -> new double[] {mergers >= 3 ? 1 : 0})
                .toArray(double[][]::new);
        List<Target> targets = List.of(Target.ofClasses("many", List.of("no", "yes")));
        TrainingTable classes =
                TrainingTable.of(counts.columns(), targets, counts.inputs(), outcomes, counts.groups(), counts.sides());
        TableCsv.of(classes).write(folder.resolve(TrainingSetAssembler.TABLE));
        ObjectNode json = (ObjectNode) Json.read(folder.resolve(TrainingSetAssembler.DESCRIPTION));
        TargetJson.write(json, targets);
        Json.write(folder.resolve(TrainingSetAssembler.DESCRIPTION), json);
        return classes;
    }

    /** Rows of simulation-time with the inputs particles, captureNumber, profile and time. */
    public static ExperimentSpec spec(Validate.Rule... rules) {
        return spec(
                new TrainingSet(
                        TrainingSet.Row.SIMULATION_TIME,
                        List.of(0.5, 1.0),
                        TrainingSet.Window.NONE,
                        List.of("particles", "captureNumber", "profile", "time"),
                        List.of("mergers"),
                        TrainingSet.SplitBy.DESIGN_POINT,
                        0.25),
                new Train(LADDER, 4, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR),
                rules);
    }

    /** The same ensemble with another table and ladder. */
    public static ExperimentSpec spec(TrainingSet trainingSet, Train train, Validate.Rule... rules) {
        Axis particles = new Axis.Choice(List.of(new Value.Whole(32), new Value.Whole(64), new Value.Whole(128)));
        Axis profile = new Axis.Choice(List.of(new Value.Word("plummer"), new Value.Word("hernquist")));
        Axis fixed = new Axis.Fixed(new Value.Real(0.5));
        Simulate simulate = Simulate.of(
                new Simulate.Cluster(
                        new TreeMap<>(Map.of(
                                "particles",
                                particles,
                                "profile",
                                profile,
                                "virialRatio",
                                fixed,
                                "masses",
                                new Axis.Fixed(new Value.Word("equal")))),
                        Optional.empty()),
                new Simulate.Mergers(new TreeMap<>(Map.of(
                        "criterion",
                        new Axis.Fixed(new Value.Word("sticky-sphere")),
                        "captureNumber",
                        new Axis.Range(0.1, 8, Axis.Distribution.LOG_UNIFORM, false)))),
                Integrator.DEFAULT,
                1.0,
                new Simulate.Design(Simulate.Method.SOBOL, 16, 3, List.of()),
                new Simulate.Failures(2, 0.05, 1e-3));
        return new ExperimentSpec(
                "merger-count",
                "1.0.0",
                "How many mergers?",
                "How many mergers does a cluster make?",
                20231201,
                Optional.empty(),
                simulate,
                trainingSet,
                train,
                new Validate(Arrays.asList(rules), Validate.DEFAULT_STUDIES, 1e-9));
    }

    /**
     * Writes {@code runs.csv} and {@code mergers.csv} of an ensemble in which mergers of a run come at the rate
     * 2 k^1.2, whatever N and profile are. Times are uniform in (0, 1); the last run failed.
     *
     * @param points how many design points
     * @param replicates of each
     */
    public static void simulate(Path folder, int points, int replicates) throws IOException {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4});
        List<List<String>> runs = new ArrayList<>();
        List<List<String>> mergers = new ArrayList<>();
        for (int p = 0; p < points; p++) {
            double k = 0.2 * StrictMath.pow(30, (p + 0.5) / points);
            String point = String.format("%012x", 0x5deece66dL * (p + 1) % 0xffffffffffffL);
            for (int r = 1; r <= replicates; r++) {
                String run = point + "-" + r;
                boolean failed = p == points - 1 && r == replicates;
                List<String> times = new ArrayList<>();
                double t = 0;
                while (!failed) {
                    t -= StrictMath.log(1 - random.nextDouble()) / (2 * StrictMath.pow(k, 1.2));
                    if (t > 1) {
                        break;
                    }
                    times.add(Double.toString(t));
                }
                for (String time : times) {
                    mergers.add(List.of(run, time, "0", "0", "0", "0", "0", "0", "1", "2", "0.01", "0.01"));
                }
                runs.add(List.of(
                        run,
                        point,
                        Integer.toString(r),
                        Double.toString(k),
                        "sticky-sphere",
                        "equal",
                        Integer.toString(32 << p % 3),
                        p % 2 == 0 ? "plummer" : "hernquist",
                        "0.5",
                        Long.toString(p * 100L + r),
                        failed ? "failed" : "completed",
                        "1e-7",
                        "100",
                        Integer.toString(times.size())));
            }
        }
        new Csv(
                        List.of(
                                "run",
                                "point",
                                "replicate",
                                "captureNumber",
                                "criterion",
                                "masses",
                                "particles",
                                "profile",
                                "virialRatio",
                                "seed",
                                "status",
                                "energyError",
                                "steps",
                                "mergers"),
                        runs)
                .write(folder.resolve("runs.csv"));
        new Csv(List.of("run", "time", "x", "y", "z", "vx", "vy", "vz", "id1", "id2", "mass1", "mass2"), mergers)
                .write(folder.resolve("mergers.csv"));
    }
}
