package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.plot.Chart;
import io.github.nbodylab.experiment.report.plot.Figure;
import io.github.nbodylab.experiment.report.plot.PaperFigure;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The files of a page's figures, which stand beside the page: the data of each, and of the current version the picture too,
 * as a paper needs it. A page says on its way which figures it shows; then they can be written.
 */
public final class FigureFiles {

    /** What there may be of a figure. */
    private enum Kind {
        CSV("data (CSV)"),
        SVG("picture (SVG)"),
        PDF("picture (PDF)");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String end() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final String folder;
    private final List<Kind> kinds;
    private final List<Figure> shown = new ArrayList<>();

    private FigureFiles(String folder, List<Kind> kinds) {
        this.folder = folder;
        this.kinds = kinds;
    }

    /** No files: figures of a page that stands alone. */
    public static FigureFiles none() {
        return new FigureFiles("", List.of());
    }

    /**
     * The files of the figures of a record's page.
     *
     * @param results the folder with {@code NAME/record.json}, which tells whether the record is of this build; may be missing
     */
    public static FigureFiles of(ReportRecord record, Path results) {
        boolean pictures = Beside.isCurrent(record, results.resolve(record.name()))
                && Chart.whyNoText().isEmpty();
        return new FigureFiles(record.version() + "/figures/", pictures ? List.of(Kind.values()) : List.of(Kind.CSV));
    }

    /** Figures beside and below each other, each with links to its files; nothing if there are none. */
    String html(List<Figure> figures) {
        if (figures.isEmpty()) {
            return "";
        }
        shown.addAll(figures);
        StringBuilder out = new StringBuilder("<div class=\"exp-figures\">\n");
        figures.forEach(figure -> out.append(figure.html(links(figure))));
        return out.append("</div>\n").toString();
    }

    private String links(Figure figure) {
        if (kinds.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<p class=\"exp-links\">");
        for (Kind kind : kinds) {
            out.append(kind == kinds.get(0) ? "" : " ")
                    .append("<a href=\"")
                    .append(Html.escape(folder + figure.id() + kind.end()))
                    .append("\" download=\"")
                    .append(Html.escape(figure.id() + kind.end()))
                    .append("\" aria-label=\"")
                    .append(Html.escape(figure.title() + ": " + kind.words))
                    .append("\">")
                    .append(kind.words)
                    .append("</a>");
        }
        return out.append("</p>\n").toString();
    }

    /**
     * Writes the files of the figures that the page has shown.
     *
     * @param page the file of the page
     * @throws IOException if one cannot be written
     */
    public void write(Path page) throws IOException {
        if (kinds.isEmpty() || shown.isEmpty()) {
            return;
        }
        Path place = Files.createDirectories(page.resolveSibling(folder));
        for (Figure figure : shown) {
            for (Kind kind : kinds) {
                Path file = place.resolve(figure.id() + kind.end());
                switch (kind) {
                    case CSV -> figure.data().write(file);
                    case SVG -> Files.writeString(file, new PaperFigure(figure).svg());
                    case PDF -> Files.write(file, new PaperFigure(figure).pdf());
                }
            }
        }
    }
}
