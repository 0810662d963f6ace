package io.github.nbodylab.experiment.report;

/** The link to the crate of the results, on the page of the version that has one. */
final class CrateSection {

    private CrateSection() {}

    static String html(ReportRecord record, PageFiles files) {
        return files.crate()
                .map(link ->
                        "<p class=\"exp-note\">All of it, with this page, in one archive that opens anywhere: <a href=\""
                                + Html.escape(link) + "\" download>"
                                + Html.escape(record.name() + " " + record.version() + " as an RO-Crate")
                                + "</a>.</p>\n")
                .orElse("");
    }
}
