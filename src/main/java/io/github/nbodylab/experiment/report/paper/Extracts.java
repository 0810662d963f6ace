package io.github.nbodylab.experiment.report.paper;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What other programs and papers take from a record: files of which the same results with the same verdict make the same bytes. */
public final class Extracts {

    /** The metrics, for programs. */
    public static final String METRICS = "metrics.json";

    /** The numbers, for LaTeX. */
    public static final String NUMBERS = "numbers.tex";

    /** The verdict, as a picture. */
    public static final String BADGE = "badge.svg";

    /** How to cite it. */
    public static final String CITATION = "CITATION.cff";

    private Extracts() {}

    /**
     * Writes them.
     *
     * @param folder the experiment's; its files of these names are replaced
     * @throws IOException if one cannot be written
     */
    public static void write(ReportRecord record, Credits credits, Path folder) throws IOException {
        Json.write(folder.resolve(METRICS), MetricsFile.of(record));
        Files.writeString(folder.resolve(NUMBERS), NumbersTex.of(record));
        Files.writeString(folder.resolve(BADGE), badge(record));
        Files.writeString(folder.resolve(CITATION), new Citation(record, credits).cff());
    }

    /** The verdict and the headline of a record as a picture, an SVG document. */
    public static String badge(ReportRecord record) {
        return Badge.svg(record);
    }
}
