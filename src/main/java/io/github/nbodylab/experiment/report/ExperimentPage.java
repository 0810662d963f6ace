package io.github.nbodylab.experiment.report;

import java.util.List;
import java.util.function.Function;

/** The page of one version of one experiment. */
public final class ExperimentPage {

    /** In reading order; a section that has nothing to tell is empty. */
    private static final List<Function<ReportRecord, String>> SECTIONS = List.of(
            AnswerSection::html,
            LadderSection::html,
            MetricsSection::html,
            PredictionsSection::html,
            DomainSection::html,
            ClassesSection::html,
            CoverageSection::html,
            SensitivitySection::html,
            ProcessSection::html,
            NetworkSection::html,
            StudySections::html,
            CostSection::html,
            SimulationsSection::html,
            ProvenanceSection::html);

    private ExperimentPage() {}

    /** The title of the page, plain text, not escaped: the experiment's own and its version. */
    public static String title(ReportRecord record) {
        return record.findings().title() + " \u00b7 " + record.version();
    }

    /**
     * The page below its main heading: a fragment of HTML with its style sheet and pictures inside, which needs no other
     * file, no script and no network. Everything that a user wrote is escaped. The same record gives the same bytes on
     * the same machine; on another, text in pictures may stand a little differently, as fonts differ.
     *
     * @param history of the experiment, with the record
     */
    public static String html(ReportRecord record, History history) {
        StringBuilder out = new StringBuilder(Style.element())
                .append("<div class=\"exp-report\">\n")
                .append(VersionsSection.html(record, history));
        SECTIONS.forEach(section -> out.append(section.apply(record)));
        return out.append("</div>\n").toString();
    }
}
