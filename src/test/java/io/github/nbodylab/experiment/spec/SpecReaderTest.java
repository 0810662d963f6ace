package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReaderTest {

    private final SpecReader reader = new SpecReader();

    @TempDir
    private Path folder;

    private ExperimentSpec read(String yaml) throws Exception {
        return reader.read(Files.writeString(folder.resolve("a.yaml"), yaml));
    }

    @Test
    void everyDefaultIsTheDocumentedOne() throws Exception {
        ExperimentSpec spec = read(Texts.SMALL);

        Simulate simulate = spec.simulate();
        assertThat(simulate.axes().get("profile")).isEqualTo(new Axis.Fixed(new Value.Word("plummer")));
        assertThat(simulate.axes().get("virialRatio")).isEqualTo(new Axis.Fixed(new Value.Real(0.5)));
        assertThat(simulate.axes().get("masses")).isEqualTo(new Axis.Fixed(new Value.Word("equal")));
        assertThat(simulate.axes().get("criterion")).isEqualTo(new Axis.Fixed(new Value.Word("sticky-sphere")));
        assertThat(simulate.integrator())
                .isEqualTo(Integrator.of(Integrator.Scheme.HERMITE_4, Integrator.Timesteps.BLOCK, 0.01));
        assertThat(simulate.design()).isEqualTo(new Simulate.Design(Simulate.Method.GRID, 0, 1, List.of()));
        assertThat(simulate.failures()).isEqualTo(new Simulate.Failures(2, 0, 1e-3));
        assertThat(spec.trainingSet())
                .isEqualTo(new TrainingSet(
                        TrainingSet.Row.SIMULATION,
                        List.of(),
                        TrainingSet.Window.NONE,
                        List.of("captureNumber", "particles"),
                        List.of("mergers"),
                        TrainingSet.SplitBy.DESIGN_POINT,
                        0.2));
        assertThat(spec.train())
                .isEqualTo(new Train(
                        List.of(new ModelSpec.Constant(), new ModelSpec.PowerLaw()),
                        5,
                        Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));
        assertThat(spec.validate()).isEqualTo(new Validate(List.of(), Validate.DEFAULT_STUDIES, 1e-9));
    }

    @Test
    void everyKeyIsRead() throws Exception {
        ExperimentSpec spec = read(Texts.FULL);

        assertThat(spec.name()).isEqualTo("merger-count");
        assertThat(spec.version()).isEqualTo("1.0.0");
        assertThat(spec.title()).isEqualTo("How many mergers does a cluster of black holes make?");
        assertThat(spec.question())
                .isEqualTo("Mergers until time t, from the number of black holes and their capture radius: "
                        + "a \"simple\" question?");
        assertThat(spec.seed()).isEqualTo(20231201);
        Simulate simulate = spec.simulate();
        assertThat(simulate.axes().get("particles"))
                .isEqualTo(new Axis.Range(32, 256, Axis.Distribution.LOG_UNIFORM, true));
        assertThat(simulate.axes().get("virialRatio"))
                .isEqualTo(new Axis.Range(0.4, 0.6, Axis.Distribution.UNIFORM, false));
        assertThat(simulate.axes().get("captureNumber"))
                .isEqualTo(new Axis.Range(0.1, 8, Axis.Distribution.LOG_UNIFORM, false));
        assertThat(simulate.integrator().accuracy()).isEqualTo(0.02);
        assertThat(simulate.until()).isEqualTo(4);
        assertThat(simulate.design()).isEqualTo(new Simulate.Design(Simulate.Method.SOBOL, 100, 6, List.of()));
        assertThat(simulate.failures()).isEqualTo(new Simulate.Failures(3, 0.05, 1e-3));
        assertThat(spec.trainingSet())
                .isEqualTo(new TrainingSet(
                        TrainingSet.Row.SIMULATION_TIME,
                        List.of(1.0, 2.0, 4.0),
                        TrainingSet.Window.NONE,
                        List.of("particles", "captureNumber", "time"),
                        List.of("mergers"),
                        TrainingSet.SplitBy.DESIGN_POINT,
                        0.25));
        assertThat(spec.train())
                .isEqualTo(new Train(
                        List.of(
                                new ModelSpec.Constant(),
                                new ModelSpec.PowerLaw(),
                                new ModelSpec.Polynomial(3),
                                GaussianProcessSpec.of(
                                        new KernelExpression.Factor(KernelExpression.Kernel.MATERN_3_2),
                                        GaussianProcessSpec.LengthScales.SHARED)),
                        10,
                        Train.Choose.BEST));
        assertThat(spec.validate())
                .isEqualTo(new Validate(
                        List.of(
                                new Validate.Limit("chosen", Metric.Q2, 0.85, Double.POSITIVE_INFINITY),
                                new Validate.Beats("chosen", "constant"),
                                new Validate.Limit("gaussian-process", Metric.RMSE, 0.5, 3.5),
                                new Validate.Limit("power-law", Metric.MAE, Double.NEGATIVE_INFINITY, 2)),
                        Set.of(Validate.Study.LEARNING_CURVE, Validate.Study.CONTAMINATION),
                        1e-8));
    }

    @Test
    void anEmptyListOfStudiesMakesNone() throws Exception {
        String none = Texts.FULL.replace("[contamination, learning-curve]", "[]");
        assertThat(read(none).validate().studies()).isEmpty();
    }

    @Test
    void aResolvedSpecReadsBackToTheSameSpec() throws Exception {
        for (String text : List.of(Texts.SMALL, Texts.FULL)) {
            ExperimentSpec spec = read(text);
            String resolved = ResolvedSpec.yaml(spec);
            assertThat(read(resolved)).isEqualTo(spec);
            assertThat(ResolvedSpec.yaml(read(resolved))).isEqualTo(resolved);
        }
    }

    @Test
    void everyKeyOfOutputsIntegratorsAndFailuresIsRead() throws Exception {
        Simulate simulate = read(Texts.STARS).simulate();
        assertThat(simulate.integrator())
                .isEqualTo(new Integrator(
                        Integrator.Scheme.HERMITE_4,
                        Integrator.Timesteps.BLOCK,
                        OptionalDouble.empty(),
                        Integrator.DEFAULT_ACCURACY,
                        2,
                        0));
        assertThat(simulate.snapshotsEvery()).hasValue(0.5);
        assertThat(simulate.diagnosticsEvery()).isEqualTo(0.125);
        assertThat(read(Texts.PHYSICAL).simulate().failures()).isEqualTo(new Simulate.Failures(2, 0, 1e-2));
    }

    @Test
    void theAxesHoldWhatTheirWordsNeedAndNothingElse() throws Exception {
        assertThat(read(Texts.STARS).simulate().axes())
                .containsOnlyKeys(
                        "particles",
                        "profile",
                        "virialRatio",
                        "masses",
                        "massExponent",
                        "minMass",
                        "maxMass",
                        "binaryFraction",
                        "centralMass",
                        "rotation",
                        "criterion",
                        "speedOfLight",
                        "maximalSeparation",
                        "massLoss",
                        "recoil");
    }

    @Test
    void aLeapfrogHasSharedTimeStepsUnlessItIsToldOtherwise() throws Exception {
        Simulate simulate =
                read(Texts.STARS.replace("iterations: 2", "scheme: leapfrog")).simulate();
        assertThat(simulate.integrator().timesteps()).isEqualTo(Integrator.Timesteps.SHARED);
    }

    @Test
    void theTimesOfRowsAreThoseOfTheSnapshotsByDefault() throws Exception {
        String spec = Texts.STARS.replace("train:", "trainingSet: {row: simulation-time}\ntrain:");
        assertThat(read(spec).trainingSet().times()).containsExactly(0.5, 1.0, 1.5, 2.0);
        assertThat(read(spec.replace("every: 0.5", "every: 0.75")).trainingSet().times())
                .containsExactly(0.75, 1.5, 2.0);
    }

    @Test
    void theFileOfTheBodiesIsRelativeToTheFolderOfTheSpecOrToTheOneThatIsNamed() throws Exception {
        String spec = Texts.SMALL.replace(
                "particles: {values: [16, 32, 64, 128]}", "profile: {values: [file]}\n    file: sub/stars.csv");
        String enough = spec.replace("[0.5, 1, 2]", "[0.5, 1, 2, 3, 4, 5, 6, 7]");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/sub"));
        Files.createFile(elsewhere.resolve("stars.csv"));
        Path file = Files.writeString(folder.resolve("a.yaml"), enough);
        assertThat(reader.read(file, folder.resolve("elsewhere"))
                        .simulate()
                        .cluster()
                        .file())
                .contains("sub/stars.csv");
        Path beside = Files.writeString(folder.resolve("elsewhere/a.yaml"), enough);
        assertThat(reader.read(beside)).isEqualTo(reader.read(file, folder.resolve("elsewhere")));
    }

    @Test
    void bodiesFromAFileHaveReplicatesWhereKicksMakeThemDiffer() throws Exception {
        Files.createFile(folder.resolve("stars.csv"));
        String kicked = Texts.SMALL
                .replace("particles: {values: [16, 32, 64, 128]}", "profile: file\n    file: stars.csv")
                .replace(
                        "captureNumber: {values: [0.5, 1, 2]}",
                        "criterion: gravitational-wave-capture\n    recoil: kick\n"
                                + "    speedOfLight: {values: [10, 20, 30, 40, 50, 60, 70, 80]}")
                .replace("method: grid", "method: grid, replicates: 3");
        assertThat(read(kicked).simulate().design().replicates()).isEqualTo(3);
    }

    @Test
    void timesOfSnapshotsAreMeantAsDecimalNumbers() throws Exception {
        String fine = Texts.HOLES
                .replace("every: 0.5", "every: 0.1")
                .replace("before: 1.75", "lead: 0.1")
                .replace("target: merges", "target: laterRadius");
        TrainingSet.Window last =
                read(fine.replace("at: 0.5", "at: 1.9")).trainingSet().window();
        assertThat(last.lead()).hasValue(0.1);
        assertThat(last.at()).hasValue(new TimeGrid(0.1, 2).time(19));
        assertThat(read(fine.replace("at: 0.5", "at: 0.3"))
                        .trainingSet()
                        .window()
                        .at())
                .hasValue(new TimeGrid(0.1, 2).time(3));
    }

    @Test
    void rowsOfBlackHolesAskByDefaultFromTheStartToTheEndWhetherTheyMerge() throws Exception {
        TrainingSet set = read(Texts.HOLES
                        .replace("  at: 0.5\n", "")
                        .replace("  before: 1.75\n", "")
                        .replace("  inputs: [radius, closestApproach]\n", "")
                        .replace("  target: merges\n", ""))
                .trainingSet();

        assertThat(set.targets()).containsExactly("merges");
        assertThat(set.window().at()).hasValue(0);
        assertThat(set.window().before()).hasValue(2);
        assertThat(set.inputs())
                .startsWith("radius")
                .endsWith("closestApproachTime")
                .doesNotContain("x", "vz");
    }
}
