package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.KernelExpression;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GaussianProcessesTest {

    private static final String PROCESS = "/gaussianProcess/gaussian-process";

    @TempDir
    static Path folder;

    private static JsonNode report;

    @BeforeAll
    static void validate() throws Exception {
        Experiments.simulate(folder, 60, 4);
        report = report(Experiments.spec(), folder);
    }

    @Test
    void theDistanceIsThatOfTheSavedModelOnTheHeldOutRows() throws Exception {
        Surrogate model = Surrogate.read(folder.resolve("models/gaussian-process.json"));
        TrainingTable test = TrainingTable.read(folder).testRows();
        double[][] rows = test.inputs();
        double[] errors = test.values();
        double[][] covariance = model.latentCovariance(rows);
        for (int i = 0; i < errors.length; i++) {
            errors[i] -= model.predict(rows[i]);
            covariance[i][i] += model.noiseVariance(rows[i], 1);
        }
        double[] solved = Cholesky.of(covariance).orElseThrow().solve(errors);
        double distance = 0;
        for (int i = 0; i < errors.length; i++) {
            distance += errors[i] * solved[i];
        }

        assertThat(report.at(PROCESS + "/mahalanobis/squaredDistance").asDouble())
                .isCloseTo(distance, within(1e-9 * distance));
        assertThat(report.at(PROCESS + "/mahalanobis/rows").asInt()).isEqualTo(errors.length);
        assertThat(report.at(PROCESS + "/rows").asInt()).isEqualTo(errors.length);
        for (String part : List.of("predicted", "standardizedErrors", "pivotedErrors", "pivots")) {
            assertThat(report.at(PROCESS + "/" + part)).hasSize(errors.length);
        }
    }

    @Test
    void theCoverageAtNinetyFivePerCentIsTheMetric() {
        JsonNode points = report.at(PROCESS + "/coverage/points");

        assertThat(points.get(18).path("nominal").asDouble()).isEqualTo(0.95);
        assertThat(points.get(18).path("seen")).isEqualTo(report.at("/models/3/test/coverage95"));
    }

    @Test
    void whatTheSearchFoundComesFromTheModelAndItsTraining() throws IOException {
        JsonNode model = Json.read(folder.resolve("models/gaussian-process.json"));
        JsonNode details = Json.read(folder.resolve("training.json")).at("/models/3/details");
        JsonNode scales = report.at(PROCESS + "/lengthScales");

        assertThat(scales)
                .extracting(scale -> scale.path("input").asText())
                .containsExactly("particles", "captureNumber", "profile", "time");
        for (int i = 0; i < 4; i++) {
            assertThat(scales.get(i).path("value"))
                    .isEqualTo(model.path("lengthScales").get(i));
            String name = "length scale of matern-5/2 for "
                    + scales.get(i).path("input").asText();
            boolean ended = false;
            for (JsonNode bound : details.path("atBounds")) {
                ended |= bound.path("parameter").asText().equals(name);
            }
            assertThat(scales.get(i).has("atBound")).isEqualTo(ended);
        }
        assertThat(report.at(PROCESS + "/optima")).isEqualTo(details.path("optima"));
        assertThat(report.at(PROCESS + "/conditionNumber")).isEqualTo(details.path("conditionNumber"));
    }

    @Test
    void aModelWithoutVarianceHasTheCoverageOfItsResiduals() throws Exception {
        Surrogate model = Surrogate.read(folder.resolve("models/power-law.json"));
        TrainingTable test = TrainingTable.read(folder).testRows();
        double[][] rows = test.inputs();
        double inside = 0;
        for (int i = 0; i < rows.length; i++) {
            var range = model.residualInterval(rows[i], 0.8).orElseThrow();
            inside += test.values()[i] >= range.low() && test.values()[i] <= range.high() ? 1 : 0;
        }

        assertThat(report.path("chosen").asText()).isEqualTo("power-law");
        assertThat(report.at("/coverage/intervals").asText()).isEqualTo("residual");
        assertThat(report.at("/coverage/points/1/nominal").asDouble()).isEqualTo(0.8);
        assertThat(report.at("/coverage/points/1/seen/value").asDouble())
                .isCloseTo(inside / rows.length, within(1e-12));
    }

    @Test
    void aChosenProcessIsTheOnlyOneAndOneThatIsNotStandsBesideAllOthers(@TempDir Path other) throws Exception {
        Experiments.simulate(other, 30, 2);
        ModelSpec shared = new ModelSpec.Variant(
                "shared",
                List.of(GaussianProcessSpec.of(
                        new KernelExpression.Factor(KernelExpression.Kernel.RBF),
                        GaussianProcessSpec.LengthScales.SHARED)));
        ExperimentSpec spec = spec(List.of("mergers"), new ModelSpec.Constant(), Experiments.LADDER.get(3), shared);
        report(spec, other);
        ObjectNode training = (ObjectNode) Json.read(other.resolve(TrainJob.TRAINING));

        training.put("chosen", "constant");
        Json.write(other.resolve(TrainJob.TRAINING), training);
        JsonNode all = found(spec, other).path("gaussianProcess");
        assertThat(all).hasSize(2);
        assertThat(all.at("/shared/lengthScales/0/value")).isEqualTo(all.at("/shared/lengthScales/1/value"));

        training.put("chosen", "shared");
        Json.write(other.resolve(TrainJob.TRAINING), training);
        assertThat(found(spec, other).path("gaussianProcess"))
                .hasSize(1)
                .allMatch(process -> process.has("mahalanobis"));
    }

    @Test
    void severalTargetsAreDiagnosedOneByOne(@TempDir Path other) throws Exception {
        Experiments.simulate(other, 30, 2);
        ExperimentSpec spec =
                spec(List.of("mergers", "firstMergerTime"), new ModelSpec.Constant(), Experiments.LADDER.get(3));
        JsonNode found = report(spec, other).at(PROCESS);
        JsonNode row = Predictions.testRows(spec, other).get(0);

        assertThat(found).hasSize(2);
        assertThat(found.at("/mergers/mahalanobis/rows").asInt()).isPositive();
        assertThat(found.at("/firstMergerTime/lengthScales")).hasSize(3);
        assertThat(row.at("/observed/mergers").isIntegralNumber()).isTrue();
        assertThat(row.at("/predicted/gaussian-process/firstMergerTime").isDouble())
                .isTrue();
    }

    @Test
    void ofManyRowsSoFewAreLookedAtThatARecordHoldsThem(@TempDir Path other) throws Exception {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = other.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path table = other.resolve("trainingset.csv");
        String text = Files.readString(table);
        List<String> groups = Arrays.stream(text.split("\n", -1))
                .filter(line -> line.contains(",train,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
        for (String group : groups.subList(6, groups.size())) {
            text = text.replace(group + ",train,", group + ",test,");
        }
        Files.writeString(table, text);
        JsonNode process = found(Experiments.spec(), other).at(PROCESS);
        int rows = TrainingTable.read(other).testRows().size();

        assertThat(rows).isGreaterThan(400);
        assertThat(process.path("every").asInt()).isEqualTo(1 + (rows - 1) / 250);
        assertThat(process.path("pivotedErrors").size()).isLessThanOrEqualTo(250);
        assertThat(Json.canonical(process).length()).isLessThan(60_000);
    }

    @Test
    void classesHaveNoProcess(@TempDir Path other) throws Exception {
        Experiments.simulate(other, 30, 2);
        Experiments.assembleClasses(other);
        ExperimentSpec spec = Experiments.spec(
                Experiments.spec().trainingSet(),
                new Train(Experiments.CLASSIFIERS, 4, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));
        TrainJob.train(spec, other, other, new Heard());
        StudyJob.study(spec, other, other, new Heard());

        JsonNode found = found(spec, other);

        assertThat(found.has("gaussianProcess")).isFalse();
        assertThat(found.has("classification")).isTrue();
        assertThat(found.at("/rows/kind").asText()).isEqualTo("simulation-time");
        assertThat(found.at("/rows/groupedBy").asText()).isEqualTo("design-point");
    }

    private static ExperimentSpec spec(List<String> targets, ModelSpec... models) {
        return Experiments.spec(
                new TrainingSet(
                        TrainingSet.Row.SIMULATION,
                        List.of(),
                        TrainingSet.Window.NONE,
                        List.of("particles", "captureNumber", "profile"),
                        targets,
                        TrainingSet.SplitBy.DESIGN_POINT,
                        0.25),
                new Train(List.of(models), 4, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));
    }

    private static JsonNode report(ExperimentSpec spec, Path folder) throws Exception {
        Experiments.assemble(spec, folder);
        TrainJob.train(spec, folder, folder, new Heard());
        StudyJob.study(spec, folder, folder, new Heard());
        return found(spec, folder);
    }

    private static JsonNode found(ExperimentSpec spec, Path folder) throws Exception {
        return new Validator(spec, TrainedLadder.read(folder)).validate(new Heard());
    }
}
