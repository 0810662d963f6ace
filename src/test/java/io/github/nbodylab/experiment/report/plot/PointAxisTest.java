package io.github.nbodylab.experiment.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.record.DesignRecord;
import io.github.nbodylab.experiment.report.record.DesignRecord.PointInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointAxisTest {

    private final PointInput input = new PointInput("x", "1", false, List.of(), List.of(1.0, 2.0, 2.0, 2.0));
    private final DesignRecord design = new DesignRecord(
            "grid",
            1,
            5,
            2,
            List.of(input),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(3),
            List.of(3),
            List.of());

    @Test
    void barsCountOnlyTheEvenlyTakenPoints() {
        assertThat(new PointAxis(input).histogram(design.even()))
                .extracting(Bars.Bar::height)
                .containsExactly(1.0, 2.0);
    }
}
