package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurrogateTest {

    private static final String INPUTS = """
            "inputs": [
              {"name": "k", "kind": "real", "log": true, "mean": 0.0, "deviation": 1.0, "min": 0.1, "max": 8.0},
              {"name": "profile", "kind": "category", "levels": ["plummer", "hernquist"]}],
            "target": {"name": "mergers", "count": true},
            """;

    private static final String POWER_LAW = "{\"schema\": 1, \"kind\": \"power-law\", " + INPUTS + """
            "link": "log", "retransformation": 1.5, "terms": [
              {"coefficient": 0.5, "factors": []},
              {"coefficient": 2.0, "factors": [{"input": "k", "power": 1}]},
              {"coefficient": -1.0, "factors": [{"input": "profile", "level": "hernquist"}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void aPowerLawIsAProductOfPowers() {
        Surrogate model = Surrogate.parse(POWER_LAW);

        assertThat(model.predict(new double[] {3, 0})).isCloseTo(1.5 * StrictMath.exp(0.5) * 9, within(1e-13));
        assertThat(model.predict(new double[] {3, 1})).isCloseTo(1.5 * StrictMath.exp(-0.5) * 9, within(1e-13));
        assertThat(model.kind()).isEqualTo("power-law");
        assertThat(model.targets()).containsExactly(Target.count("mergers"));
        assertThat(model.hasDeviation()).isFalse();
    }

    @Test
    void aClosedFormPredictsWhatItSays() {
        Surrogate model = Surrogate.parse("{\"schema\": 1, \"kind\": \"physics\", " + INPUTS
                + "\"formula\": \"0.5 * k ^ 2 + [profile = hernquist]\"}");

        assertThat(model.predict(Map.of("k", 3, "profile", "hernquist"))).isEqualTo(5.5);
        assertThatThrownBy(() -> model.predict(new double[] {3, 2})).hasMessageContaining("profile");
    }

    @Test
    void aModelFileWithoutADomainOrResidualsStaysReadable() {
        Surrogate model = Surrogate.parse(POWER_LAW);

        assertThat(model.reading(new double[] {3, 0})).isEmpty();
        assertThat(model.residualInterval(new double[] {3, 0}, .95)).isEmpty();
    }

    @Test
    void aModelFileTellsWhereItsTrainingRowsLieAndHowFarItErrs() {
        Surrogate model = Surrogate.parse(POWER_LAW.strip().replaceAll("}$", ", ") + """
                "domain": {
                  "inputs": [
                    {"name": "k", "log": true, "min": -1.0, "max": 1.0, "centre": 0.0, "scale": 0.5},
                    {"name": "profile", "levels": [0.0]}],
                  "covariance": [[1.0]],
                  "points": [[-2.0, 0.0], [0.0, 0.0], [2.0, 0.0]],
                  "limits": {"mahalanobis": {"limit": 2.0, "far": 4.0}, "neighbour": {"limit": 1.1, "far": 2.2}}},
                "residuals": {"count": true, "groups": 30, "intervals": [{"probability": 0.95, "halfWidth": 2.0}]}}
                """);

        assertThat(model.reading(new double[] {1.5, 0}).orElseThrow().position())
                .isEqualTo(Domain.Position.INSIDE);
        assertThat(model.reading(new double[] {1.5, 1}).orElseThrow().worst()).isEqualTo(Domain.Measure.LEVEL);
        assertThat(model.reading(new double[] {8, 0}).orElseThrow().position()).isEqualTo(Domain.Position.OUTSIDE);
        double mean = model.predict(new double[] {1.5, 0});
        assertThat(model.residualInterval(new double[] {1.5, 0}, .95))
                .contains(new ResidualBand.Range(
                        Math.max(0, mean - 2 * Math.sqrt(mean + .5)), mean + 2 * Math.sqrt(mean + .5)));
        assertThat(model.residualInterval(new double[] {1.5, 0}, .9)).isEmpty();
    }

    @Test
    void theVarianceOfAGaussianProcessIsGradedIfTheFileHasABandForIt() {
        String domain = """
                , "domain": {
                  "inputs": [
                    {"name": "k", "log": true, "min": -1.0, "max": 1.0, "centre": 0.0, "scale": 0.5},
                    {"name": "profile", "levels": [0.0]}],
                  "covariance": [[1.0]],
                  "points": [[0.0, 0.0]],
                  "limits": {"mahalanobis": {"limit": 9.0, "far": 18.0}, "neighbour": {"limit": 9.0, "far": 18.0}
                """;
        String model = GAUSSIAN_PROCESS.strip().replaceAll("}$", Matcher.quoteReplacement(domain));
        double[] at = {2, 0};

        assertThat(Surrogate.parse(model + "}}}").reading(at).orElseThrow().grades())
                .doesNotContainKey(Domain.Measure.VARIANCE);
        Surrogate graded = Surrogate.parse(model + ", \"variance\": {\"limit\": 0.01, \"far\": 1.0}}}}");
        double ratio = graded.latentCovariance(new double[][] {at})[0][0] / 4;
        assertThat(graded.reading(at).orElseThrow().grades().get(Domain.Measure.VARIANCE))
                .isCloseTo(1 + (ratio - 0.01) / 0.99, within(1e-12));
    }

    @Test
    void noRoundingTakesTheEndsOfARangeOutOfIt() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian() * 10;
            DomainInput input = new DomainInput(false, Math.min(a, b), Math.max(a, b), 0, 1, Set.of());
            assertThat(input.eccentricity(a)).isLessThanOrEqualTo(1);
            assertThat(input.eccentricity(b)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theIntervalOfAModelWithoutVarianceIsThatOfItsResiduals() {
        Surrogate model = Surrogate.parse(POWER_LAW.strip().replaceAll("}$", ", ") + """
                "residuals": {"count": true, "groups": 30, "intervals": [{"probability": 0.95, "halfWidth": 2.0}]}}
                """);

        assertThat(model.interval(new double[] {1.5, 0}, 0))
                .isEqualTo(model.residualInterval(new double[] {1.5, 0}, .95))
                .isPresent();
        assertThat(Surrogate.parse(POWER_LAW).interval(new double[] {1.5, 0}, 0))
                .isEmpty();
    }

    @Test
    void theIntervalOfAGaussianProcessHasItsNoiseAndStaysAboveZeroWhereItCounts() {
        String noisy = GAUSSIAN_PROCESS.replace("\"mean\": 7.0", "\"mean\": 7.0, " + NOISE);
        Surrogate count = Surrogate.parse(noisy);
        Surrogate real = Surrogate.parse(noisy.replace("\"count\": true", "\"count\": false"));
        double[] far = {1e12, 0};

        double half = 1.959963984540054 * real.observationDeviation(far);
        assertThat(real.interval(far, 0))
                .contains(new ResidualBand.Range(real.predict(far) - half, real.predict(far) + half));
        assertThat(real.observationDeviation(far)).isGreaterThan(real.latentDeviation(far));
        Surrogate low = Surrogate.parse(noisy.replace("\"mean\": 7.0", "\"mean\": 1.0"));
        assertThat(low.interval(far, 0).orElseThrow().low()).isZero();
        assertThat(count.interval(far, 0).orElseThrow().low()).isPositive();
    }

    @Test
    void eachOfSeveralTargetsHasTheIntervalOfItsOwnModel() {
        String noisy = GAUSSIAN_PROCESS.replace("\"mean\": 7.0", "\"mean\": 7.0, " + NOISE);
        Surrogate both = Surrogate.parse("{\"schema\": 1, \"kind\": \"gaussian-process\", "
                + INPUTS.replace(
                        "\"target\": {\"name\": \"mergers\", \"count\": true}",
                        "\"targets\": [{\"name\": \"mergers\", \"count\": true}, {\"name\": \"later\", \"count\": true}]")
                + "\"parts\": [" + noisy + ", " + noisy.replace("\"mean\": 7.0", "\"mean\": 9.0") + "]}");
        double[] at = {1.5, 1};

        assertThat(both.interval(at, 0)).isEqualTo(Surrogate.parse(noisy).interval(at, 0));
        assertThat(both.interval(at, 1)).isNotEqualTo(both.interval(at, 0)).isPresent();
    }

    @Test
    void aFileThatWasChangedSinceItWasWrittenIsRefused() throws Exception {
        String blank = POWER_LAW.strip().replaceAll("}$", ", \"digest\": \"" + Surrogate.NO_DIGEST + "\"}");
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(blank.getBytes(StandardCharsets.UTF_8)));
        String whole = blank.replace(Surrogate.NO_DIGEST, digest);

        assertThat(Surrogate.parse(whole).predict(new double[] {3, 0}))
                .isEqualTo(Surrogate.parse(POWER_LAW).predict(new double[] {3, 0}));
        assertThatThrownBy(() -> Surrogate.parse(whole.replace("\"coefficient\": 2.0", "\"coefficient\": 2.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This model file was changed since it was written: its digest is " + digest)
                .hasMessageNotContaining("\n");
    }

    @Test
    void namedValuesPredictTheSameBitsAsARow() {
        Surrogate model = Surrogate.parse(POWER_LAW);

        assertThat(model.predict(Map.of("k", 2.7, "profile", "hernquist")))
                .isEqualTo(model.predict(new double[] {2.7, 1}));
    }

    @Test
    void namedValuesThatDoNotFitTheInputsAreRefusedByName() {
        Surrogate model = Surrogate.parse(POWER_LAW);

        assertThatThrownBy(() -> model.predict(Map.of("k", 2.7))).hasMessageContaining("'profile' is missing");
        assertThatThrownBy(() -> model.predict(Map.of("k", 2.7, "profile", "king")))
                .hasMessageContaining("'profile' must be one of [plummer, hernquist], not king");
        assertThatThrownBy(() -> model.predict(Map.of("k", "2.7", "profile", "plummer")))
                .hasMessageContaining("'k' must be a number");
        assertThatThrownBy(() -> model.predict(Map.of("k", 2.7, "profile", "plummer", "N", 3)))
                .hasMessageContaining("no input 'N'");
    }

    @Test
    void aGaussianProcessReturnsToItsMeanAndItsSignalFarAway() {
        Surrogate model = gaussianProcess(7);

        double[] far = {1e12, 0};
        assertThat(model.predict(far)).isCloseTo(7, within(1e-12));
        assertThat(model.latentDeviation(far)).isCloseTo(2, within(1e-12));
        assertThat(model.latentDeviation(new double[] {1, 0})).isLessThan(0.1);
    }

    @Test
    void aCountIsNeverPredictedBelowZero() {
        assertThat(gaussianProcess(-100).predict(new double[] {1, 0})).isZero();
    }

    @Test
    void manyThreadsSeeTheSameBits() {
        Surrogate model = gaussianProcess(7);

        assertThat(IntStream.range(0, 1000)
                        .parallel()
                        .mapToDouble(i -> model.latentDeviation(new double[] {1.5, 0}))
                        .distinct()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onlyAGaussianProcessKnowsItsDeviation() {
        assertThatThrownBy(() -> Surrogate.parse(POWER_LAW).latentDeviation(new double[] {1, 0}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("power-law");
    }

    @Test
    void aGaussianProcessOfAnOldFileDoesNotKnowItsNoise() {
        assertThat(gaussianProcess(7).hasNoise()).isFalse();
        assertThatThrownBy(() -> gaussianProcess(7).observationDeviation(new double[] {1, 0}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("train it again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"sum\": []}|\"sum\" is empty",
                "{\"sum\": [{\"kernel\": \"oracle\", \"lengthScales\": [1.0, 1.0]}]}|'oracle' is no stationary kernel",
                "{\"product\": [{\"kernel\": \"linear\", \"lengthScales\": [1.0, 0.0]}]}|a length scale is not above 0",
                "{\"product\": [{\"kernel\": \"linear\", \"lengthScales\": [1.0]}]}|has 1 numbers where 2 are needed"
            })
    void aWrongKernelIsRefused(String kernel, String complaint) {
        assertThatThrownBy(() -> Surrogate.parse(GAUSSIAN_PROCESS.replace("\"rbf\"", kernel)))
                .hasMessageContaining("This model file is damaged: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void aSlopeOfAColumnThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Surrogate.parse(GAUSSIAN_PROCESS.replace(
                        "\"mean\": 7.0", "\"mean\": 7.0, \"trend\": [{\"column\": 3, \"slope\": 1.0}]")))
                .hasMessageContaining("a slope belongs to column 3.0 of 3");
    }

    @Test
    void aFileIsReadAndABrokenOneNamed() throws IOException {
        Path good = Files.writeString(folder.resolve("good.json"), POWER_LAW);
        Path broken = Files.writeString(folder.resolve("broken.json"), POWER_LAW.substring(0, 300));
        Path binary = Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(Surrogate.read(good).inputs()).hasSize(2);
        assertThatThrownBy(() -> Surrogate.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.json: This is no model file: it is not JSON: ");
        assertThatThrownBy(() -> Surrogate.read(binary))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("binary.json is no model file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"schema\": 1|\"schema\": 2|This model file has schema 2, of which",
                "\"schema\": 1|\"schema\": 0|unknown schema 0.0",
                "\"schema\": 1,||has no \"schema\"",
                "\"power-law\"|\"oracle\"|\"oracle\" is no kind of model",
                "\"link\": \"log\"|\"link\": \"logit\"|neither \"identity\" nor \"log\"",
                "\"retransformation\": 1.5,||\"retransformation\" is missing",
                "\"mean\": 0.0|\"mean\": \"0\"|\"mean\" is not a number",
                "\"deviation\": 1.0|\"deviation\": 0.0|cannot be scaled",
                "\"power\": 1|\"power\": 0.5|a whole number",
                "\"level\": \"hernquist\"|\"level\": \"king\"|a level that 'profile' does not have",
                "{\"input\": \"k\"|{\"input\": \"N\"|uses 'N', which is no input",
                "\"count\": true|\"count\": true, \"count\": true|stands twice in line",
                "\"min\": 0.1|\"min\": 01|is missing in line",
                "\"min\": 0.1|\"min\": 1e999|too large in line"
            })
    void aWrongModelFileIsRefusedInOneClearSentence(String right, String wrong, String complaint) {
        String text = POWER_LAW.replace(right, wrong == null ? "" : wrong);

        assertThat(text).isNotEqualTo(POWER_LAW);
        assertThatThrownBy(() -> Surrogate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("\n");
    }

    private static final String GAUSSIAN_PROCESS = "{\"schema\": 1, \"kind\": \"gaussian-process\", " + INPUTS
            + "\"kernel\": \"rbf\", \"signalVariance\": 4.0, \"lengthScales\": [1.0, 2.0], \"mean\": 7.0"
            + ", \"trainingInputs\": [[0.0, 1.0, 0.0], [0.7, 0.0, 1.0]], \"noiseVariances\": [0.001, 0.002],"
            + " \"alpha\": [1.0, -1.0]}";

    private static final String NOISE = "\"nugget\": 0.5, \"dispersion\": 0.1";

    private static Surrogate gaussianProcess(double mean) {
        return Surrogate.parse(GAUSSIAN_PROCESS.replace("\"mean\": 7.0", "\"mean\": " + mean));
    }
}
