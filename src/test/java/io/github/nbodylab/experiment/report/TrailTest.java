package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class TrailTest {

    private final ReportRecord record = ReportRecord.of(SampleRecord.tree(), "sample");

    TrailTest() throws RecordException {}

    @Test
    void thePageOfAVersionLeadsToTheList() {
        String trail = Trail.html(record, record.page());

        assertThat(Jsoup.parse(trail).select("a").eachAttr("href")).containsExactly("../../experiments.html");
        assertThat(Jsoup.parse(trail).select("li").eachText())
                .containsExactly("Experiments", record.name(), record.version());
    }

    @Test
    void thePageOfChangesLeadsToTheListAndToItsVersion() {
        String trail = Trail.html(record, ChangesPage.page(record));

        assertThat(Jsoup.parse(trail).select("a").eachAttr("href"))
                .containsExactly("../../../experiments.html", "../../../" + record.page());
    }
}
