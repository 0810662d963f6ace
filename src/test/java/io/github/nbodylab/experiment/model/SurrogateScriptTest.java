package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.AskFiles;
import io.github.nbodylab.experiment.report.Browser;
import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.LogisticSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.ModelSpec.Counts;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The evaluator of the pages says what Java's says, of every kind of model: the same bits, but for some formulas. */
class SurrogateScriptTest {

    private static final int POINTS = 300;

    /** Twelve significant digits of a formula, whose sines and powers are those of the browser. */
    private static final double TWELVE_DIGITS = 0.5e-12;

    private static final Target REAL = Target.real("y");
    private static final Target COUNT = Target.count("y");
    private static final Target PAIR = Target.ofClasses("y", List.of("no", "yes"));
    private static final Target CLASSES = Target.ofClasses("y", List.of("p", "q", "r"));
    private static final String FORMULA = "0.5 * mass ^ 2 + sqrt(abs(`a width`)) * [profile = v] - exp(-number / 10)"
            + " + max(1, log(mass), log10(2 + number), 3) * sin(mass) / (1.5 + cos(mass)) - pow(mass, -.5) + atan(pi)";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><title>page</title>");
        for (String script : AskFiles.EVALUATOR) {
            Files.copy(
                    Path.of("src/main/resources/io/github/nbodylab/experiment/report", script), folder.resolve(script));
            page.append("<script src=\"").append(script).append("\"></script>");
        }
        browser.open(Files.writeString(folder.resolve("page.html"), page));
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    /** A model and the rows that it is fitted to. */
    record Case(String name, ModelSpec spec, TrainingTable rows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Target target : List.of(REAL, COUNT, PAIR, CLASSES)) {
            String of = " of a " + target.kind().text()
                    + (target.isClass() ? " of " + target.levels().size() : "");
            TrainingTable rows = rows(false, target);
            for (ModelSpec spec : specs()) {
                Rung rung = Rung.of(spec, 3, 5);
                if (rung.fits(target)) {
                    cases.add(new Case(spec + of, spec, rows));
                }
            }
        }
        TrainingTable gaps = rows(true, REAL);
        cases.add(new Case("missing inputs", new ModelSpec.Polynomial(2), gaps));
        cases.add(new Case("missing inputs of a process", process("rbf", GaussianProcessSpec.Mean.CONSTANT), gaps));
        TrainingTable two = rows(false, REAL, Target.count("n"));
        cases.add(new Case("two targets of polynomials", new ModelSpec.Polynomial(2), two));
        cases.add(new Case("two targets of processes", process("rbf", GaussianProcessSpec.Mean.LINEAR), two));
        cases.add(new Case(
                "two targets of a network",
                network(NeuralNetworkSpec.Activation.TANH),
                rows(false, REAL, Target.real("z"))));
        return cases.stream();
    }

    private static List<ModelSpec> specs() {
        return List.of(
                new ModelSpec.Constant(),
                new ModelSpec.Physics(FORMULA),
                new ModelSpec.Linear(Counts.QUASI_POISSON),
                new ModelSpec.PowerLaw(Counts.NEGATIVE_BINOMIAL),
                new ModelSpec.Polynomial(3, 0.5, Counts.QUASI_POISSON),
                new LogisticSpec(1, 2),
                machine(SupportVectorSpec.Kernel.GAUSSIAN),
                machine(SupportVectorSpec.Kernel.LINEAR),
                machine(SupportVectorSpec.Kernel.POLYNOMIAL),
                new RandomForestSpec(20, 30, 2, OptionalDouble.empty(), 1),
                process("rbf", GaussianProcessSpec.Mean.CONSTANT),
                process("matern-3/2", GaussianProcessSpec.Mean.LINEAR),
                process("matern-5/2", GaussianProcessSpec.Mean.CONSTANT),
                process("linear + rbf * matern-5/2", GaussianProcessSpec.Mean.CONSTANT),
                network(NeuralNetworkSpec.Activation.TANH),
                network(NeuralNetworkSpec.Activation.RELU),
                network(NeuralNetworkSpec.Activation.LOGISTIC),
                network(NeuralNetworkSpec.Activation.IDENTITY));
    }

    private static SupportVectorSpec machine(SupportVectorSpec.Kernel kernel) {
        return new SupportVectorSpec(kernel, 1, 0.05, OptionalDouble.of(0.3), 2);
    }

    private static GaussianProcessSpec process(String kernel, GaussianProcessSpec.Mean mean) {
        return new GaussianProcessSpec(
                Kernels.of(kernel),
                GaussianProcessSpec.LengthScales.PER_INPUT,
                0.02,
                1000,
                mean,
                OptionalDouble.empty(),
                2,
                2000);
    }

    private static NeuralNetworkSpec network(NeuralNetworkSpec.Activation activation) {
        return new NeuralNetworkSpec(
                List.of(7, 5),
                activation,
                NeuralNetworkSpec.Optimizer.ADAM,
                0.01,
                0.01,
                0.9,
                8,
                20,
                0.2,
                Optional.empty(),
                2);
    }

    private static TrainingTable rows(boolean gaps, Target... targets) {
        List<Column> columns = List.of(
                new Column("mass", Input.Kind.REAL, true, 0, 0, List.of(), "1"),
                new Column("number", Input.Kind.WHOLE, false, 0, 0, List.of(), "1", gaps),
                new Column("profile", Input.Kind.CATEGORY, false, 0, 0, List.of("u", "v", "w"), "1", gaps),
                new Column("a width", Input.Kind.REAL, false, 0, 0, List.of(), "1"));
        UniformRandomProvider random = Seeds.random("rows for the evaluator of pages");
        double[][] inputs = new double[60][];
        double[][] values = new double[inputs.length][targets.length];
        for (int i = 0; i < inputs.length; i++) {
            double mass = StrictMath.exp(3 * random.nextDouble() - 1);
            inputs[i] = new double[] {mass, random.nextInt(3, 40), random.nextInt(2), random.nextDouble() + 0.5};
            double signal = 2 * StrictMath.log(mass)
                    + inputs[i][1] / 20
                    + inputs[i][2]
                    + inputs[i][3]
                    + random.nextDouble()
                    + 2;
            for (int t = 0; t < targets.length; t++) {
                values[i][t] = targets[t].isClass()
                        ? Math.min(targets[t].levels().size() - 1, signal < 3.5 ? 0 : signal < 5.5 ? 1 : 2)
                        : targets[t].isCount() ? Math.max(0, StrictMath.rint(signal)) : signal * (t + 1);
            }
            if (gaps && i % 7 == 0) {
                inputs[i][i % 2 + 1] = Double.NaN;
            }
        }
        return Tables.of(List.of(targets), columns, inputs, values);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePageSaysWhatJavaSays(Case told) throws Exception {
        Fit fit = Rung.of(told.spec, 3, 5).fit(told.rows);
        Fit whole = fit.with(Reach.of(told.rows, fit, Optional.of(Predicted.by(fit.surrogate(), told.rows.inputs()))));
        Surrogate model = whole.surrogate();
        double[][] points = points(model);
        ArrayNode asked = (ArrayNode) Json.parse("[]");
        for (double[] point : points) {
            ArrayNode row = asked.addArray();
            Arrays.stream(point).forEach(value -> {
                if (Double.isNaN(value)) {
                    row.addNull();
                } else {
                    row.add(value);
                }
            });
        }
        JsonNode answers = Json.parse(browser.string(
                "const model = ExperimentSurrogate.read(JSON.parse(arguments[0]));"
                        + "return JSON.stringify(JSON.parse(arguments[1]).map(point => {"
                        + "  const raw = point.map(value => value === null ? NaN : value);"
                        + "  try { return {outputs: model.outputs(raw), predicted: model.targets.length > 1 ? 0 : model.predict(raw),"
                        + "    intervals: model.targets.map((target, t) => model.interval(raw, t)), reading: model.reading(raw)};"
                        + "  } catch (refused) { return {refused: refused.message}; }}))",
                Json.canonical(whole.json()),
                Json.canonical(asked)));

        Comparison comparison = new Comparison(told.spec instanceof ModelSpec.Physics ? TWELVE_DIGITS : 0);
        for (int i = 0; i < points.length; i++) {
            compare(model, points[i], answers.get(i), comparison);
        }
        assertThat(comparison.numbers).isGreaterThan(2 * POINTS);
    }

    private static void compare(Surrogate model, double[] point, JsonNode answer, Comparison comparison) {
        String where = Arrays.toString(point);
        double[] outputs;
        try {
            outputs = model.outputs(point);
        } catch (IllegalArgumentException e) {
            assertThat(answer.has("refused")).as(where).isTrue();
            return;
        }
        assertThat(answer.path("refused").asText()).as(where).isEmpty();
        for (int t = 0; t < outputs.length; t++) {
            comparison.equal(answer.path("outputs").get(t), outputs[t], where);
        }
        if (model.targets().size() == 1) {
            comparison.equal(answer.path("predicted"), model.predict(point), where);
        }
        for (int t = 0; t < model.targets().size(); t++) {
            Optional<ResidualBand.Range> interval = model.interval(point, t);
            JsonNode said = answer.path("intervals").get(t);
            assertThat(said.isNull()).as(where).isEqualTo(interval.isEmpty());
            interval.ifPresent(range -> {
                comparison.equal(said.path("low"), range.low(), where);
                comparison.equal(said.path("high"), range.high(), where);
            });
        }
        Domain.Reading reading = model.reading(point).orElseThrow();
        assertThat(answer.at("/reading/position").asText())
                .as(where)
                .isEqualTo(reading.position().name().toLowerCase(Locale.ROOT));
        assertThat(answer.at("/reading/worst").asText())
                .as(where)
                .isEqualTo(reading.worst().name().toLowerCase(Locale.ROOT));
        comparison.equal(answer.at("/reading/grade"), reading.grade(), where);
    }

    /** Inside and outside of the training rows, some of them no points at all. */
    private static double[][] points(Surrogate model) {
        UniformRandomProvider random = Seeds.random("points for the evaluator of pages");
        double[][] points = new double[POINTS][model.inputs().size()];
        for (int i = 0; i < points.length; i++) {
            double margin = i % 2 == 0 ? 0 : 0.6;
            for (int k = 0; k < points[i].length; k++) {
                Input input = model.inputs().get(k);
                double part = (1 + 2 * margin) * random.nextDouble() - margin;
                if (model.mayMiss(k) && random.nextInt(4) == 0) {
                    points[i][k] = Double.NaN;
                } else if (input.isCategory()) {
                    points[i][k] = random.nextInt(input.levels().size());
                } else if (input.log()) {
                    points[i][k] = input.min() * StrictMath.pow(input.max() / input.min(), part);
                } else {
                    double value = input.min() + (input.max() - input.min()) * part;
                    points[i][k] = input.kind() == Input.Kind.WHOLE ? StrictMath.rint(value) : value;
                }
            }
        }
        points[1][0] = -1;
        points[2][1] = Double.NaN;
        points[3][2] = 3;
        return points;
    }

    @Test
    void aModelOfANewerSchemaIsRefusedInOneSentence() {
        String said = browser.string(
                "try { ExperimentSurrogate.read({schema: 2, kind: 'constant'}); } catch (e) { return e.message; }");

        assertThat(said).isEqualTo("it has schema 2, and this page knows 1 only");
    }

    /** The multiply-add that JavaScript lacks, also where two roundings differ from one. */
    @Test
    void aMultiplyAddRoundsOnce() throws Exception {
        UniformRandomProvider random = Seeds.random("multiply-adds");
        ObjectNode asked = Json.object();
        ArrayNode numbers = asked.putArray("numbers");
        List<double[]> triples = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double a = 1 + random.nextInt(1 << (1 + i % 29)) * 0x1p-29;
            double b = (random.nextDouble() + 0.5) * (random.nextBoolean() ? 1 : -1);
            b = i % 3 == 0 ? 1 + random.nextInt(8) * 0x1p-52 : b;
            double c = StrictMath.scalb(i % 5 == 0 ? -a * b : random.nextBoolean() ? 1 : -1, random.nextInt(-60, 60));
            triples.add(new double[] {a, b, c});
            numbers.addArray().add(a).add(b).add(c);
        }
        JsonNode said = Json.parse(browser.string(
                "return JSON.stringify(JSON.parse(arguments[0]).numbers.map(n => ExperimentSurrogate.fma(...n)))",
                Json.canonical(asked)));

        for (int i = 0; i < triples.size(); i++) {
            double[] n = triples.get(i);
            assertThat(said.get(i).asDouble()).as(Arrays.toString(n)).isEqualTo(Math.fma(n[0], n[1], n[2]) + 0.0);
        }
    }

    /** Compares numbers, as far as they have to agree, and counts them. */
    private static final class Comparison {

        private final double tolerance;
        private int numbers;

        /** A relative tolerance; 0 for the same bits. */
        Comparison(double tolerance) {
            this.tolerance = tolerance;
        }

        void equal(JsonNode said, double java, String where) {
            numbers++;
            if (!Double.isFinite(java)) {
                assertThat(said.isNull()).as(where).isTrue();
                return;
            }
            assertThat(Math.abs(said.asDouble() - java))
                    .as("%s where Java says %s at %s", said, java, where)
                    .isLessThanOrEqualTo(tolerance * Math.abs(java));
        }
    }
}
