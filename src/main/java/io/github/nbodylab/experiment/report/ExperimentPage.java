package io.github.nbodylab.experiment.report;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The page of one version of one experiment. */
public final class ExperimentPage {

    /** In reading order; a section that has nothing to tell is empty. */
    private static final List<BiFunction<ReportRecord, PageFiles, String>> SECTIONS = List.of(
            of(AnswerSection::html),
            of(DesignSection::html),
            of(SimulationsSection::html),
            ViewerSection::html,
            of(TrainingSetSection::html),
            of(LadderSection::html),
            of(MetricsSection::html),
            of(PredictionsSection::html),
            AskSection::html,
            of(DomainSection::html),
            of(ClassesSection::html),
            of(CoverageSection::html),
            of(SensitivitySection::html),
            of(ProcessSection::html),
            of(NetworkSection::html),
            of(StudySections::html),
            of(CostSection::html),
            of(ProvenanceSection::html));

    /** A section that needs no file beside the page. */
    private static BiFunction<ReportRecord, PageFiles, String> of(Function<ReportRecord, String> section) {
        return (record, files) -> section.apply(record);
    }

    private ExperimentPage() {}

    /** The title of the page, plain text, not escaped: the experiment's own and its version. */
    public static String title(ReportRecord record) {
        return record.findings().title() + " \u00b7 " + record.version();
    }

    /**
     * The page below its main heading: a fragment of HTML with its style sheet and pictures inside, which is whole without
     * any other file, script or network. Everything that a user wrote is escaped. The same record and files give the same
     * bytes on the same machine; on another, text in pictures may stand a little differently, as fonts differ.
     *
     * @param history of the experiment, with the record
     * @param files what stands beside the page and makes parts of it interactive
     */
    public static String html(ReportRecord record, History history, PageFiles files) {
        StringBuilder out = new StringBuilder(Style.element())
                .append("<div class=\"exp-report\">\n")
                .append(VersionsSection.html(record, history));
        SECTIONS.forEach(section -> out.append(section.apply(record, files)));
        return out.append("</div>\n").toString();
    }
}
