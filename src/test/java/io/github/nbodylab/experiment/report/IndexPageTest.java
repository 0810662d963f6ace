package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexPageTest {

    @Test
    void anExperimentIsListedOnceWithAllItsVersions() throws IOException {
        ReportRecord current = ReportRecord.of(SampleRecord.tree().put("version", "1.1.0"), "current");
        ReportRecord older = ReportRecord.of(SampleRecord.tree(), "older");

        String html = IndexPage.html(List.of(new History(List.of(older, current), Optional.of("1.1.0"))), List.of());

        assertThat(html.split("exp-card\">", -1)).hasSize(2);
        assertThat(html)
                .contains(
                        "href=\"experiments/merger-count/1.1.0.html\"", "href=\"experiments/merger-count/1.0.0.html\"")
                .contains("power law", "0.87", "0.83 to 0.90", "IDENTICAL", "rules met");
    }

    @Test
    void withoutResultsThePageSaysHowToMakeThem() {
        assertThat(IndexPage.html(List.of(), List.of("1.0.0.json is damaged")))
                .contains("mvn verify", "1.0.0.json is damaged");
    }
}
