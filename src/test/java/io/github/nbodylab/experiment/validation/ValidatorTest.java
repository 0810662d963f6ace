package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorTest {

    /** Revision of the stage to the digest of its report. */
    private static final Map<Integer, String> GOLDEN =
            Map.of(5, "90ca0c6f191aae2b5b19638ec43b3ad09b7107c0cb11b712b8a8098506a4d5fc");

    private static final Validate.Rule WIDE =
            new Validate.Limit(Validate.CHOSEN, Metric.Q2, 0.5, Double.POSITIVE_INFINITY);
    private static final Validate.Rule BEATS = new Validate.Beats(Validate.CHOSEN, "constant");
    private static final Validate.Rule STRICT = new Validate.Limit("gaussian-process", Metric.RMSE, 0, 0.25);

    @TempDir
    static Path trained;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws Exception {
        Experiments.simulate(trained, 60, 4);
        Experiments.assemble(Experiments.spec(), trained);
        TrainJob.train(Experiments.spec(), trained, trained, new Heard());
        StudyJob.study(Experiments.spec(), trained, trained, new Heard());
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(trained)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(trained.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private JsonNode report(ExperimentSpec spec) throws Exception {
        return new Validator(spec, TrainedLadder.read(folder)).validate(new Heard());
    }

    @Test
    void theSameModelsHaveTheSameReportAsLongAsTheRevisionStays() throws Exception {
        String text = Json.canonical(report(Experiments.spec(WIDE, BEATS)));

        assertThat(Digest.of(text))
                .as("raise the revision of the stage when its results change")
                .isEqualTo(GOLDEN.get(Validator.STAGE.revision()));
    }

    @Test
    void rulesThatHoldAreAccepted() throws Exception {
        JsonNode report = report(Experiments.spec(WIDE, BEATS));

        assertThat(MissedRules.of(report)).isEmpty();
        assertThat(report.path("accepted").asBoolean()).isTrue();
        assertThat(report.at("/acceptance/0/rule").asText())
                .isEqualTo("q2 of the chosen model, power-law, is at least 0.5");
        assertThat(report.at("/acceptance/0/value").asDouble())
                .isEqualTo(report.at("/models/1/test/q2/value").asDouble());
        assertThat(report.at("/acceptance/1/rule").asText())
                .isEqualTo("rmse of the chosen model, power-law, is smaller than that of constant");
    }

    @Test
    void aRuleThatDoesNotHoldIsASentenceOfTheReport() throws Exception {
        Validate.Rule itself = new Validate.Beats("constant", "constant");
        JsonNode report = report(Experiments.spec(WIDE, STRICT, itself));
        List<String> missed = MissedRules.of(report);

        assertThat(missed).hasSize(2);
        assertThat(missed.get(0))
                .startsWith("rmse of gaussian-process must be at least 0.0 and at most 0.25, but it is ");
        assertThat(missed.get(1)).startsWith("rmse of constant must be smaller than that of constant");
        assertThat(report.path("accepted").asBoolean()).isFalse();
        assertThat(report.path("acceptance"))
                .extracting(rule -> rule.path("passed").asBoolean())
                .containsExactly(true, false, false);
    }

    @Test
    void aRuleAboutAModelThatWasNotTrainedIsRefused() {
        ExperimentSpec spec = Experiments.spec(new Validate.Beats("forest", "constant"));

        assertThatThrownBy(() -> report(spec))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("'forest', which was not trained")
                .hasMessageContaining("power-law");
    }

    @Test
    void scoresAreThoseOfTheSavedModelsOnTheHeldOutRows() throws Exception {
        JsonNode report = report(Experiments.spec());
        ArrayNode rows = Predictions.testRows(Experiments.spec(), folder);

        double absolute = 0;
        for (JsonNode row : rows) {
            absolute += Math.abs(row.path("observed").asDouble()
                            - row.at("/predicted/power-law").asDouble())
                    / rows.size();
        }
        assertThat(rows).hasSize(report.at("/rows/test").asInt());
        assertThat(report.at("/models/1/test/mae/value").asDouble()).isCloseTo(absolute, within(1e-12));
        for (JsonNode model : report.path("models")) {
            for (String metric : List.of("q2", "rmse", "mae")) {
                JsonNode interval = model.path("test").path(metric);
                assertThat(interval.path("value").asDouble())
                        .isBetween(
                                interval.path("low").asDouble(),
                                interval.path("high").asDouble());
            }
        }
    }

    @Test
    void predictionsNameTheInputsOfEveryHeldOutRow() throws Exception {
        JsonNode row = Predictions.testRows(Experiments.spec(), folder).get(0);

        assertThat(row.path("inputs").path("profile").asText()).isIn("plummer", "hernquist");
        assertThat(row.path("inputs").path("particles").isIntegralNumber()).isTrue();
        assertThat(row.path("predicted")).hasSize(4).allMatch(prediction -> prediction.doubleValue() >= 0);
        assertThat(Files.readString(folder.resolve("trainingset.csv")))
                .contains(row.path("group").asText() + ",test,");
    }

    @Test
    void theCeilingIsWhatReplicatesLeaveToAPerfectModel() throws Exception {
        // 10 design points with the counts m - 1 and m + 1: variance 2 within, about any mean
        Csv table = Csv.read(folder.resolve("trainingset.csv"));
        StringBuilder text = new StringBuilder(String.join(",", table.header()) + "\n");
        for (int i = 0; i < 40; i++) {
            int point = i / 2;
            int mean = 10 + point % 10;
            text.append("p%d,%s,%d,%d.0,plummer,0.5,%d\n"
                    .formatted(point, point < 10 ? "train" : "test", 32 << point % 3, 1 + point, mean - 1 + i % 2 * 2));
        }
        text.append("p0,train,32,1.0,hernquist,1.0,10\n");
        Files.writeString(folder.resolve("trainingset.csv"), text);
        JsonNode ceiling = report(Experiments.spec()).path("ceiling");

        // squares about the mean: 2 per point within, 2 (m - 14.5)^2 between, which sums to 165
        assertThat(ceiling.at("/q2/value").asDouble()).isCloseTo(1 - 20 * 2.0 / (20 + 165), within(1e-12));
        assertThat(ceiling.at("/q2/low").asDouble())
                .isLessThan(ceiling.at("/q2/high").asDouble());
        assertThat(ceiling.path("dispersion").asDouble()).isCloseTo(20 * 2.0 / (2 * 145), within(1e-12));
    }

    @Test
    void theCeilingIsNearTheScoreOfTheLawThatTheCountsWereDrawnFrom() throws Exception {
        JsonNode report = report(Experiments.spec());
        ArrayNode rows = Predictions.testRows(Experiments.spec(), folder);

        double mean = 0;
        for (JsonNode row : rows) {
            mean += row.path("observed").asDouble() / rows.size();
        }
        double errors = 0;
        double squares = 0;
        for (JsonNode row : rows) {
            double k = row.at("/inputs/captureNumber").asDouble();
            double law = 2 * StrictMath.pow(k, 1.2) * row.at("/inputs/time").asDouble();
            double observed = row.path("observed").asDouble();
            errors += (law - observed) * (law - observed);
            squares += (observed - mean) * (observed - mean);
        }
        double law = 1 - errors / squares;
        assertThat(report.at("/ceiling/q2/value").asDouble()).isCloseTo(law, within(0.05));
        assertThat(report.at("/models/1/test/q2/value").asDouble()).isCloseTo(law, within(0.05));
        assertThat(report.at("/ceiling/dispersion").asDouble()).isCloseTo(1, within(0.2));
    }

    @Test
    void withoutReplicatesThereIsNoCeiling() throws Exception {
        Experiments.simulate(folder, 16, 1);
        Experiments.assemble(Experiments.spec(), folder);

        assertThat(report(Experiments.spec()).has("ceiling")).isFalse();
    }

    @Test
    void modelsOfAnotherTableAreRefused() throws IOException {
        Path model = folder.resolve("models/constant.json");
        ObjectNode json = (ObjectNode) Json.read(model);
        json.remove(Surrogate.DIGEST);
        ((ObjectNode) json.path("target")).put("name", "radius");
        Json.write(model, json);

        assertThatThrownBy(() -> report(Experiments.spec()))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("The model constant predicts radius")
                .hasMessageContaining("run train again");
    }

    @Test
    void everyModelIsScoredApartByItsOwnDomain() throws Exception {
        JsonNode report = report(Experiments.spec());

        for (JsonNode model : report.path("models")) {
            int rows = 0;
            for (JsonNode position : model.path("positions")) {
                rows += position.path("rows").asInt();
            }
            assertThat(rows).isEqualTo(report.at("/rows/test").asInt());
            assertThat(model.at("/positions/inside/metrics/rmse/value").asDouble())
                    .isPositive();
            assertThat(model.at("/test/coverage95/value").asDouble()).isBetween(0.7, 1.0);
            assertThat(model.at("/test/width95/value").asDouble()).isPositive();
            assertThat(model.has("beyond")).isFalse();
            assertThat(model.has("domain")).isFalse();
        }
    }

    @Test
    void rowsBeyondTheBoundsAreScoredApartAndToldByEveryDomain() throws Exception {
        trainWithin();
        Validate.Rule told = new Validate.Limit("gaussian-process", Metric.EXTRAPOLATION_AUC, 0.95, 1);
        Validate.Rule far = new Validate.Limit("power-law", Metric.Q2, 0.99, 1, Validate.On.BEYOND);
        Validate.Rule beaten = new Validate.Beats("constant", "power-law", Validate.On.CROSS_VALIDATION);
        JsonNode report = report(Experiments.spec(told, far, beaten));

        for (JsonNode model : report.path("models")) {
            JsonNode study = model.path("domain");
            assertThat(study.at("/auc/value").asDouble()).isGreaterThan(0.95);
            assertThat(study.at("/beyond/outside").asInt()
                            + study.at("/beyond/edge").asInt()
                            + study.at("/beyond/inside").asInt())
                    .isEqualTo(report.at("/rows/beyond").asInt());
            assertThat(model.at("/beyond/extrapolation-auc")).isEqualTo(study.path("auc"));
            assertThat(study.path("measures").has("variance"))
                    .isEqualTo(model.path("name").asText().equals("gaussian-process"));
        }
        assertThat(report.at("/models/1/beyond/rmse/value").asDouble())
                .isGreaterThan(report.at("/models/1/test/rmse/value").asDouble());
        assertThat(report.path("acceptance"))
                .extracting(rule -> rule.path("passed").asBoolean())
                .containsExactly(true, false, false);
        List<String> missed = MissedRules.of(report);
        assertThat(missed.get(0))
                .startsWith("q2 of power-law beyond the bounds must be at least 0.99 and at most 1.0, but it is ")
                .doesNotContain("held-out");
        assertThat(missed.get(1))
                .startsWith("rmse of constant in cross-validation must be smaller than that of power-law (");
    }

    /** Makes the table anew with k up to 2 only, and the ladder fitted to that. */
    private void trainWithin() throws Exception {
        ExperimentSpec spec = Experiments.spec();
        ExperimentSpec within = Experiments.spec(
                spec.trainingSet()
                        .within(new TreeMap<>(
                                Map.of("captureNumber", new TrainingSet.Bounds(Double.NEGATIVE_INFINITY, 2)))),
                spec.train());
        Experiments.assemble(within, folder);
        TrainJob.train(within, folder, folder, new Heard());
    }

    @Test
    void aRuleAboutRowsBeyondNeedsThem() {
        Validate.Rule far = new Validate.Limit("power-law", Metric.Q2, 0, 1, Validate.On.BEYOND);

        assertThatThrownBy(() -> report(Experiments.spec(far)))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("on rows beyond, and the training set has none");
    }

    @Test
    void heldOutRowsWithoutAnyDifferenceAreRefused() throws IOException {
        Path table = folder.resolve("trainingset.csv");
        Files.writeString(table, Files.readString(table).replaceAll("(,test,.*,)\\d+\n", "$10\n"));

        assertThatThrownBy(() -> report(Experiments.spec()))
                .isInstanceOf(TrainingSetException.class)
                .hasMessageContaining("in all held-out rows");
    }
}
