package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.Pace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedRungTest {

    @TempDir
    Path folder;

    private final Heard heard = new Heard();

    private TrainingTable rows() throws Exception {
        Experiments.simulate(folder, 16, 3);
        return Experiments.assemble(Experiments.spec(), folder).trainingRows();
    }

    @Test
    void everyFitButTheLastIsToldWithItsRateAndTheTimeLeft() throws Exception {
        Rung rung = new CountedRung(new ConstantRung(), new Pace(heard, "constant: ", "fits", 3, 3, 0));
        TrainingTable rows = rows();
        for (int i = 0; i < 3; i++) {
            assertThat(rung.fit(rows).json())
                    .isEqualTo(new ConstantRung().fit(rows).json());
        }

        assertThat(heard.lines()).hasSize(2);
        assertThat(heard.lines().get(0)).matches("info constant: 1 of 3 fits, \\S+ a second, about \\d+ s left");
        assertThat(heard.lines().get(1)).startsWith("info constant: 2 of 3 fits, ");
    }

    @Test
    void fitsThatAreDoneSoonAreNotTold() throws Exception {
        Rung rung = new CountedRung(new ConstantRung(), new Pace(heard, "constant: ", "fits", 3, 3, 3600));
        rung.fit(rows());

        assertThat(heard.lines()).isEmpty();
    }
}
