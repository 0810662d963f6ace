package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.nbody.snapshot.PythonHere;
import io.github.nbodylab.experiment.spec.NeuralNetworkSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ours against scikit-learn on the same rows. What it found is left in {@code target/peers/peers.md}. */
@Tag("peers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeersTest {

    private static final Path FOLDER = Path.of("target/peers").toAbsolutePath();
    private static final Path SCRIPT = Path.of("src/test/python/peers.py");
    private static final int TRAIN = 200;
    private static final int TEST = 2000;

    private final List<PeerTask> tasks = tasks();
    private final List<PeerProcess> processes =
            List.of(new PeerProcess(200, 4), new PeerProcess(500, 4), new PeerProcess(1000, 1));
    /** One start each, for the plot of cost; theirs up to a thousand points, ours to two thousand. */
    private final List<PeerProcess> costs =
            Stream.of(100, 200, 500, 1000, 2000).map(n -> new PeerProcess(n, 1)).toList();

    private static final int MOST_OF_THEIRS = 1000;

    private final Map<String, Compared> compared = new LinkedHashMap<>();
    private final Map<String, ComparedProcess> comparedProcesses = new LinkedHashMap<>();
    private PeerPage page = new PeerPage(List.of(), List.of(), List.of());

    private static List<PeerTask> tasks() {
        List<PeerTask> tasks = new ArrayList<>();
        Rung forest = new RandomForestRung(new RandomForestSpec(100, 30, 1, OptionalDouble.empty(), 1), 1);
        for (String name : List.of("iris", "wine", "wdbc", "digits")) {
            tasks.add(classes("support-vector", name, machine(OptionalDouble.empty()), theirs("svc")));
        }
        tasks.add(classes("random-forest", "wdbc", forest, theirs("forest-classes")));
        ObjectNode hidden = theirs("mlp-classes");
        hidden.putObject("options").putArray("hidden_layer_sizes").add(64);
        tasks.add(classes("neural-network", "digits", network(List.of(64), 40, 1), hidden));
        ObjectNode alike = theirs("svr");
        alike.putObject("options").put("C", 5).put("epsilon", 0.05);
        ObjectNode twoLayers = theirs("mlp");
        twoLayers
                .putObject("options")
                .put("activation", "tanh")
                .put("learning_rate_init", 0.01)
                .put("max_iter", 500)
                .putArray("hidden_layer_sizes")
                .add(32)
                .add(32);
        for (TestFunctions function : List.of(TestFunctions.FRIEDMAN, TestFunctions.OTL_CIRCUIT)) {
            tasks.add(numbers("support-vector", function, machine(OptionalDouble.empty()), theirs("svr")));
            // scikit-learn's default for inputs of variance 1
            OptionalDouble gamma = OptionalDouble.of(1.0 / function.inputs());
            tasks.add(numbers("support-vector-alike", function, machine(gamma), alike));
            tasks.add(numbers("random-forest", function, forest, theirs("forest")));
            tasks.add(numbers("neural-network", function, network(List.of(32, 32), 500, 5), twoLayers));
        }
        return tasks;
    }

    private static Rung machine(OptionalDouble gamma) {
        return new SupportVectorRung(new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, 5, 0.05, gamma, 3), 1);
    }

    private static Rung network(List<Integer> layers, int epochs, int seeds) {
        return new NeuralNetworkRung(
                new NeuralNetworkSpec(
                        layers,
                        NeuralNetworkSpec.Activation.TANH,
                        NeuralNetworkSpec.Optimizer.ADAM,
                        0.01,
                        0.01,
                        0.9,
                        32,
                        epochs,
                        0.2,
                        Optional.empty(),
                        seeds),
                1);
    }

    private static ObjectNode theirs(String kind) {
        return Json.object().put("kind", kind);
    }

    private static PeerTask classes(String model, String name, Rung rung, ObjectNode theirs) {
        return new PeerTask(model + "-" + name, rung, UciData.table(name), Optional.empty(), theirs);
    }

    private static PeerTask numbers(String model, TestFunctions function, Rung rung, ObjectNode theirs) {
        return new PeerTask(
                model + "-" + function.text(),
                rung,
                table(function, function.design(TRAIN, 1)),
                Optional.of(table(function, function.uniform(TEST))),
                theirs);
    }

    private static TrainingTable table(TestFunctions function, double[][] points) {
        return Tables.of(false, Tables.numbers(function.inputs()), points, function.at(points));
    }

    @BeforeAll
    void fitBoth() throws Exception {
        PythonHere.require("sklearn");
        Files.createDirectories(FOLDER);
        ObjectNode asked = Json.object();
        Map<String, ObjectNode> ours = new LinkedHashMap<>();
        for (PeerTask task : tasks) {
            asked.set(task.name(), task.write(FOLDER));
            ours.put(task.name(), task.ours());
        }
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (PeerProcess process :
                Stream.concat(processes.stream(), costs.stream()).toList()) {
            seconds.put(process.name(), process.seconds());
            if (process.size() <= MOST_OF_THEIRS) {
                asked.set(process.name(), process.write(FOLDER));
            }
        }
        Json.write(FOLDER.resolve("tasks.json"), asked);
        PythonHere.run("sklearn", Files.readString(SCRIPT), FOLDER.toString());
        JsonNode answers = Json.read(FOLDER.resolve("answers.json"));
        for (PeerTask task : tasks) {
            compared.put(task.name(), Compared.of(task, ours.get(task.name()), answers.path(task.name())));
        }
        for (PeerProcess process : processes) {
            comparedProcesses.put(
                    process.name(),
                    ComparedProcess.of(process, seconds.get(process.name()), answers.path(process.name())));
        }
        page = new PeerPage(
                List.copyOf(compared.values()),
                List.copyOf(comparedProcesses.values()),
                costs.stream()
                        .map(process -> new PeerPage.Cost(
                                process.size(),
                                seconds.get(process.name()),
                                answers.path(process.name()).path("seconds").asDouble(Double.NaN)))
                        .toList());
    }

    @AfterAll
    void writePage() throws Exception {
        if (!compared.isEmpty()) {
            page.write(FOLDER);
            if (Boolean.getBoolean("peers.record")) {
                page.write(Path.of("site/measured"));
            }
        }
    }

    List<String> names() {
        return tasks.stream().map(PeerTask::name).toList();
    }

    List<String> processNames() {
        return processes.stream().map(PeerProcess::name).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void oursIsNotWorseThanTheirsByMoreThanChance(String name) {
        Compared both = compared.get(name);
        assertThat(both.ours()).isGreaterThanOrEqualTo(both.theirs() - both.chance());
    }

    @ParameterizedTest
    @MethodSource("processNames")
    void aSearchEndsWhereTheirsDoesOrHigher(String name) {
        ComparedProcess both = comparedProcesses.get(name);
        assertThat(both.ourLikelihood())
                .isGreaterThanOrEqualTo(both.theirLikelihood() - 1e-4 * Math.abs(both.theirLikelihood()));
    }

    @ParameterizedTest
    @MethodSource("processNames")
    void theLikelihoodOfTheSameHyperParametersIsTheirs(String name) {
        ComparedProcess both = comparedProcesses.get(name);
        double relative = both.theirLikelihoodOfOurs() / both.ourLikelihood() - 1;
        assertThat(Math.abs(relative)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("processNames")
    void aProcessPredictsAsWellAsTheirsAndItsIntervalsHoldAsOften(String name) {
        ComparedProcess both = comparedProcesses.get(name);
        assertThat(both.accuracy().ours())
                .isGreaterThanOrEqualTo(
                        both.accuracy().theirs() - both.accuracy().chance());
        assertThat(Math.abs(both.ourCoverage() - 0.95))
                .isLessThanOrEqualTo(Math.abs(both.theirCoverage() - 0.95) + 0.02);
    }
}
