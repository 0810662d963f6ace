package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.model.TrainJob;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateJobTest {

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    @BeforeEach
    void simulate() throws Exception {
        Experiments.simulate(folder, 24, 3);
        train(Experiments.spec());
    }

    private void train(ExperimentSpec spec) throws Exception {
        Experiments.assemble(spec, folder);
        TrainJob.train(spec, folder, folder, new Heard());
        StudyJob.study(spec, folder, folder, new Heard());
    }

    private Path validate(String output) throws Exception {
        ValidateJob.validate(Experiments.spec(), folder, folder.resolve(output), heard);
        return folder.resolve(output);
    }

    @Test
    void theReportHasTheSameBytesWhateverThreadsAndLocaleAndTheTimeStandsApart() throws Exception {
        Path first = validate("a");
        Locale before = Locale.getDefault();
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            one.submit(() -> validate("b")).get();
        } finally {
            Locale.setDefault(before);
            one.shutdown();
        }

        assertThat(folder.resolve("b/report.json")).hasSameBinaryContentAs(first.resolve("report.json"));
        assertThat(Json.read(first.resolve("timing.json"))
                        .path("predictionSeconds")
                        .asDouble())
                .isPositive();
        assertThat(first.toFile().list()).containsExactlyInAnyOrder("report.json", "timing.json");
        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    @Test
    void itSaysHowManyModelsItScoresOnWhichRows() throws Exception {
        validate("out");
        assertThat(heard.lines())
                .containsExactly("info merger-count: 4 models, each scored on 36 held-out rows of 6 groups");
    }

    @Test
    void itSaysThatThereAreRowsBeyond() throws Exception {
        TrainingSet all = Experiments.spec().trainingSet();
        train(Experiments.spec(
                all.within(new TreeMap<>(Map.of("captureNumber", new TrainingSet.Bounds(Double.NEGATIVE_INFINITY, 2)))),
                Experiments.spec().train()));
        validate("out");

        assertThat(heard.lines())
                .singleElement()
                .asString()
                .matches(".* each scored on \\d+ held-out rows of \\d+ groups, and on \\d+ rows of \\d+ groups beyond");
    }

    @Test
    void aModelFileThatWasChangedIsToldInOneSentenceWithTheGoalThatMakesItAnew() throws Exception {
        Path model = folder.resolve("models/power-law.json");
        Files.writeString(model, Files.readString(model).replaceFirst("0\\.", "1."));

        assertThatThrownBy(() -> validate("out"))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining(model + ": This model file was changed since it was written")
                .hasMessageEndingWith("; 'mvn compile' writes it anew");
        assertThat(folder.resolve("out/report.json")).doesNotExist();
    }
}
