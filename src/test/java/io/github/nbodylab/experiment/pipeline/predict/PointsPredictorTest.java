package io.github.nbodylab.experiment.pipeline.predict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsPredictorTest {

    private static final String INPUTS = """
            "inputs": [
              {"name": "k", "kind": "real", "log": true, "mean": 0.0, "deviation": 1.0, "min": 0.5, "max": 2.0},
              {"name": "profile", "kind": "category", "levels": ["plummer", "hernquist", "king"]}],
            """;

    /** From k = 1/2 to 2; no training row has a King profile. */
    private static final String DOMAIN = """
            "domain": {
              "inputs": [
                {"name": "k", "log": true, "min": -0.6931471805599453, "max": 0.6931471805599453, "centre": 0.0,
                 "scale": 0.5},
                {"name": "profile", "levels": [0.0, 1.0]}],
              "covariance": [[1.0]],
              "points": [[-1.4, 0.0], [0.0, 0.0], [1.4, 0.0], [-1.4, 1.0], [0.0, 1.0], [1.4, 1.0]],
              "limits": {"mahalanobis": {"limit": 2.0, "far": 4.0}, "neighbour": {"limit": 1.1, "far": 2.2}}},
            """;

    private static final String COUNT = "{\"schema\": 1, \"kind\": \"power-law\", " + INPUTS + DOMAIN + """
            "target": {"name": "mergers", "count": true},
            "residuals": {"count": true, "groups": 30, "intervals": [{"probability": 0.95, "halfWidth": 2.0}]},
            "link": "log", "retransformation": 1.5, "terms": [
              {"coefficient": 0.5, "factors": []},
              {"coefficient": 2.0, "factors": [{"input": "k", "power": 1}]},
              {"coefficient": -1.0, "factors": [{"input": "profile", "level": "hernquist"}]}]}
            """;

    private static final String CLASSES = "{\"schema\": 1, \"kind\": \"logistic\", " + INPUTS + DOMAIN + """
            "target": {"name": "fate", "levels": ["merges", "stays"]},
            "terms": [
              {"coefficients": [0.5, 0.0], "factors": []},
              {"coefficients": [2.0, 0.0], "factors": [{"input": "k", "power": 1}]}]}
            """;

    private static final String SEVERAL = "{\"schema\": 1, \"kind\": \"physics\", " + INPUTS + DOMAIN
            + """
            "targets": [{"name": "x", "count": false}, {"name": "y", "count": false}],
            "parts": [%s, %s]}
            """.formatted(part("x", "2 * k"), part("y", "k ^ 2"));

    private static String part(String target, String formula) {
        return "{\"kind\": \"physics\", " + INPUTS + "\"target\": {\"name\": \"" + target
                + "\", \"count\": false}, \"formula\": \"" + formula + "\"}";
    }

    @TempDir
    Path folder;

    @Test
    void aCountHasItsMeanItsIntervalAndItsPlaceInTheSameBitsAsTheModelItself() throws Exception {
        Surrogate model = Surrogate.parse(COUNT);
        PredictedPoints points = predict(COUNT, "k,profile\n1.1,plummer\n0.7,hernquist\n");

        assertThat(points).isEqualTo(new PredictedPoints(2, 0, 0, true));
        Csv written = written();
        assertThat(written.header())
                .containsExactly(
                        "k",
                        "profile",
                        "mergers",
                        "mergers_low",
                        "mergers_high",
                        "domain",
                        "domainGrade",
                        "domainMeasure");
        double[] raw = {0.7, 1};
        ResidualBand.Range range = model.residualInterval(raw, 0.95).orElseThrow();
        assertThat(written.rows().get(1))
                .containsExactly(
                        "0.7",
                        "hernquist",
                        Decimal.shortest(model.predict(raw)),
                        Decimal.shortest(range.low()),
                        Decimal.shortest(range.high()),
                        "inside",
                        Decimal.shortest(model.reading(raw).orElseThrow().grade()),
                        model.reading(raw).orElseThrow().worst().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aClassHasTheMostProbableOneAndTheProbabilityOfEach() throws Exception {
        Surrogate model = Surrogate.parse(CLASSES);
        predict(CLASSES, "k,profile\n1.1,plummer\n0.51,plummer\n");

        assertThat(written().header().subList(2, 5)).containsExactly("fate", "fate_merges", "fate_stays");
        double[] probabilities = model.probabilities(new double[] {0.51, 0});
        assertThat(written().rows().get(1).subList(2, 5))
                .containsExactly("stays", Decimal.shortest(probabilities[0]), Decimal.shortest(probabilities[1]));
        assertThat(written().rows().get(0).get(2)).isEqualTo("merges");
    }

    @Test
    void severalTargetsHaveAllTheirColumnsAndNoEndsWhereTheModelKnowsNone() throws Exception {
        PredictedPoints points = predict(SEVERAL, "k,profile\n1.5,plummer\n");

        assertThat(points.bounded()).isFalse();
        assertThat(written().header().subList(2, 8)).containsExactly("x", "x_low", "x_high", "y", "y_low", "y_high");
        assertThat(written().rows().get(0).subList(2, 8)).containsExactly("3.0", "", "", "2.25", "", "");
    }

    @Test
    void columnsStandInAnyOrderAndAreCopiedInTheirs() throws Exception {
        predict(COUNT, "k,profile\n1.1,hernquist\n");
        List<String> usual = written().rows().get(0);
        predict(COUNT, "profile,k\nhernquist,1.1\n");

        assertThat(written().header().subList(0, 2)).containsExactly("profile", "k");
        assertThat(written().rows().get(0).subList(2, 8)).isEqualTo(usual.subList(2, 8));
    }

    @Test
    void columnsToBeCarriedAreCopiedAsTheyAre() throws Exception {
        predict(COUNT, "name,k,profile,note\n\"a, b\",1.10,plummer,\n", "note", "name");

        assertThat(written().header().subList(0, 4)).containsExactly("name", "k", "profile", "note");
        assertThat(written().rows().get(0).subList(0, 4)).containsExactly("a, b", "1.10", "plummer", "");
    }

    @Test
    void allThatIsWrongWithTheHeaderAndTheCellsIsToldAtOnceAndNothingIsWritten() {
        assertThat(refusal(COUNT, """
                        kk,k,profile,id,id
                        1,1e0,king,a,b
                        1,one,plumer,a,b
                        1,,spherical,a,b
                        1,NaN,,a,b
                        1,inf,plummer,a,b
                        1,1,plummer,a
                        1,0x1p3,plummer,a,b
                        """, "nothing").lines())
                .containsExactly(
                        file() + ":1: kk: no input of the model has this name; the inputs are k, profile; to have it"
                                + " copied, name it in -Dexperiment.carry",
                        file() + ":1: id: 2 columns have this name; give each a name of its own",
                        file() + ":1: nothing: experiment.carry names this column, which is not there; there are kk, k,"
                                + " profile, id, id",
                        file() + ":3: k: 'one' is no finite number; write a decimal number with a point, in the unit of"
                                + " trainingset.csv",
                        file() + ":3: profile: 'plumer' is no word that the model knows; did you mean 'plummer'?",
                        file()
                                + ":4: k: the value is missing; give it, or leave the point out: the model was trained on"
                                + " rows that have it",
                        file() + ":4: profile: 'spherical' is no word that the model knows; it is one of plummer,"
                                + " hernquist, king",
                        file()
                                + ":5: k: the value is missing; give it, or leave the point out: the model was trained on"
                                + " rows that have it",
                        file() + ":5: profile: the value is missing; give it, or leave the point out: the model was"
                                + " trained on rows that have it",
                        file() + ":6: k: 'inf' is no finite number; write a decimal number with a point, in the unit of"
                                + " trainingset.csv",
                        file() + ":7: it has 4 cells under 5 names; give each name one, and put texts with commas in"
                                + " quotes",
                        file()
                                + ":8: k: '0x1p3' is no finite number; write a decimal number with a point, in the unit of"
                                + " trainingset.csv");
    }

    @Test
    void aMissingColumnIsToldWithTheOneThatMayBeMeant() {
        assertThat(refusal(COUNT, "k,profil\n1,plummer\n").lines())
                .containsExactly(
                        file() + ":1: profile: this input of the model has no column; is it 'profil'?",
                        file() + ":1: profil: no input of the model has this name; did you mean 'profile'? To have it"
                                + " copied, name it in -Dexperiment.carry");
        assertThat(refusal(COUNT, "k\n1\n"))
                .isEqualTo(file()
                        + ":1: profile: this input of the model has no column; add one with a value for every point");
    }

    @Test
    void aNumberThatTheModelCannotSeeIsToldWithItsLine() {
        assertThat(refusal(COUNT, "k,profile\n1,plummer\n-1,plummer\n"))
                .isEqualTo(file() + ":3: the input 'k' must be above 0 because the model sees its logarithm, not -1.0;"
                        + " correct the value, or leave the point out");
    }

    @Test
    void ofManyComplaintsTheFirstTwentyAreToldAndTheOthersCounted() {
        String refusal = refusal(COUNT, "k,profile\n" + "one,plummer\n".repeat(20_000));

        assertThat(refusal.lines()).hasSize(21).last().isEqualTo("and 19980 more");
    }

    @Test
    void aColumnMayNotHaveTheNameOfOneThatIsWritten() {
        assertThat(refusal(COUNT, "k,profile,mergers\n1,plummer,2\n", "mergers"))
                .isEqualTo(file()
                        + ":1: mergers: a column of this name is to be written; give this one another, or leave it"
                        + " out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it has no line, not even a header",
                "k;profile|its cells are not separated by commas",
                "1,2|its first line has numbers only",
                "k,profile|it has no points under its header",
            })
    void aFileThatIsNoTableOfPointsIsTold(String text, String problem) {
        assertThat(refusal(COUNT, text + "\n")).startsWith(file() + ": " + problem);
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws IOException {
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> predictor(COUNT, false).predict(none, output()))
                .isInstanceOf(PointsException.class)
                .hasMessage(
                        none + ": there is no such file that can be read; correct -Dexperiment.input, or put it there");
        Files.write(file(), new byte[] {'k', ',', (byte) 0xff, '\n'});
        assertThatThrownBy(() -> predictor(COUNT, false).predict(file(), output()))
                .isInstanceOf(PointsException.class)
                .hasMessage(file() + ": it is no text in UTF-8; save it as UTF-8");
        Files.writeString(file(), "k,profile\n1,\"plummer\n");
        assertThatThrownBy(() -> predictor(COUNT, false).predict(file(), output()))
                .isInstanceOf(PointsException.class)
                .hasMessageStartingWith(file() + ": line ");
    }

    @Test
    void pointsOutsideAreRefusedWithTheInputThatLeavesItsRange() {
        assertThat(refusal(COUNT, "k,profile\n1,plummer\n8,plummer\n1,king\n").lines())
                .containsExactly(
                        "2 of 3 points lie outside of the training set, where the model only guesses:",
                        file() + ":3: k is 8.0, and was trained from 0.5 to 2.0",
                        file() + ":4: no training row has the profile 'king'",
                        "Simulate more there and train again, or leave them out; -Dexperiment.extrapolate writes them all"
                                + " the same, marked as outside.");
    }

    @Test
    void aPointInAHoleOfTheTrainingSetIsRefusedAlthoughEachInputIsInItsRange() {
        String hollow = COUNT.replace("[0.0, 0.0], ", "")
                .replace("[0.0, 1.0], ", "")
                .replace("1.1, \"far\": 2.2", "0.1, \"far\": 0.2");
        assertThat(refusal(hollow, "k,profile\n1,plummer\n"))
                .contains(
                        ":2: each input is within its range, but all together are too far from the nearest training row"
                                + " (grade ");
    }

    @Test
    void ofManyPointsOutsideTheFirstFiveAreTold() {
        assertThat(refusal(COUNT, "k,profile\n" + "9,plummer\n".repeat(7)).lines())
                .hasSize(1 + 5 + 1 + 1)
                .contains("and 2 more");
    }

    @Test
    void whoeverExtrapolatesGetsThePointsMarked() throws Exception {
        PredictedPoints points = new PointsPredictor(Surrogate.parse(COUNT), List.of(), true)
                .predict(write("k,profile\n1,plummer\n2.02,plummer\n8,plummer\n1,king\n"), output());

        assertThat(points).isEqualTo(new PredictedPoints(1, 1, 2, true));
        assertThat(written().rows())
                .extracting(row -> row.get(5))
                .containsExactly("inside", "edge", "outside", "outside");
        assertThat(written().rows().get(2).get(2))
                .isEqualTo(Decimal.shortest(Surrogate.parse(COUNT).predict(new double[] {8, 0})));
    }

    @Test
    void aValueMayBeMissingWhereTheModelWasTrainedOnRowsThatMissIt() throws Exception {
        String imputing = COUNT.replace("\"link\"", "\"missing\": {\"k\": 1.25}, \"link\"");
        predict(imputing, "k,profile\n,plummer\nNA,plummer\n1.25,plummer\n");

        assertThat(written().rows())
                .extracting(row -> row.subList(1, 8))
                .allMatch(written().rows().get(0).subList(1, 8)::equals);
        assertThat(refusal(imputing, "k,profile\n,\n")).startsWith(file() + ":2: profile: the value is missing");
    }

    @Test
    void theSamePointsAreTheSameBytesInAnyNumberOfThreads() throws Exception {
        Path points = write("k,profile\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(i -> (0.5 + i * 7e-5) + (i % 3 == 0 ? ",plummer\n" : ",hernquist\n"))
                        .collect(Collectors.joining()));
        predictor(COUNT, false).predict(points, folder.resolve("a.csv"));
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            one.submit(() -> predictor(COUNT, false).predict(points, folder.resolve("b.csv")))
                    .get();
        } finally {
            one.shutdown();
        }

        assertThat(folder.resolve("b.csv")).hasSameBinaryContentAs(folder.resolve("a.csv"));
        List<List<String>> rows = Csv.read(folder.resolve("a.csv")).rows();
        assertThat(rows).hasSize(20_000);
        Surrogate model = Surrogate.parse(COUNT);
        for (List<String> row : rows) {
            Map<String, Object> point = Map.of("k", Double.valueOf(row.get(0)), "profile", row.get(1));
            assertThat(Double.parseDouble(row.get(2))).isEqualTo(model.predict(point));
        }
    }

    @Test
    void aPackedFileIsReadAndCommentsAndEmptyLinesCountForTheNumbersOfLinesOnly() throws Exception {
        Path packed = folder.resolve("points.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("\uFEFFk,profile\r\n# twice as far\r\n\r\n8,plummer\r\n".getBytes(UTF_8));
        }
        assertThatThrownBy(() -> predictor(COUNT, false).predict(packed, output()))
                .hasMessageContaining("points.csv.gz:4: k is 8.0");
    }

    @Test
    void anEarlierOutputStaysAsItWasWhenPointsAreRefused() throws Exception {
        predict(COUNT, "k,profile\n1,plummer\n");
        String before = Files.readString(output());
        assertThatThrownBy(() -> predict(COUNT, "k,profile\none,plummer\n")).isInstanceOf(PointsException.class);

        assertThat(output()).hasContent(before);
        assertThat(folder.resolve("predicted.csv.tmp")).doesNotExist();
    }

    private PredictedPoints predict(String model, String points, String... carried)
            throws PointsException, IOException {
        return new PointsPredictor(Surrogate.parse(model), List.of(carried), false).predict(write(points), output());
    }

    /** Why points are refused; nothing is written then. */
    private String refusal(String model, String points, String... carried) {
        boolean before = Files.exists(output());
        PointsException refusal = catchThrowableOfType(PointsException.class, () -> predict(model, points, carried));
        assertThat(Files.exists(output())).isEqualTo(before);
        assertThat(folder.resolve("predicted.csv.tmp")).doesNotExist();
        return refusal.getMessage();
    }

    private static PointsPredictor predictor(String model, boolean extrapolate) {
        return new PointsPredictor(Surrogate.parse(model), List.of(), extrapolate);
    }

    private Path write(String points) throws IOException {
        return Files.writeString(file(), points);
    }

    private Path file() {
        return folder.resolve("points.csv");
    }

    private Path output() {
        return folder.resolve("predicted.csv");
    }

    private Csv written() throws IOException {
        return Csv.read(output());
    }
}
