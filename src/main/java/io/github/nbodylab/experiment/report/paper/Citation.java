package io.github.nbodylab.experiment.report.paper;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.nbodylab.experiment.report.paper.Credits.Author;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a version of an experiment is cited: as a sentence, for BibTeX, and as a file CITATION.cff. */
public final class Citation {

    private final ReportRecord record;
    private final Credits credits;
    private final String title;

    /** Of this version, by those whose results it is. */
    public Citation(ReportRecord record, Credits credits) {
        this.record = record;
        this.credits = credits;
        this.title = record.findings().title().strip();
    }

    /** As plain text. */
    public String text() {
        return names()
                + credits.day().map(date -> " (" + date.getYear() + ")").orElse("")
                + (title.matches(".*[.?!]") ? ". " + title : ". " + title + ".")
                + " Version " + record.version() + " [data set]."
                + (credits.url().isEmpty() ? "" : " " + credits.url());
    }

    private String names() {
        List<String> names = authors().stream().map(Author::inReadingOrder).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** As an entry for BibTeX. */
    public String bibtex() {
        List<String> fields = new ArrayList<>();
        fields.add("author = {" + authors().stream().map(Citation::bibtex).collect(Collectors.joining(" and ")) + "}");
        fields.add("title = {{" + Latex.escape(title) + "}}");
        credits.day().ifPresent(date -> fields.add("year = {" + date.getYear() + "}"));
        fields.add("version = {" + Latex.escape(record.version()) + "}");
        String plugin = record.provenance()
                .map(ReportRecord.Provenance::plugin)
                .filter(version -> !version.isEmpty())
                .map(version -> ", computed with experiment-maven-plugin " + Latex.escape(version))
                .orElse("");
        fields.add("note = {Data set, version " + Latex.escape(record.version()) + plugin + "}");
        if (!credits.url().isEmpty()) {
            fields.add("url = {" + credits.url() + "}");
        }
        return "@misc{" + record.name() + "-" + record.version() + ",\n  " + String.join(",\n  ", fields) + "\n}\n";
    }

    /** In braces, for a name is not to be taken apart. */
    private static String bibtex(Author author) {
        return author.organization() || author.given().isEmpty()
                ? "{" + Latex.escape(author.family()) + "}"
                : Latex.escape(author.family()) + ", " + Latex.escape(author.given());
    }

    /** As a file in the Citation File Format 1.2.0 (Druskat et al. 2021, doi:10.5281/zenodo.5171937). */
    String cff() {
        StringBuilder out = new StringBuilder("cff-version: 1.2.0\n");
        line(out, "message", "If you use these results, please cite them as below.");
        out.append("type: dataset\n");
        line(out, "title", title);
        String question = record.findings().question().strip();
        if (!question.isEmpty()) {
            line(out, "abstract", question);
        }
        line(out, "version", record.version());
        credits.day().ifPresent(date -> line(out, "date-released", date.toString()));
        if (!credits.url().isEmpty()) {
            line(out, "url", credits.url());
        }
        out.append("authors:\n");
        authors().forEach(author -> author(out, author));
        return out.toString();
    }

    private static void author(StringBuilder out, Author author) {
        if (author.organization()) {
            line(out, "  - name", author.family());
            return;
        }
        line(out, "  - family-names", author.family());
        if (!author.given().isEmpty()) {
            line(out, "    given-names", author.given());
        }
        if (!author.affiliation().isEmpty()) {
            line(out, "    affiliation", author.affiliation());
        }
        if (!author.orcid().isEmpty()) {
            line(out, "    orcid", "https://orcid.org/" + author.orcid());
        }
    }

    /** A text in quotation marks means the same in YAML as in JSON. */
    private static void line(StringBuilder out, String key, String text) {
        out.append(key).append(": ").append(TextNode.valueOf(text)).append('\n');
    }

    /** The format asks for one at least. */
    private List<Author> authors() {
        return credits.authors().isEmpty()
                ? List.of(Author.organization("The authors of " + record.name()))
                : credits.authors();
    }
}
