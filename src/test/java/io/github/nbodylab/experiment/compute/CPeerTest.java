package io.github.nbodylab.experiment.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CPeerTest {

    @TempDir
    private Path folder;

    @Test
    @Tag("exhaustive")
    void whereThereIsGccItMeasuresEachOfItsLoops() throws Exception {
        Optional<CPeer> peer = CPeer.build(folder);
        assumeTrue(peer.isPresent(), "skipped: there is no gcc");
        assertThat(peer.get().rates(64))
                .containsOnlyKeys("jerk", "jerk-low", "jerk-engine", "acceleration", "acceleration-low", "limit")
                .allSatisfy((loop, rate) -> assertThat(rate).isPositive());
    }
}
