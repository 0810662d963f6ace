package io.github.nbodylab.experiment.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises of the goal {@code predict}, asked of models that were really trained. */
class PredictPipelineTest {

    private static final Problems NONE = new Problems(List.of(), List.of(), List.of());

    private static final String SPEC = """
            apiVersion: experiment/v1
            name: tiny
            version: 1.0.0
            title: Redshifts from colours
            question: How far away is a galaxy?
            seed: 7
            trainingSet:
              source: catalogue.csv
              inputs: [colour, magnitude, field]
              target: redshift
            train:
              models: [constant, linear]
              crossValidation: {folds: 3}
            """;

    private static final String POINTS = """
            field,magnitude,name,colour
            north,17.25,a,0.45
            south,18.5,b,0.3
            north,16.125,c,0.701
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void catalogue() throws IOException {
        Files.createDirectories(folder.resolve("specs"));
        StringBuilder table = new StringBuilder("colour,magnitude,field,redshift,size,class\n");
        for (int i = 0; i < 90; i++) {
            double colour = i % 10 / 10.0;
            double magnitude = 15 + i * 7 % 45 / 9.0;
            table.append(colour + "," + magnitude + (i % 3 == 0 ? ",south," : ",north,"))
                    .append((colour * colour + magnitude / 10 + i % 7 * 0.02) + "," + (magnitude - 2 * colour))
                    .append(i % 10 < 5 == (i % 7 != 0) ? ",quasar\n" : ",star\n");
        }
        Files.writeString(folder.resolve("specs/catalogue.csv"), table);
        Files.writeString(points(), POINTS);
    }

    @Test
    void everyNumberOfTheLadderIsWhatTheEvaluatorSaysBitForBit() throws Exception {
        TestBuild build = trained(SPEC.replace(
                "[constant, linear]",
                "[constant, linear, polynomial: {degree: 2}, support-vector, random-forest: {trees: 20}, gaussian-process,"
                        + " neural-network: {layers: [8], epochs: 20, seeds: 2}]"));

        for (JsonNode model : Json.read(build.file("training.json")).path("models")) {
            assertSameBits(build, model.path("name").asText());
        }
    }

    @Test
    void everyClassOfTheLadderIsWhatTheEvaluatorSaysBitForBit() throws Exception {
        TestBuild build = trained(SPEC.replace("target: redshift", "target: class")
                .replace("[constant, linear]", "[constant, logistic, support-vector, random-forest: {trees: 20}]"));

        for (JsonNode model : Json.read(build.file("training.json")).path("models")) {
            assertSameBits(build, model.path("name").asText());
        }
    }

    @Test
    void severalTargetsAreWhatTheEvaluatorSaysBitForBit() throws Exception {
        TestBuild build = trained(SPEC.replace("target: redshift", "target: [redshift, size]")
                .replace("[constant, linear]", "[constant, gaussian-process]"));

        assertSameBits(build, "constant");
        assertSameBits(build, "gaussian-process");
        assertThat(predictions(build).rows()).noneMatch(row -> row.contains(""));
    }

    @Test
    void theIntervalOfAGaussianProcessIsThatWhoseCoverageTheReportTells() throws Exception {
        TestBuild build = trained(SPEC.replace("[constant, linear]", "[constant, gaussian-process]"));
        assertThat(build.pipeline().score()).isEqualTo(NONE);
        Csv table = Csv.read(build.file("trainingset.csv"));
        List<String> header = new ArrayList<>(table.header());
        header.set(header.indexOf("redshift"), "observed");
        List<List<String>> test =
                table.rows().stream().filter(row -> row.get(1).equals("test")).toList();
        new Csv(header, test).write(points());
        assertThat(build.pipeline()
                        .predict(new PredictRequest(
                                points(),
                                Optional.empty(),
                                Optional.of("gaussian-process"),
                                List.of("observed", "group", "split"),
                                true)))
                .isEqualTo(NONE);

        Csv predicted = predictions(build);
        long covered = 0;
        double width = 0;
        for (List<String> row : predicted.rows()) {
            double observed = number(predicted, row, "observed");
            double low = number(predicted, row, "redshift_low");
            double high = number(predicted, row, "redshift_high");
            covered += low <= observed && observed <= high ? 1 : 0;
            width += high - low;
        }
        JsonNode score =
                Json.read(build.file("report.json")).path("models").get(1).path("test");
        assertThat((double) covered / test.size())
                .isEqualTo(score.path("coverage95").path("value").asDouble());
        assertThat(width / test.size())
                .isCloseTo(score.path("width95").path("value").asDouble(), within(1e-12));
    }

    @Test
    void theChosenModelIsAskedAndTheLogSaysHowItsPointsLie() throws Exception {
        TestBuild build = trained(SPEC);

        assertThat(build.workersForbidden().pipeline().predict(request())).isEqualTo(NONE);
        String chosen = Json.read(build.file("training.json")).path("chosen").asText();
        assertThat(build.log)
                .contains("tiny: " + chosen
                        + " predicts redshift of 3 points: 3 inside the training set, 0 at its edge, 0 outside")
                .contains("The predictions are in " + build.file("predictions.csv"));
    }

    @Test
    void theSamePointsAreTheSameBytesAgainAndAnywhere() throws Exception {
        TestBuild build = trained(SPEC);
        assertThat(build.pipeline().predict(request())).isEqualTo(NONE);
        Path elsewhere = folder.resolve("results/of/mine.csv");
        assertThat(build.pipeline()
                        .predict(new PredictRequest(
                                points(), Optional.of(elsewhere), Optional.empty(), List.of("name"), false)))
                .isEqualTo(NONE);

        assertThat(elsewhere).hasSameBinaryContentAs(build.file("predictions.csv"));
    }

    @Test
    void pointsOutsideAreTheUsersFailureUnlessAskedForAndThenAWarning() throws Exception {
        Files.writeString(points(), POINTS + "south,25,d,0.3\n");
        TestBuild build = trained(SPEC);

        assertThat(build.pipeline().predict(request()).failures())
                .singleElement()
                .asString()
                .startsWith("1 of 4 points lie outside of the training set")
                .contains("points.csv:5: magnitude is 25.0, and was trained from 15.0 to ")
                .contains("-Dexperiment.extrapolate");
        assertThat(build.file("predictions.csv")).doesNotExist();
        assertThat(build.pipeline()
                        .predict(new PredictRequest(
                                points(), Optional.empty(), Optional.empty(), List.of("name"), true)))
                .isEqualTo(NONE);
        assertThat(build.log)
                .contains(
                        "WARN 1 of 4 points lie outside of the training set, where the model only guesses; they are marked"
                                + " as outside");
        assertThat(predictions(build).rows().get(3)).contains("outside");
    }

    @Test
    void aModelThatWasTrainedOnGapsPredictsThemAndGradesThemByWhatItFillsIn() throws Exception {
        Path source = folder.resolve("specs/catalogue.csv");
        Files.writeString(source, Files.readString(source).replace("\n0.2,", "\n,"));
        Files.writeString(points(), POINTS.replace("0.45\n", "\n"));
        TestBuild build = trained(SPEC.replace("target: redshift", "target: redshift\n  missing: impute"));

        assertThat(build.pipeline().predict(request())).isEqualTo(NONE);
        Surrogate model = Surrogate.read(build.file("models/linear.json"));
        Csv predictions = predictions(build);
        assertThat(predictions.rows().get(0).get(predictions.column("colour"))).isEmpty();
        assertThat(predictions.rows().get(0).get(predictions.column("domainGrade")))
                .isEqualTo(Decimal.shortest(model.reading(new double[] {Double.NaN, 17.25, 0})
                        .orElseThrow()
                        .grade()));
        assertThat(build.log).noneMatch(line -> line.startsWith("WARN "));
    }

    @Test
    void aModelFileThatDoesNotTellItsDomainIsNotAsked() throws Exception {
        TestBuild build = trained(SPEC);
        Path file = build.file("models/linear.json");
        ObjectNode model = (ObjectNode) Json.read(file);
        model.remove(List.of("domain", "digest"));
        Json.write(file, model);

        assertThat(ask(build, "linear"))
                .isEqualTo(file + " does not tell where its training rows lie; 'mvn compile' writes it anew");
    }

    @Test
    void aSpecThatHasChangedSinceIsToldInAWarning() throws Exception {
        TestBuild build = trained(SPEC).spec(SPEC.replace("[constant, linear]", "[constant]"));

        assertThat(build.pipeline().predict(request())).isEqualTo(NONE);
        assertThat(build.log)
                .anyMatch(
                        line -> line.contains("tiny: its spec has changed since the model was trained; 'mvn compile'"));
    }

    @Test
    void withoutATrainedModelTheUserIsToldWhatToRunFirst() throws Exception {
        TestBuild build = build(SPEC);
        assertThat(build.pipeline().predict(request()).failures())
                .containsExactly("there is no " + build.file("training.json")
                        + " yet; run 'mvn compile' first, which trains the models");
    }

    @Test
    void aModelThatWasNotTrainedIsToldWithTheNearestThatWas() throws Exception {
        TestBuild build = trained(SPEC);
        assertThat(ask(build, "liner"))
                .isEqualTo("experiment.model names 'liner', which was not trained; did you mean 'linear'?");
        assertThat(ask(build, "gaussian-process"))
                .isEqualTo("experiment.model names 'gaussian-process', which was not trained; there are constant,"
                        + " linear");
        Files.delete(build.file("models/linear.json"));
        assertThat(ask(build, "linear")).endsWith("linear.json yet; run 'mvn compile' first, which trains the models");
    }

    @Test
    void aModelFileOfANewerVersionAChangedOneAndACutOneAreEachToldInOneSentence() throws Exception {
        TestBuild build = trained(SPEC);
        Path file = build.file("models/linear.json");
        String good = Files.readString(file);

        Files.writeString(file, good.replace("\"schema\": 1", "\"schema\": 2"));
        assertThat(ask(build, "linear"))
                .isEqualTo("" + file
                        + ": This model file has schema 2, of which this program knows nothing newer than"
                        + " 1: read it with the version of the plugin that wrote it, or a newer one; 'mvn compile' writes it"
                        + " anew");
        Files.writeString(file, good.replaceFirst("\"coefficient\": (-?)", "\"coefficient\": $11"));
        assertThat(ask(build, "linear"))
                .startsWith(file + ": This model file was changed since it was written: its digest is ")
                .endsWith("'mvn compile' writes it anew")
                .doesNotContain("\n");
        Files.writeString(file, good.substring(0, good.length() / 2));
        assertThat(ask(build, "linear"))
                .startsWith(file + ": This is no model file: it is not JSON: ")
                .endsWith("'mvn compile' writes it anew")
                .doesNotContain("\n");
        assertThat(build.pipeline().train()).isEqualTo(NONE);
        assertThat(file).hasContent(good);
        Files.writeString(build.file("training.json"), "{\"chosen\": ");
        assertThat(ask(build, "linear")).contains("training.json is not JSON: ").endsWith("writes it anew");
    }

    @Test
    void pointsAreThoseOfOneExperiment() throws Exception {
        TestBuild build = trained(SPEC).secondSpec(SPEC.replace("name: tiny", "name: second"));

        assertThat(build.pipeline().predict(request()).failures())
                .containsExactly(
                        "points are those of one experiment; name it with -Dexperiment.only=NAME: second, tiny");
    }

    @Test
    void pointsAreNotOverwrittenByTheirPredictions() {
        assertThatThrownBy(() -> new PredictRequest(
                        points(),
                        Optional.of(folder.resolve("specs/../points.csv")),
                        Optional.empty(),
                        List.of(),
                        false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the predictions a file of their own");
    }

    /** Every cell that a model adds, of every point. */
    private void assertSameBits(TestBuild build, String name) throws IOException {
        assertThat(build.pipeline()
                        .predict(new PredictRequest(
                                points(), Optional.empty(), Optional.of(name), List.of("name"), true)))
                .isEqualTo(NONE);
        Surrogate model = Surrogate.read(build.file("models/" + name + ".json"));
        Csv predicted = predictions(build);
        assertThat(predicted.rows()).hasSize(3);
        for (List<String> row : predicted.rows()) {
            double[] raw = {
                number(predicted, row, "colour"),
                number(predicted, row, "magnitude"),
                model.inputs().get(2).levels().indexOf(row.get(0))
            };
            double[] outputs = model.outputs(raw);
            List<String> expected = new ArrayList<>(row.subList(0, 4));
            if (model.targets().get(0).isClass()) {
                expected.add(model.target().levels().get((int) model.predict(raw)));
                for (double probability : outputs) {
                    expected.add(Decimal.shortest(probability));
                }
            } else {
                for (int t = 0; t < outputs.length; t++) {
                    expected.add(Decimal.shortest(outputs[t]));
                    Optional<ResidualBand.Range> range = model.interval(raw, t);
                    expected.add(range.map(ends -> Decimal.shortest(ends.low())).orElse(""));
                    expected.add(
                            range.map(ends -> Decimal.shortest(ends.high())).orElse(""));
                }
            }
            assertThat(row.subList(0, row.size() - 3)).as(name).isEqualTo(expected);
            if (model.targets().size() == 1 && !model.target().isClass()) {
                assertThat(outputs[0]).isEqualTo(model.predict(raw));
            }
        }
        assertThat(predicted.header())
                .startsWith("field", "magnitude", "name", "colour")
                .containsAll(model.targets().stream().map(Target::name).toList())
                .endsWith("domain", "domainGrade", "domainMeasure");
    }

    private static double number(Csv table, List<String> row, String column) {
        return Double.parseDouble(row.get(table.column(column)));
    }

    private String ask(TestBuild build, String model) {
        Problems problems = build.pipeline()
                .predict(new PredictRequest(points(), Optional.empty(), Optional.of(model), List.of("name"), false));
        assertThat(problems.errors()).isEmpty();
        assertThat(problems.failures()).hasSize(1);
        return problems.failures().get(0);
    }

    private PredictRequest request() {
        return new PredictRequest(points(), Optional.empty(), Optional.empty(), List.of("name"), false);
    }

    private Path points() {
        return folder.resolve("points.csv");
    }

    private static Csv predictions(TestBuild build) throws IOException {
        return Csv.read(build.file("predictions.csv"));
    }

    private TestBuild build(String spec) throws IOException {
        return new TestBuild(folder).spec(spec);
    }

    private TestBuild trained(String spec) throws IOException {
        TestBuild build = build(spec);
        assertThat(build.pipeline().simulate()).isEqualTo(NONE);
        assertThat(build.pipeline().assemble()).isEqualTo(NONE);
        assertThat(build.pipeline().train()).isEqualTo(NONE);
        return build;
    }
}
