package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignPicturesTest {

    @TempDir
    Path folder;

    private ObjectNode design(ExperimentSpec spec, int points, int replicates) throws Exception {
        Experiments.simulate(folder, points, replicates);
        return DesignPictures.ofRuns(spec, folder, Experiments.assemble(spec, folder));
    }

    private static List<Integer> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    @Test
    void thePointsAreThoseOfTheRunsAndOnlyWhatVariesIsAnInput() throws Exception {
        ObjectNode design = design(Experiments.spec(), 24, 3);

        assertThat(design.get("points").asInt()).isEqualTo(24);
        assertThat(design.get("replicates").asInt()).isEqualTo(3);
        assertThat(design.get("method").asText()).isEqualTo("sobol");
        assertThat(design.get("inputs"))
                .extracting(input -> input.get("name").asText())
                .containsExactly("captureNumber", "particles", "profile");
        assertThat(design.at("/inputs/0/log").asBoolean()).isTrue();
        assertThat(design.at("/inputs/0/values")).hasSize(24);
        assertThat(design.at("/inputs/2/levels")).extracting(JsonNode::asText).containsExactly("plummer", "hernquist");
    }

    @Test
    void pointsForTheTestAreThoseOfTheTable() throws Exception {
        ObjectNode design = design(Experiments.spec(), 24, 3);
        TrainingTable table = TrainingTable.read(folder);
        Csv runs = Csv.read(folder.resolve("runs.csv"));
        List<String> points =
                runs.rows().stream().map(row -> row.get(1)).distinct().toList();
        List<String> tested = Arrays.asList(table.testRows().groups());

        assertThat(numbers(design.get("test")))
                .isNotEmpty()
                .isEqualTo(IntStream.range(0, 24)
                        .filter(i -> tested.contains(points.get(i)))
                        .boxed()
                        .toList());
    }

    @Test
    void failuresAreCountedWhereTheyLie() throws Exception {
        ObjectNode design = design(Experiments.spec(), 24, 3);

        assertThat(numbers(design.get("failed"))).containsExactly(23);
        assertThat(design.at("/failures/0/input").asText()).isEqualTo("captureNumber");
        assertThat(numbers(design.at("/failures/0/runs"))).containsExactly(24, 24, 24);
        assertThat(numbers(design.at("/failures/0/failed"))).containsExactly(0, 0, 1);
        assertThat(design.at("/failures/1/levels")).extracting(JsonNode::asText).containsExactly("32", "64", "128");
        assertThat(numbers(design.at("/failures/1/failed"))).containsExactly(0, 0, 1);
        assertThat(numbers(design.at("/failures/2/failed"))).containsExactly(0, 1);
    }

    @Test
    void aPointWithRunsOnBothSidesIsOnNone() throws Exception {
        TrainingSet bySimulation = new TrainingSet(
                TrainingSet.Row.SIMULATION,
                List.of(),
                TrainingSet.Window.NONE,
                List.of("captureNumber"),
                List.of("mergers"),
                TrainingSet.SplitBy.SIMULATION,
                0.5);
        ObjectNode design =
                design(Experiments.spec(bySimulation, Experiments.spec().train()), 12, 4);

        assertThat(numbers(design.get("other"))).isNotEmpty();
        assertThat(numbers(design.get("test"))).doesNotContainAnyElementsOf(numbers(design.get("other")));
    }

    @Test
    void ofManyPointsSomeAreKeptAndThoseWithFailures() throws Exception {
        ObjectNode design = design(Experiments.spec(), 602, 1);

        assertThat(design.get("every").asInt()).isEqualTo(3);
        assertThat(design.at("/inputs/0/values")).hasSize(201 + 1);
        assertThat(numbers(design.get("failed"))).containsExactly(201);
        assertThat(numbers(design.get("added"))).containsExactly(201);
    }

    @Test
    void theRowsOfATableAreItsPoints() throws Exception {
        Experiments.simulate(folder, 24, 3);
        TrainingTable table = Experiments.assemble(Experiments.spec(), folder);
        ObjectNode design = DesignPictures.ofRows(table);

        assertThat(design.get("points").asInt()).isEqualTo(table.size());
        assertThat(design.has("method")).isFalse();
        assertThat(design.get("inputs"))
                .extracting(input -> input.get("name").asText())
                .containsExactly("particles", "captureNumber", "profile", "time");
        assertThat(design.get("test")).hasSize(table.testRows().size());
        assertThat(Json.canonical(design)).doesNotContain("NaN");
    }

    @Test
    void moreInputsThanAPictureHoldsAreNamed() {
        List<PointInput> inputs = IntStream.range(0, 7)
                .mapToObj(i -> new PointInput("x" + i, "1", false, List.of(), new double[] {i, Double.NaN}))
                .toList();
        ObjectNode design =
                new DesignPicture(inputs, new Side[] {Side.TRAIN, Side.TEST}, new int[2], new int[2]).toJson();

        assertThat(design.get("inputs")).hasSize(5);
        assertThat(design.get("leftOut")).extracting(JsonNode::asText).containsExactly("x5", "x6");
        assertThat(design.at("/inputs/3/values").get(1).isNull()).isTrue();
    }

    @Test
    void ofThreeRunsEveryOrderIsChance() throws Exception {
        Experiments.simulate(folder, 4, 1);
        JsonNode errors = EnergyErrors.of(Experiments.spec(), Csv.read(folder.resolve("runs.csv")))
                .orElseThrow();

        assertThat(errors.get("chance").asDouble()).isEqualTo(1);
    }

    @Test
    void energyErrorsGoWithTheParameterOfTheClosestRankCorrelation() throws Exception {
        Experiments.simulate(folder, 24, 3);
        Path file = folder.resolve("runs.csv");
        Csv runs = Csv.read(file);
        int error = runs.column("energyError");
        int k = runs.column("captureNumber");
        new Csv(
                        runs.header(),
                        runs.rows().stream()
                                .map(row -> {
                                    List<String> cells = new ArrayList<>(row);
                                    cells.set(error, row.get(k) + "E-8");
                                    return cells;
                                })
                                .toList())
                .write(file);
        JsonNode errors = EnergyErrors.of(Experiments.spec(), Csv.read(file)).orElseThrow();

        assertThat(errors.get("input").asText()).isEqualTo("captureNumber");
        assertThat(errors.get("rankCorrelation").asDouble()).isEqualTo(1);
        assertThat(errors.get("limit").asDouble()).isEqualTo(1e-3);
        assertThat(errors.get("errors")).hasSize(72);
        assertThat(numbers(errors.get("failed"))).containsExactly(71);
    }
}
