package io.github.nbodylab.experiment.report;

import java.util.List;

/** To which inputs the chosen model is sensitive. */
final class SensitivitySection {

    private SensitivitySection() {}

    static String html(ReportRecord record) {
        if (record.diagnostics().sensitivity().isEmpty()) {
            return "";
        }
        return Html.heading("sensitivity", "What the answer depends on")
                + Figure.all(List.of(SensitivityPlot.figure(record)));
    }
}
