package io.github.nbodylab.experiment.report.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionOrderTest {

    @Test
    void numbersCountAsNumbersAndAPreReleaseComesBeforeItsRelease() {
        List<String> ordered =
                List.of("0.9", "1.0.0-alpha", "1.0.0-rc1", "1.0.0", "1.0.1", "1.2.0", "1.9.0", "1.10.0", "2");

        assertThat(Stream.of("1.10.0", "2", "1.0.0-rc1", "1.9.0", "0.9", "1.0.1", "1.0.0", "1.2.0", "1.0.0-alpha")
                        .sorted(VersionOrder.OLDEST_FIRST))
                .isEqualTo(ordered);
    }

    @Test
    void onlyEqualTextsAreEqual() {
        assertThat(VersionOrder.OLDEST_FIRST.compare("1.0", "1.0.0")).isNotZero();
        assertThat(VersionOrder.OLDEST_FIRST.compare("1.0", "1.0")).isZero();
    }
}
