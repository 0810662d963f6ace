package io.github.nbodylab.experiment.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SparklineTest {

    private static History history(double... q2) throws RecordException {
        List<ReportRecord> versions = new ArrayList<>();
        for (int v = 0; v < q2.length; v++) {
            ObjectNode tree = SampleRecord.tree().put("version", "1." + v);
            ((ObjectNode) tree.at("/report/models/1/test/q2"))
                    .put("value", q2[v])
                    .put("low", q2[v] - 0.1)
                    .put("high", q2[v] + 0.1);
            versions.add(ReportRecord.of(tree, "sample"));
        }
        return new History(versions, Optional.empty());
    }

    @Test
    void aLineThatRisesRisesOnTheScreenAndSaysItsNumbers() throws Exception {
        String svg = Sparkline.html(history(0.5, 0.6, 0.7));

        assertThat(svg)
                .contains("aria-label=\"1.0: 0.50, 1.1: 0.60, 1.2: 0.70\"")
                .contains("d=\"M4.0 17.5L60.0 13.0L116.0 8.5\"");
    }

    @Test
    void oneVersionIsNoLine() throws Exception {
        assertThat(Sparkline.html(history(0.5))).isEmpty();
    }
}
