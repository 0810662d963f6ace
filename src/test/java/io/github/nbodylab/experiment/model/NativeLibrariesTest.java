package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    private static final Path MAPS = Path.of("/proc/self/maps");

    /** Its bits hang on the CPU and the number of threads, and a machine need not have it. */
    @Test
    void noModelIsFittedByASystemsLinearAlgebra() throws Exception {
        assumeTrue(Files.exists(MAPS), "skipped: this system does not tell which libraries are loaded");
        TrainingTable rows = Tables.of(
                false,
                Tables.numbers(2),
                TestFunctions.BRANIN.design(30, 1),
                TestFunctions.BRANIN.at(TestFunctions.BRANIN.design(30, 1)));
        for (Rung rung : List.of(
                LinearRung.polynomial(2, 0.1, ModelSpec.Counts.QUASI_POISSON),
                new SupportVectorRung(
                        new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, 5, 0.05, OptionalDouble.empty(), 3),
                        1),
                new RandomForestRung(new RandomForestSpec(10, 30, 1, OptionalDouble.empty(), 1), 1),
                Kernels.rung("matern-5/2"),
                new NeuralNetworkRung(Experiments.network(), 1))) {
            assertThat(rung.fit(rows).json()).isNotNull();
        }
        assertThat(Files.readString(MAPS)).doesNotContainIgnoringCase("blas").doesNotContainIgnoringCase("lapack");
    }
}
