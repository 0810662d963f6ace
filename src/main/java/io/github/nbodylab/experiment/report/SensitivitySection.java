package io.github.nbodylab.experiment.report;

import java.util.List;

/** To which inputs the chosen model is sensitive. */
final class SensitivitySection {

    private SensitivitySection() {}

    static String html(ReportRecord record, FigureFiles files) {
        if (record.diagnostics().sensitivity().isEmpty()) {
            return "";
        }
        return Html.heading("sensitivity", "What the answer depends on")
                + files.html(List.of(SensitivityPlot.figure(record)));
    }
}
