package io.github.nbodylab.experiment.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.spec.Validate.Study;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.worker.Heard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyJobTest {

    /** Revision of the stage to the digest of its file. */
    private static final Map<Integer, String> GOLDEN =
            Map.of(1, "dedcef1fc30e8ed2b2ae69821846b9e7317c7a34573fc36668992605e374ea76");

    private static final Set<Study> ALL = EnumSet.allOf(Study.class);
    private static final List<ModelSpec> LADDER =
            List.of(new ModelSpec.Constant(), new ModelSpec.PowerLaw(), new ModelSpec.Polynomial(2));

    @TempDir
    Path folder;

    private static ExperimentSpec spec(List<ModelSpec> models, Set<Study> studies) {
        ExperimentSpec spec = Experiments.spec(
                Experiments.spec().trainingSet(),
                new Train(models, 4, Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));
        return new ExperimentSpec(
                spec.name(),
                spec.version(),
                spec.title(),
                spec.question(),
                spec.seed(),
                spec.units(),
                spec.origin(),
                spec.trainingSet(),
                spec.train(),
                new Validate(List.of(), studies, 1e-9));
    }

    private JsonNode study(ExperimentSpec spec, String output) throws Exception {
        StudyJob.study(spec, folder, folder.resolve(output), new Heard());
        return Json.read(folder.resolve(output).resolve("studies.json"));
    }

    private void counts(int points) throws Exception {
        Experiments.simulate(folder, points, 3);
        Experiments.assemble(Experiments.spec(), folder);
        TrainJob.train(spec(LADDER, ALL), folder, folder, new Heard());
    }

    @Test
    void theSameRowsHaveTheSameBytesWhateverThreadsAndLocaleAsLongAsTheRevisionStays() throws Exception {
        counts(40);
        study(spec(LADDER, ALL), "a");
        Locale before = Locale.getDefault();
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            one.submit(() -> study(spec(LADDER, ALL), "b")).get();
        } finally {
            Locale.setDefault(before);
            one.shutdown();
        }

        assertThat(folder.resolve("b/studies.json")).hasSameBinaryContentAs(folder.resolve("a/studies.json"));
        assertThat(Digest.of(folder.resolve("a/studies.json")))
                .as("raise the revision of the stage when its results change")
                .isEqualTo(GOLDEN.get(StudyJob.STAGE.revision()));
    }

    @Test
    void heldOutRowsHaveNoInfluence() throws Exception {
        counts(40);
        study(spec(LADDER, ALL), "a");
        Path table = folder.resolve("trainingset.csv");
        Files.writeString(table, Files.readString(table).replaceAll("(,test,.*,)\\d+\n", "$199\n"));
        study(spec(LADDER, ALL), "b");

        assertThat(Files.readString(table)).contains(",99\n");
        assertThat(folder.resolve("b/studies.json")).hasSameBinaryContentAs(folder.resolve("a/studies.json"));
    }

    @Test
    void fitsToTheRowsAsTheyAreHaveTheErrorsOfTheTraining() throws Exception {
        counts(40);
        JsonNode studies = study(spec(LADDER, ALL), "out");
        JsonNode trained = Json.read(folder.resolve("training.json")).at("/models/1");

        assertThat(studies.path("model").asText())
                .isEqualTo(trained.path("name").asText())
                .isEqualTo("power-law");
        assertThat(studies.path("error").asText()).isEqualTo("rmse");
        assertThat(studies.at("/contamination/unchanged/validation/value").asDouble())
                .isCloseTo(trained.at("/crossValidation/rmse/value").asDouble(), within(1e-12));
    }

    @Test
    void aLearningCurveEndsAtTheCrossValidation() throws Exception {
        counts(64); // 48 to train on, 36 in every fit of 4 folds
        JsonNode curve = study(spec(LADDER, ALL), "out").path("learningCurve");

        assertThat(curve.path("points"))
                .extracting(point -> point.path("groups").asInt())
                .containsExactly(4, 6, 9, 13, 18, 25, 36);
        assertThat(curve.at("/points/6/validation/value").asDouble())
                .isCloseTo(
                        Json.read(folder.resolve("training.json"))
                                .at("/models/1/crossValidation/rmse/value")
                                .asDouble(),
                        within(1e-12));
        assertThat(curve.at("/points/6/validation/low").asDouble())
                .isLessThan(curve.at("/points/6/validation/high").asDouble());
        assertThat(curve.path("noise").asDouble()).isPositive();
    }

    @Test
    void anInputThatMattersIsMissedAndOneThatDoesNotIsNot() throws Exception {
        counts(40); // mergers depend on k and time, not on N or the profile
        JsonNode points = study(spec(LADDER, ALL), "out").at("/droppedInputs/points");

        assertThat(points)
                .extracting(point -> point.path("input").asText())
                .containsExactly("particles", "captureNumber", "profile", "time");
        assertThat(points)
                .extracting(point -> point.at("/excess/low").asDouble() > 0)
                .containsExactly(false, true, false, true);
    }

    @Test
    void flippedClassesRaiseTheError() throws Exception {
        Experiments.simulate(folder, 40, 3);
        Experiments.assembleClasses(folder);
        ExperimentSpec spec = spec(Experiments.CLASSIFIERS.subList(0, 2), ALL);
        TrainJob.train(spec, folder, folder, new Heard());
        JsonNode studies = study(spec, "out");

        assertThat(studies.path("error").asText()).isEqualTo("log-loss");
        assertThat(studies.at("/contamination/how").asText()).isEqualTo("flipped");
        assertThat(studies.at("/contamination/points/2/excess/low").asDouble()).isPositive();
        assertThat(studies.at("/learningCurve/points/6").has("validation")).isTrue();
    }

    @Test
    void whatCannotBeStudiedIsSkippedWithItsReason() throws Exception {
        counts(16); // 12 to train on, 9 in every fit
        JsonNode few = study(spec(LADDER, ALL), "few");
        assertThat(few.at("/learningCurve/skipped").asText())
                .contains("has 9 groups")
                .endsWith("a curve needs 16");
        assertThat(few.path("droppedInputs").has("skipped")).isFalse();

        ObjectNode training = (ObjectNode) Json.read(folder.resolve("training.json"));
        Json.write(folder.resolve("training.json"), training.put("chosen", "constant"));
        JsonNode constant = study(spec(LADDER, ALL), "constant");
        assertThat(StreamSupport.stream(constant.spliterator(), false).filter(JsonNode::isObject))
                .hasSize(3)
                .allMatch(study -> study.path("skipped").asText().contains("constant is chosen"));
    }

    @Test
    void aFitThatFailsLeavesItsReasonAndTheOthersGoOn() throws Exception {
        counts(40); // 30 to train on, 22 in every fit: 3 points at the first step
        ExperimentSpec spec = spec(List.of(new ModelSpec.Polynomial(3)), Validate.DEFAULT_STUDIES);
        TrainJob.train(spec, folder, folder, new Heard());
        JsonNode studies = study(spec, "out");

        assertThat(studies.at("/learningCurve/points/0/failure").asText()).startsWith("without fold 1 of 4, it has ");
        assertThat(studies.at("/learningCurve/points/6").has("validation")).isTrue();
        assertThat(studies.has("contamination")).isFalse();
    }
}
