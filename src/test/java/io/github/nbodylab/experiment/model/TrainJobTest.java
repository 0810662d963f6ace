package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.Train;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainJobTest {

    /** Revision of the stage to the digest of all models and what training found. */
    private static final Map<Integer, String> GOLDEN =
            Map.of(6, "50c92a55c5216bd61ffa5a673394fde6e2dcd92e1b610e5cb0d3e857bcec06a3");

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @BeforeEach
    void trainingSet() throws Exception {
        Experiments.simulate(folder, 16, 3);
        Experiments.assemble(Experiments.spec(), folder);
    }

    @Test
    void theSameRowsHaveTheSameBytesWhateverThreadsAndLocaleAsLongAsTheRevisionStays() throws Exception {
        TrainJob.train(Experiments.spec(), folder, folder.resolve("a"), heard);
        Locale before = Locale.getDefault();
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            one.submit(() -> {
                        TrainJob.train(Experiments.spec(), folder, folder.resolve("b"), heard);
                        return true;
                    })
                    .get();
        } finally {
            Locale.setDefault(before);
            one.shutdown();
        }

        assertThat(digest("b")).isEqualTo(digest("a"));
        assertThat(digest("a"))
                .as("raise the revision of the stage when its results change")
                .isEqualTo(GOLDEN.get(Trainer.STAGE.revision()));
    }

    @Test
    void theSimplestSufficientModelOfAPowerLawIsThePowerLaw() throws Exception {
        TrainJob.train(Experiments.spec(), folder, folder, heard);

        JsonNode training = Json.read(folder.resolve("training.json"));
        assertThat(training.path("chosen").asText()).isEqualTo("power-law");
        assertThat(training.path("why").asText()).contains("power-law");
        assertThat(training.path("models"))
                .extracting(model -> model.path("name").asText())
                .containsExactly("constant", "power-law", "polynomial", "gaussian-process");
        assertThat(training.path("models").get(0).path("withinOneStandardError").asBoolean())
                .isFalse();
        double rmse = training.at("/models/1/crossValidation/rmse/value").asDouble();
        assertThat(rmse)
                .isLessThan(training.at("/models/0/crossValidation/rmse/value").asDouble());
        for (JsonNode model : training.path("models")) {
            Path file = folder.resolve("models").resolve(model.path("name").asText() + ".json");
            assertThat(Surrogate.read(file).kind()).isEqualTo(model.path("name").asText());
        }
        assertThat(Json.read(folder.resolve("timing.json")).path("models")).hasSize(4);
        assertThat(heard.lines())
                .anyMatch(line -> line.startsWith("info power-law") && line.endsWith("chosen"))
                .anyMatch(line ->
                        line.startsWith("warn polynomial: it has 13 parameters, more than the 12 groups of rows"));
    }

    @Test
    void onlyAGaussianProcessIsJudgedByItsIntervalsToo() throws Exception {
        TrainJob.train(Experiments.spec(), folder, folder, heard);

        JsonNode models = Json.read(folder.resolve("training.json")).path("models");
        assertThat(models.get(0).path("crossValidation").has("coverage95")).isFalse();
        assertThat(models.get(3).at("/crossValidation/coverage95/value").asDouble())
                .isBetween(0.8, 1.0);
    }

    @Test
    void heldOutRowsHaveNoInfluence() throws Exception {
        haveNoInfluence("(,test,.*,)\\d+\n", "$199\n", ",99\n");
    }

    @Test
    void rowsBeyondTheBoundsHaveNoInfluence() throws Exception {
        TrainingSet all = Experiments.spec().trainingSet();
        Experiments.assemble(
                Experiments.spec(
                        all.within(new TreeMap<>(
                                Map.of("captureNumber", new TrainingSet.Bounds(Double.NEGATIVE_INFINITY, 2)))),
                        Experiments.spec().train()),
                folder);
        haveNoInfluence("(,beyond,.*,)\\d+\n", "$199\n", ",99\n");
    }

    @Test
    void inputsOfHeldOutRowsHaveNoInfluence() throws Exception {
        haveNoInfluence(",test,\\d+,[^,]*,", ",test,9999,77.5,", ",test,9999,77.5,");
    }

    /** Cells of the table that are replaced change no byte of any model. */
    private void haveNoInfluence(String cells, String others, String seen) throws Exception {
        TrainJob.train(Experiments.spec(), folder, folder.resolve("a"), heard);
        Path table = folder.resolve("trainingset.csv");
        Files.writeString(table, Files.readString(table).replaceAll(cells, others));
        TrainJob.train(Experiments.spec(), folder, folder.resolve("b"), heard);

        assertThat(Files.readString(table)).contains(seen);
        assertThat(digest("b")).isEqualTo(digest("a"));
    }

    @Test
    void classesOfHeldOutRowsHaveNoInfluence() throws Exception {
        ExperimentSpec spec = spec(new Train(Experiments.CLASSIFIERS, 4, Train.Choose.BEST, Optional.empty()));
        Experiments.assembleClasses(folder);
        TrainJob.train(spec, folder, folder.resolve("a"), heard);
        Path table = folder.resolve("trainingset.csv");
        String before = Files.readString(table);
        Files.writeString(table, before.replaceAll("(,test,.*,)(no|yes)\n", "$1yes\n"));
        TrainJob.train(spec, folder, folder.resolve("b"), heard);

        assertThat(Files.readString(table)).isNotEqualTo(before);
        for (String file : List.of("training.json", "models/constant.json")) {
            assertThat(folder.resolve("b").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("a").resolve(file));
        }
    }

    @Test
    void aJobReadsItsSpecFromTheFileAndTrainsTheSameBytes() throws Exception {
        Path file = Files.writeString(folder.resolve("merger-count.yaml"), """
                apiVersion: experiment/v1
                name: merger-count
                version: 1.0.0
                title: How many mergers?
                question: How many mergers does a cluster make?
                seed: 20231201
                simulate:
                  cluster:
                    particles: {values: [32, 64, 128]}
                    profile: plummer
                  mergers:
                    criterion: sticky-sphere
                    captureNumber: {min: 0.1, max: 8, distribution: log-uniform}
                  integrator: {scheme: hermite-4, timesteps: shared, accuracy: 0.01}
                  until: 1.0
                  design: {method: sobol, points: 16, replicates: 3}
                trainingSet:
                  row: simulation-time
                  times: [0.5, 1]
                  inputs: [particles, captureNumber, time]
                  target: mergers
                  split: {by: design-point, test: 25%}
                train:
                  models:
                    - constant
                    - power-law
                    - polynomial: {degree: 2}
                    - gaussian-process: {kernel: matern-5/2, lengthScales: per-input}
                  crossValidation: {folds: 4}
                  choose: simplest-within-one-standard-error
                validate:
                  accept:
                    - {model: chosen, beats: constant}
                """);
        ObjectNode arguments = Json.object();
        arguments.put("spec", file.toString());
        arguments.put("folder", folder.toString());
        arguments.put("output", folder.resolve("job").toString());
        new TrainJob().run(arguments, heard);
        TrainJob.train(Experiments.spec(), folder, folder.resolve("direct"), heard);

        assertThat(digest("job")).isEqualTo(digest("direct"));
    }

    @Test
    void theBestModelIsChosenWhereTheSpecAsksForIt() throws Exception {
        ExperimentSpec spec = spec(new Train(Experiments.LADDER, 4, Train.Choose.BEST));
        TrainJob.train(spec, folder, folder, heard);

        JsonNode training = Json.read(folder.resolve("training.json"));
        for (JsonNode model : training.path("models")) {
            boolean chosen = model.path("name").equals(training.path("chosen"));
            assertThat(model.at("/excessLoss/value").asDouble() == 0).isEqualTo(chosen);
        }
    }

    @Test
    void everyModelThatCannotBeFittedIsNamedAndNoneIsLeftOutInSilence() {
        ExperimentSpec spec = spec(new Train(
                List.of(new ModelSpec.Constant(), new ModelSpec.Polynomial(8)),
                4,
                Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));

        assertThatThrownBy(() -> TrainJob.train(spec, folder, folder, heard))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("The model polynomial cannot be fitted: it has 285 parameters but only 70 rows");
    }

    @Test
    void moreFoldsThanDesignPointsAreRefused() {
        ExperimentSpec spec = spec(new Train(Experiments.LADDER, 13, Train.Choose.BEST));

        assertThatThrownBy(() -> TrainJob.train(spec, folder, folder, heard))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("13 folds");
    }

    @Test
    void anUnfitTrainingSetIsRefused() throws IOException {
        Path table = folder.resolve("trainingset.csv");
        Files.writeString(table, Files.readString(table).replaceAll(",\\d+\n", ",0\n"));

        assertThatThrownBy(() -> TrainJob.train(Experiments.spec(), folder, folder, heard))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("nothing to learn");
    }

    private static ExperimentSpec spec(Train train) {
        TrainingSet set = Experiments.spec().trainingSet();
        return Experiments.spec(set, train);
    }

    @Test
    void baselinesAreScoredWithTheLadderAndNeverChosen() throws Exception {
        ExperimentSpec spec = spec(new Train(
                List.of(new ModelSpec.PowerLaw(), new ModelSpec.Polynomial(1)),
                4,
                Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR,
                Optional.of("2 * captureNumber")));
        TrainJob.train(spec, folder, folder.resolve("out"), heard);

        JsonNode training = Json.read(folder.resolve("out/training.json"));
        assertThat(training.path("models"))
                .extracting(model -> model.path("name").asText())
                .containsExactly("constant", "physics", "power-law", "polynomial");
        assertThat(training.path("models"))
                .extracting(model -> model.path("baseline").asBoolean())
                .containsExactly(true, true, false, false);
        assertThat(training.path("chosen").asText()).isEqualTo("power-law");
        assertThat(Surrogate.read(folder.resolve("out/models/physics.json")).kind())
                .isEqualTo("physics");
    }

    @Test
    void aModelFileThatWasChangedIsRefused() throws Exception {
        TrainJob.train(Experiments.spec(), folder, folder, heard);

        Path file = folder.resolve("models/constant.json");
        String text = Files.readString(file);
        assertThat(Surrogate.parse(text).kind()).isEqualTo("constant");
        String changed = text.replaceFirst("\"coefficient\": \\d", "\"coefficient\": 9");
        assertThat(changed).isNotEqualTo(text);
        assertThatThrownBy(() -> Surrogate.parse(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This model file was changed since it was written: its digest is ");
    }

    private String digest(String output) throws IOException {
        StringBuilder digests = new StringBuilder();
        for (ModelSpec model : Experiments.LADDER) {
            digests.append(Digest.of(folder.resolve(output).resolve("models").resolve(model.specName() + ".json")));
        }
        return Digest.of(digests + Digest.of(folder.resolve(output).resolve("training.json")));
    }
}
