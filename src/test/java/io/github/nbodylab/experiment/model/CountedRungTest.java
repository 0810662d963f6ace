package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.trainingset.Experiments;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountedRungTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    private final Progress progress = new Progress() {
        @Override
        public void info(String line) {
            said.add(line);
        }

        @Override
        public void warn(String line) {
            said.add(line);
        }

        @Override
        public void debug(String line) {}
    };

    private TrainingTable rows() throws Exception {
        Experiments.simulate(folder, 16, 3);
        return Experiments.assemble(Experiments.spec(), folder).trainingRows();
    }

    @Test
    void everyFitButTheLastIsToldWithItsRateAndTheTimeLeft() throws Exception {
        Rung rung = new CountedRung(new ConstantRung(), 3, 0, progress);
        TrainingTable rows = rows();
        for (int i = 0; i < 3; i++) {
            assertThat(rung.fit(rows).json())
                    .isEqualTo(new ConstantRung().fit(rows).json());
        }

        assertThat(said).hasSize(2);
        assertThat(said.get(0)).matches("constant: 1 of 3 fits, \\S+ a second, about \\d+ s left");
        assertThat(said.get(1)).startsWith("constant: 2 of 3 fits, ");
    }

    @Test
    void fitsThatAreDoneSoonAreNotTold() throws Exception {
        Rung rung = new CountedRung(new ConstantRung(), 3, 3600, progress);
        rung.fit(rows());

        assertThat(said).isEmpty();
    }
}
