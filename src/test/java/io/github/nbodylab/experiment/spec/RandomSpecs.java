package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.surrogate.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Draws good specs from the whole language. */
final class RandomSpecs {

    /** The file that a reader of these specs must find beside them. */
    static final String FILE = "stars.hdf5";

    /** The table that a reader of these specs must find beside them. */
    static final String TABLE = "a table.FITS";

    private static final List<String> INPUTS = List.of("u-g", "a \"b\": {c}", "true", "7", "r");

    private static final String CHARACTERS = "abc \"\\'#:{}[],&*!|>%@`-?\n\t\u00e9\u2028\u0085\ud83d\ude00\u65e5\u0007";

    private final UniformRandomProvider random;

    RandomSpecs(long seed) {
        this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    ExperimentSpec next() {
        Origin origin = random.nextInt(4) == 0 ? source() : simulate();
        TrainingSet trainingSet =
                origin instanceof Simulate simulate ? trainingSet(simulate) : trainingSet((Source) origin);
        Train train = new Train(
                some(List.of(
                        new ModelSpec.Constant(),
                        new ModelSpec.Linear(any(ModelSpec.Counts.values())),
                        new ModelSpec.PowerLaw(any(ModelSpec.Counts.values())),
                        new ModelSpec.Polynomial(
                                1 + random.nextInt(8),
                                random.nextBoolean() ? 0 : random.nextDouble(),
                                any(ModelSpec.Counts.values())),
                        new ModelSpec.Variant(
                                "ridges",
                                List.of(
                                        new ModelSpec.Polynomial(2),
                                        new ModelSpec.Polynomial(
                                                2, random.nextDouble(), ModelSpec.Counts.QUASI_POISSON))),
                        new LogisticSpec(1e-3 + random.nextDouble(), 1 + random.nextInt(2)),
                        new SupportVectorSpec(
                                any(SupportVectorSpec.Kernel.values()),
                                1e-3 + random.nextDouble(),
                                1e-3 + random.nextDouble(),
                                perhaps(),
                                1 + random.nextInt(8)),
                        new RandomForestSpec(
                                1 + random.nextInt(500),
                                1 + random.nextInt(100),
                                1 + random.nextInt(10),
                                perhaps(),
                                1 - random.nextDouble()),
                        new ModelSpec.Variant("cubic", List.of(new ModelSpec.Polynomial(3))),
                        new ModelSpec.Variant(
                                "best-degree", List.of(new ModelSpec.Polynomial(1), new ModelSpec.Polynomial(4))),
                        gaussianProcess(),
                        network(),
                        new ModelSpec.Variant("networks", List.of(wide(8), wide(64, 64))))),
                2 + random.nextInt(3),
                any(Train.Choose.values()),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of("sqrt(0.5 * " + number(trainingSet.inputs()) + ") ^ -2"));
        return new ExperimentSpec(
                "a-" + random.nextInt(10) + "-b",
                random.nextInt(20) + ".0." + random.nextInt(20),
                text(),
                text(),
                random.nextLong(),
                origin instanceof Simulate ? units() : Optional.empty(),
                origin,
                trainingSet,
                train,
                validate(
                        train.models(),
                        trainingSet.targets().contains("merges"),
                        !trainingSet.within().isEmpty()));
    }

    private GaussianProcessSpec gaussianProcess() {
        return new GaussianProcessSpec(
                kernel(3),
                any(GaussianProcessSpec.LengthScales.values()),
                0.01 + random.nextDouble(),
                2 + random.nextDouble(),
                any(GaussianProcessSpec.Mean.values()),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(3)),
                1 + random.nextInt(9),
                2 + random.nextInt(9999));
    }

    private KernelExpression kernel(int deepest) {
        if (deepest == 0 || random.nextBoolean()) {
            return new KernelExpression.Factor(any(KernelExpression.Kernel.values()));
        }
        List<KernelExpression> parts = List.of(kernel(deepest - 1), kernel(deepest - 1));
        return random.nextBoolean() ? KernelExpression.Sum.of(parts) : KernelExpression.Product.of(parts);
    }

    private NeuralNetworkSpec network() {
        NeuralNetworkSpec.Optimizer optimizer = any(NeuralNetworkSpec.Optimizer.values());
        return new NeuralNetworkSpec(
                List.of(1 + random.nextInt(1024), 1 + random.nextInt(9)),
                any(NeuralNetworkSpec.Activation.values()),
                optimizer,
                StrictMath.exp(20 * random.nextDouble() - 20),
                random.nextDouble(),
                optimizer == NeuralNetworkSpec.Optimizer.MOMENTUM ? random.nextDouble() : 0.9,
                1 + random.nextInt(100),
                1 + random.nextInt(1000),
                random.nextBoolean() ? 0 : random.nextDouble(),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new NeuralNetworkSpec.EarlyStopping(
                                0.01 + 0.9 * random.nextDouble(), 1 + random.nextInt(99))),
                1 + random.nextInt(9));
    }

    private static NeuralNetworkSpec wide(Integer... layers) {
        NeuralNetworkSpec plain = NeuralNetworkSpec.DEFAULT;
        return new NeuralNetworkSpec(
                List.of(layers),
                plain.activation(),
                plain.optimizer(),
                plain.learningRate(),
                plain.decay(),
                plain.momentum(),
                plain.batch(),
                plain.epochs(),
                plain.penalty(),
                plain.earlyStopping(),
                plain.seeds());
    }

    /** An input that is no word, or a number. */
    private static String number(List<String> inputs) {
        return inputs.stream()
                .filter(Parameter.ALL.stream().map(Parameter::name).toList()::contains)
                .filter(RandomSpecs::isNumber)
                .findFirst()
                .orElse("3");
    }

    private static boolean isNumber(String input) {
        return !Language.WORDS.containsKey("simulate.cluster." + input)
                && !Language.WORDS.containsKey("simulate.mergers." + input);
    }

    private Source source() {
        SortedMap<String, String> units = new TreeMap<>();
        if (random.nextBoolean()) {
            units.put("7", "mag, at z = 0");
            units.put("a \"b\": {c}", text());
        }
        return new Source(
                TABLE,
                random.nextBoolean() ? Optional.empty() : Optional.of("2"),
                random.nextBoolean() ? Optional.empty() : Optional.of(text()),
                some(List.of("redshift", "z-error")),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(any(new Target.Kind[] {Target.Kind.REAL, Target.Kind.COUNT})),
                any(Source.Missing.values()),
                random.nextBoolean() ? List.of() : some(INPUTS),
                units);
    }

    private Simulate simulate() {
        boolean file = random.nextInt(8) == 0;
        boolean list = !file && random.nextInt(4) == 0;
        Simulate.Method method = list
                ? Simulate.Method.LIST
                : any(new Simulate.Method[] {Simulate.Method.GRID, Simulate.Method.RANDOM, Simulate.Method.SOBOL});
        if (file) {
            method = Simulate.Method.GRID;
        }
        boolean ranges = method == Simulate.Method.RANDOM || method == Simulate.Method.SOBOL;
        SortedMap<String, Axis> cluster = file ? new TreeMap<>(Map.of("profile", word("file"))) : cluster(ranges);
        SortedMap<String, Axis> mergers = file
                ? new TreeMap<>(Map.of("criterion", word("sticky-sphere"), "captureNumber", six()))
                : mergers(ranges);
        List<SortedMap<String, Value>> points = list ? points(cluster, mergers) : List.of();
        double until = StrictMath.exp(20 * random.nextDouble() - 10);
        return new Simulate(
                new Simulate.Cluster(cluster, file ? Optional.of(FILE) : Optional.empty()),
                new Simulate.Mergers(mergers),
                integrator(until, !mergers.containsKey("speedOfLight")),
                until,
                mergers.get("criterion").equals(word("none")) || random.nextBoolean()
                        ? OptionalDouble.of(until / (1 + random.nextInt(100)))
                        : OptionalDouble.empty(),
                random.nextBoolean() ? until / 16 : until * (0.1 + 0.9 * random.nextDouble()),
                new Simulate.Design(method, ranges ? 100 : 0, file ? 1 : 1 + random.nextInt(9), points),
                new Simulate.Failures(random.nextInt(5), random.nextDouble(), 1e-9 + random.nextDouble()));
    }

    /** Parameters of a cluster with all that its words need, and nothing else. */
    private SortedMap<String, Axis> cluster(boolean ranges) {
        SortedMap<String, Axis> axes = new TreeMap<>();
        axes.put(
                "particles",
                ranges && random.nextBoolean()
                        ? new Axis.Range(2, 3.0 + random.nextInt(1000), any(Axis.Distribution.values()), true)
                        : new Axis.Choice(wholes()));
        List<Value> profiles = some(List.of(
                new Value.Word("plummer"),
                new Value.Word("hernquist"),
                new Value.Word("king"),
                new Value.Word("uniform")));
        axes.put("profile", profiles.size() == 1 ? new Axis.Fixed(profiles.get(0)) : fixedIfListed(profiles, ranges));
        if (axes.get("profile").extremes().contains(new Value.Word("king"))) {
            axes.put("W0", real(0.1, 16, ranges));
        }
        axes.put("virialRatio", real(1e-9, 0.6, ranges));
        String masses = any(new String[] {"equal", "power-law", "salpeter", "kroupa", "two-component"});
        axes.put("masses", word(masses));
        if (masses.equals("power-law")) {
            axes.put("massExponent", real(0.5, 3, ranges));
        }
        if (Set.of("power-law", "salpeter", "kroupa").contains(masses)) {
            axes.put("minMass", real(0.01, 0.5, ranges));
            axes.put("maxMass", real(1, 150, ranges));
        }
        if (masses.equals("two-component")) {
            axes.put("massRatio", real(0.1, 100, ranges));
            axes.put(random.nextBoolean() ? "numberFraction" : "massFraction", real(0.01, 0.99, ranges));
        }
        axes.put("binaryFraction", random.nextBoolean() ? new Axis.Fixed(new Value.Real(0)) : real(0, 0.3, ranges));
        if (axes.get("binaryFraction").extremes().stream().anyMatch(value -> value.asDouble() > 0)) {
            axes.put("minSemiMajorAxis", real(1e-6, 1e-4, ranges));
            axes.put("maxSemiMajorAxis", real(1e-4, 1e-2, ranges));
        }
        axes.put("centralMass", real(0, 0.5, false));
        axes.put("rotation", real(0, 1, false));
        return axes;
    }

    private SortedMap<String, Axis> mergers(boolean ranges) {
        SortedMap<String, Axis> axes = new TreeMap<>();
        String criterion = any(
                new String[] {"sticky-sphere", "none", "gravitational-wave-capture", "gravitational-wave-inspiral"});
        axes.put("criterion", word(criterion));
        if (criterion.equals("sticky-sphere")) {
            axes.put("captureNumber", ranges ? real(0.1, 8, true) : six());
        } else if (!criterion.equals("none")) {
            axes.put("speedOfLight", real(100, 3e4, ranges));
            axes.put("maximalSeparation", real(1e-3, 1, ranges));
            axes.put("massLoss", word(any(new String[] {"none", "radiated"})));
            axes.put("recoil", word(any(new String[] {"none", "kick"})));
        }
        return axes;
    }

    private Integrator integrator(double until, boolean maySoften) {
        Integrator.Scheme scheme = any(Integrator.Scheme.values());
        boolean hermite = scheme == Integrator.Scheme.HERMITE_4;
        Integrator.Timesteps timesteps = any(Integrator.Timesteps.values());
        if (!hermite && timesteps == Integrator.Timesteps.BLOCK) {
            timesteps = Integrator.Timesteps.SHARED;
        }
        boolean fixed = timesteps == Integrator.Timesteps.FIXED;
        return new Integrator(
                scheme,
                timesteps,
                fixed ? OptionalDouble.of(until * (1 - random.nextDouble())) : OptionalDouble.empty(),
                fixed ? Integrator.DEFAULT_ACCURACY : random.nextDouble(),
                hermite ? 1 + random.nextInt(2) : 1,
                maySoften && random.nextBoolean() ? random.nextDouble() : 0);
    }

    private static Axis fixedIfListed(List<Value> words, boolean ranges) {
        return ranges ? new Axis.Choice(words) : new Axis.Fixed(words.get(0));
    }

    /** One value or a range between two numbers. */
    private Axis real(double low, double high, boolean ranges) {
        double from = low + 0.4 * random.nextDouble() * (high - low);
        double to = low + (0.5 + 0.5 * random.nextDouble()) * (high - low);
        return ranges && random.nextBoolean()
                ? new Axis.Range(from, to, any(Axis.Distribution.values()), false)
                : new Axis.Fixed(new Value.Real(from));
    }

    private Axis six() {
        return new Axis.Choice(Stream.of(1, 2, 3, 4, 5, 6)
                .map(k -> (Value) new Value.Real(k + random.nextDouble()))
                .toList());
    }

    /** Every pair of what two axes list. */
    private static List<SortedMap<String, Value>> points(Map<String, Axis> cluster, Map<String, Axis> mergers) {
        List<SortedMap<String, Value>> points = new ArrayList<>();
        for (Value n : cluster.get("particles").extremes()) {
            Axis captureNumber = mergers.get("captureNumber");
            for (Value k : captureNumber == null ? List.of(n) : captureNumber.extremes()) {
                SortedMap<String, Value> point = new TreeMap<>();
                point.put("particles", n);
                if (captureNumber != null) {
                    point.put("captureNumber", k);
                }
                points.add(point);
            }
        }
        return points;
    }

    private Optional<Units> units() {
        if (random.nextBoolean()) {
            return Optional.empty();
        }
        Unit mass = any(new Unit[] {Unit.KILOGRAM, Unit.GRAM, Unit.SOLAR_MASS});
        Unit length = any(new Unit[] {Unit.METRE, Unit.ASTRONOMICAL_UNIT, Unit.PARSEC, Unit.SOLAR_RADIUS});
        return Optional.of(new Units(
                new Quantity(StrictMath.exp(20 * random.nextDouble()), mass),
                new Quantity(StrictMath.exp(20 * random.nextDouble() - 10), length)));
    }

    private TrainingSet trainingSet(Source source) {
        return TrainingSet.ofSource(
                        INPUTS,
                        source.targets(),
                        source.group().isPresent() ? TrainingSet.SplitBy.GROUP : TrainingSet.SplitBy.ROW,
                        0.05 + 0.3 * random.nextDouble())
                .within(within(INPUTS));
    }

    private TrainingSet trainingSet(Simulate simulate) {
        Map<String, Optional<Axis>> axes = new TreeMap<>();
        simulate.axes().forEach((name, axis) -> axes.put(name, Optional.of(axis)));
        Outline outline = new Outline(axes, simulate.until(), simulate.snapshotsEvery(), OptionalLong.empty(), 1);
        List<TrainingSet.Row> rows = Stream.of(TrainingSet.Row.values())
                .filter(row -> row != TrainingSet.Row.SOURCE)
                .filter(row -> simulate.snapshotsEvery().isPresent() || !row.readsSnapshots())
                .filter(row -> outline.mayMerge() || row == TrainingSet.Row.BLACK_HOLE)
                .toList();
        TrainingSet.Row row = rows.get(random.nextInt(rows.size()));
        List<String> columns = new ArrayList<>(outline.varying());
        RowColumns.features(row).forEach(feature -> columns.add(feature.name()));
        List<Double> times = List.of();
        if (row == TrainingSet.Row.SIMULATION_TIME) {
            times = List.of(simulate.until() / 3, simulate.until());
            columns.add("time");
        }
        List<String> targets = some(RowColumns.outcomes(row).stream()
                .filter(outcome -> outline.mayMerge() || !outcome.ofMergers())
                .filter(outcome -> outcome.kind() != Target.Kind.CLASS)
                .map(Outcome::name)
                .toList());
        if (row == TrainingSet.Row.BLACK_HOLE && outline.mayMerge() && random.nextBoolean()) {
            targets = List.of("merges");
        }
        List<String> inputs = some(columns);
        return new TrainingSet(
                row,
                times,
                window(simulate, row, targets),
                inputs,
                targets,
                random.nextBoolean() ? TrainingSet.SplitBy.DESIGN_POINT : TrainingSet.SplitBy.SIMULATION,
                0.05 + 0.3 * random.nextDouble(),
                within(inputs));
    }

    /** Bounds of some of the inputs that are no words, or none. */
    private SortedMap<String, TrainingSet.Bounds> within(List<String> inputs) {
        SortedMap<String, TrainingSet.Bounds> within = new TreeMap<>();
        List<String> numbers = inputs.stream().filter(RandomSpecs::isNumber).toList();
        if (!numbers.isEmpty() && random.nextBoolean()) {
            for (String input : some(numbers)) {
                double min = 10 * random.nextDouble() - 5;
                within.put(
                        input,
                        switch (random.nextInt(3)) {
                            case 0 -> new TrainingSet.Bounds(min, Double.POSITIVE_INFINITY);
                            case 1 -> new TrainingSet.Bounds(Double.NEGATIVE_INFINITY, min);
                            default -> new TrainingSet.Bounds(min, min + 1 + random.nextDouble());
                        });
            }
        }
        return within;
    }

    private TrainingSet.Window window(Simulate simulate, TrainingSet.Row row, List<String> targets) {
        OptionalDouble at = OptionalDouble.empty();
        OptionalDouble before = OptionalDouble.empty();
        OptionalDouble lead = OptionalDouble.empty();
        if (row == TrainingSet.Row.BLACK_HOLE) {
            TimeGrid grid = new TimeGrid(simulate.snapshotsEvery().orElseThrow(), simulate.until());
            int index = random.nextInt((int) grid.last());
            at = OptionalDouble.of(grid.time(index));
            lead = OptionalDouble.of(grid.time(index + 1) - grid.time(index));
            before = OptionalDouble.of(simulate.until());
        } else {
            lead = OptionalDouble.of(simulate.until() * (0.1 + 0.5 * random.nextDouble()));
        }
        return new TrainingSet.Window(
                at,
                targets.contains("merges") ? before : OptionalDouble.empty(),
                targets.stream().anyMatch(target -> RowColumns.needsLead(row, target)) ? lead : OptionalDouble.empty());
    }

    private Validate validate(List<ModelSpec> models, boolean ofClass, boolean beyond) {
        List<Validate.Rule> rules = new ArrayList<>();
        String first = models.get(0).specName();
        if (random.nextBoolean()) {
            Metric skill = ofClass ? Metric.BRIER_SKILL : Metric.Q2;
            Metric loss = ofClass ? Metric.LOG_LOSS : Metric.MAE;
            rules.add(new Validate.Limit("chosen", skill, random.nextDouble() - 3, Double.POSITIVE_INFINITY));
            rules.add(new Validate.Limit(first, loss, random.nextDouble(), 1 + random.nextDouble()));
            rules.add(new Validate.Beats("chosen", first));
            rules.add(new Validate.Beats("chosen", first, Validate.On.CROSS_VALIDATION));
            if (beyond) {
                rules.add(new Validate.Limit("chosen", loss, 0, 1e9, Validate.On.BEYOND));
                rules.add(new Validate.Limit(first, Metric.EXTRAPOLATION_AUC, random.nextDouble(), 1));
            }
        }
        Set<Validate.Study> studies = Stream.of(Validate.Study.values())
                .filter(study -> random.nextBoolean())
                .collect(Collectors.toSet());
        return new Validate(rules, studies, random.nextDouble() * 1e-6);
    }

    private OptionalDouble perhaps() {
        return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(1 - random.nextDouble());
    }

    private List<Value> wholes() {
        return Stream.of(7, 8, 16, 33, 128, 1000)
                .map(n -> (Value) new Value.Whole(n + random.nextInt(1)))
                .toList();
    }

    private String text() {
        StringBuilder text = new StringBuilder("T");
        for (int i = random.nextInt(20); i > 0; i--) {
            int[] all = CHARACTERS.codePoints().toArray();
            text.appendCodePoint(all[random.nextInt(all.length)]);
        }
        return text.append('.').toString();
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    /** At least one, in any order. */
    private <T> List<T> some(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
    }

    private static Axis word(String word) {
        return new Axis.Fixed(new Value.Word(word));
    }
}
