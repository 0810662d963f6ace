package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Draws good specs from the whole language. */
final class RandomSpecs {

    private static final String CHARACTERS = "abc \"\\'#:{}[],&*!|>%@`-?\n\t\u00e9\u2028\u0085\ud83d\ude00\u65e5\u0007";

    private final UniformRandomProvider random;

    RandomSpecs(long seed) {
        this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    ExperimentSpec next() {
        Simulate simulate = simulate();
        TrainingSet trainingSet = trainingSet(simulate);
        Train train = new Train(
                some(List.of(
                        new ModelSpec.Constant(),
                        new ModelSpec.PowerLaw(),
                        new ModelSpec.Polynomial(1 + random.nextInt(8)),
                        new ModelSpec.GaussianProcess(
                                any(ModelSpec.Kernel.values()), any(ModelSpec.LengthScales.values())))),
                2 + random.nextInt(3),
                any(Train.Choose.values()));
        return new ExperimentSpec(
                "a-" + random.nextInt(10) + "-b",
                random.nextInt(20) + ".0." + random.nextInt(20),
                text(),
                text(),
                random.nextLong(),
                Optional.empty(),
                simulate,
                trainingSet,
                train,
                validate(train.models()));
    }

    private Simulate simulate() {
        boolean list = random.nextInt(4) == 0;
        Simulate.Method method = list
                ? Simulate.Method.LIST
                : any(new Simulate.Method[] {Simulate.Method.GRID, Simulate.Method.RANDOM, Simulate.Method.SOBOL});
        boolean ranges = method == Simulate.Method.RANDOM || method == Simulate.Method.SOBOL;
        Axis particles = list || !ranges || random.nextBoolean()
                ? new Axis.Choice(wholes())
                : new Axis.Range(2, 3.0 + random.nextInt(1000), any(Axis.Distribution.values()), true);
        Axis virialRatio = ranges
                ? new Axis.Range(random.nextDouble() / 2 + 1e-9, 0.6, any(Axis.Distribution.values()), false)
                : new Axis.Fixed(new Value.Real(random.nextDouble()));
        boolean sticky = random.nextInt(3) > 0;
        Axis captureNumber = sticky
                ? new Axis.Choice(List.of(new Value.Real(random.nextDouble()), new Value.Real(1 + random.nextDouble())))
                : null;
        Simulate.Cluster cluster = new Simulate.Cluster(
                new TreeMap<>(Map.of(
                        "particles",
                        particles,
                        "profile",
                        word("plummer"),
                        "virialRatio",
                        virialRatio,
                        "masses",
                        word("equal"))),
                Optional.empty());
        SortedMap<String, Axis> merging = new TreeMap<>(Map.of("criterion", word(sticky ? "sticky-sphere" : "none")));
        if (sticky) {
            merging.put("captureNumber", captureNumber);
        }
        Simulate.Mergers mergers = new Simulate.Mergers(merging);
        List<SortedMap<String, Value>> points =
                list ? points((Axis.Choice) particles, sticky ? (Axis.Choice) captureNumber : null) : List.of();
        return Simulate.of(
                cluster,
                mergers,
                Integrator.of(Integrator.Scheme.HERMITE_4, Integrator.Timesteps.SHARED, random.nextDouble()),
                StrictMath.exp(20 * random.nextDouble() - 10),
                new Simulate.Design(method, ranges ? 100 : 0, 1 + random.nextInt(9), points),
                new Simulate.Failures(random.nextInt(5), random.nextDouble(), 1e-3));
    }

    private static List<SortedMap<String, Value>> points(Axis.Choice particles, Axis.Choice captureNumber) {
        List<SortedMap<String, Value>> points = new ArrayList<>();
        for (Value n : particles.values()) {
            for (Value k : captureNumber == null ? List.of(n) : captureNumber.values()) {
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

    private TrainingSet trainingSet(Simulate simulate) {
        List<String> columns = new ArrayList<>(simulate.axes().keySet().stream()
                .filter(name -> !simulate.axes().get(name).isFixed())
                .toList());
        TrainingSet.Row row = any(TrainingSet.Row.values());
        List<Double> times = List.of();
        if (row == TrainingSet.Row.SIMULATION_TIME) {
            times = List.of(simulate.until() / 3, simulate.until());
            columns.add("time");
        }
        return new TrainingSet(row, times, some(columns), "mergers", 0.05 + 0.3 * random.nextDouble());
    }

    private Validate validate(List<ModelSpec> models) {
        List<Validate.Rule> rules = new ArrayList<>();
        String first = models.get(0).specName();
        if (random.nextBoolean()) {
            rules.add(new Validate.Limit(
                    "chosen", Validate.Metric.Q2, random.nextDouble() - 3, Double.POSITIVE_INFINITY));
            rules.add(new Validate.Limit(first, Validate.Metric.MAE, random.nextDouble(), 1 + random.nextDouble()));
            rules.add(new Validate.Beats("chosen", first));
        }
        return new Validate(rules, random.nextDouble() * 1e-6);
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
