package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.paper.Citation;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Extracts;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;

/** How to cite a version. */
final class CiteSection {

    private CiteSection() {}

    static String html(ReportRecord record, PageFiles files) {
        boolean current = !files.downloads().isEmpty(); // the build's date is of no other version
        Credits credits = current ? files.credits() : files.credits().undated();
        Citation citation = new Citation(record, credits);
        return Html.heading("cite", "How to cite it")
                + "<p class=\"exp-citation\" data-copy=\"Copy the citation\">" + Html.escape(citation.text()) + "</p>\n"
                + "<pre class=\"exp-bibtex\" tabindex=\"0\" data-copy=\"Copy for BibTeX\">"
                + Html.escape(citation.bibtex().stripTrailing()) + "</pre>\n" + file(files)
                + (credits.authors().isEmpty()
                        ? Html.paragraph(
                                "exp-note",
                                "The Maven project names no authors. Those whom its pom.xml has as developers, else its"
                                        + " organization, stand here.")
                        : "");
    }

    private static String file(PageFiles files) {
        return files.downloads().stream()
                .filter(download -> download.name().equals(Extracts.CITATION))
                .flatMap(download -> download.link().stream())
                .map(link -> "<p class=\"exp-note\">For programs: <a href=\"" + Html.escape(link) + "\" download>"
                        + Extracts.CITATION + "</a>, in the Citation File Format.</p>\n")
                .findFirst()
                .orElse("");
    }
}
