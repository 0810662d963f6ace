package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                        TrainingSet.Row.SIMULATION, List.of(), List.of("captureNumber", "particles"), "mergers", 0.2));
        assertThat(spec.train())
                .isEqualTo(new Train(
                        List.of(new ModelSpec.Constant(), new ModelSpec.PowerLaw()),
                        5,
                        Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR));
        assertThat(spec.validate()).isEqualTo(new Validate(List.of(), 1e-9));
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
                        List.of("particles", "captureNumber", "time"),
                        "mergers",
                        0.25));
        assertThat(spec.train())
                .isEqualTo(new Train(
                        List.of(
                                new ModelSpec.Constant(),
                                new ModelSpec.PowerLaw(),
                                new ModelSpec.Polynomial(3),
                                new ModelSpec.GaussianProcess(
                                        ModelSpec.Kernel.MATERN_3_2, ModelSpec.LengthScales.SHARED)),
                        10,
                        Train.Choose.BEST));
        assertThat(spec.validate())
                .isEqualTo(new Validate(
                        List.of(
                                new Validate.Limit("chosen", Validate.Metric.Q2, 0.85, Double.POSITIVE_INFINITY),
                                new Validate.Beats("chosen", "constant"),
                                new Validate.Limit("gaussian-process", Validate.Metric.RMSE, 0.5, 3.5),
                                new Validate.Limit("power-law", Validate.Metric.MAE, Double.NEGATIVE_INFINITY, 2)),
                        1e-8));
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
}
