package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The page of one version of one experiment. */
public final class ExperimentPage {

    /** In reading order; a section that has nothing to tell is empty. */
    private static final List<BiFunction<ReportRecord, PageFiles, String>> SECTIONS = List.of(
            of(AnswerSection::html),
            drawn(DesignSection::html),
            drawn(SimulationsSection::html),
            ViewerSection::html,
            drawn(TrainingSetSection::html),
            drawn(LadderSection::html),
            of(MetricsSection::html),
            drawn(PredictionsSection::html),
            AskSection::html,
            drawn(DomainSection::html),
            drawn(ClassesSection::html),
            drawn(CoverageSection::html),
            drawn(SensitivitySection::html),
            drawn(ProcessSection::html),
            drawn(NetworkSection::html),
            drawn(StudySections::html),
            of(CostSection::html),
            (record, files) -> ReproduceSection.html(),
            CiteSection::html,
            of(ProvenanceSection::html),
            DownloadsSection::html);

    /** A section that needs no file beside the page. */
    private static BiFunction<ReportRecord, PageFiles, String> of(Function<ReportRecord, String> section) {
        return (record, files) -> section.apply(record);
    }

    /** A section that shows figures. */
    private static BiFunction<ReportRecord, PageFiles, String> drawn(
            BiFunction<ReportRecord, FigureFiles, String> section) {
        return (record, files) -> section.apply(record, files.figures());
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
