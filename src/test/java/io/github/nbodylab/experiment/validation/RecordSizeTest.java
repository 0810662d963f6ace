package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.worker.JobFailedException;
import org.junit.jupiter.api.Test;

class RecordSizeTest {

    @Test
    void aRecordThatGitShouldNotCarryIsRefusedWithItsSize() {
        assertThatThrownBy(() -> RecordFile.requireSmall(Json.object().put("spec", "x".repeat(300_000))))
                .isInstanceOf(JobFailedException.class)
                .hasMessageMatching("not recorded: the record would have 3000\\d\\d bytes, and 300000 is the most .*");
        assertThatCode(() -> RecordFile.requireSmall(Json.object().put("spec", "x".repeat(299_900))))
                .doesNotThrowAnyException();
    }
}
