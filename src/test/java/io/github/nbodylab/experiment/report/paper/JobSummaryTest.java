package io.github.nbodylab.experiment.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobSummaryTest {

    @Test
    void eachExperimentHasARowWithItsVerdictAndItsHeadline() throws Exception {
        ObjectNode missed = SampleRecord.tree();
        ((ObjectNode) missed.get("report")).put("accepted", false);

        assertThat(JobSummary.markdown(
                        List.of(ReportRecord.of(SampleRecord.tree(), "a"), ReportRecord.of(missed, "b"))))
                .contains("| merger-count | 1.0.0 | IDENTICAL | met | power-law | q2 0.872 [0.832, 0.904] |\n")
                .contains("| merger-count | 1.0.0 | IDENTICAL | **missed** | power-law |");
    }

    @Test
    void withoutExperimentsThereIsNothingToSay() {
        assertThat(JobSummary.markdown(List.of())).isEmpty();
    }
}
