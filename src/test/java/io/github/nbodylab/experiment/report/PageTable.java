package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;

/** What the pages of reports cost to make, to carry and to open, as a section of the site's page on performance. */
public final class PageTable {

    private static final int OPENED = 11;

    private final Collection<RunResult> made;

    /** Of the results of {@link ReportBenchmark}. */
    public PageTable(Collection<RunResult> made) {
        this.made = made;
    }

    /** The section, with the pages themselves left in a folder. */
    public String markdown(Path folder) throws IOException {
        StringBuilder table = new StringBuilder("""

                ## Pages

                All pages of eight experiments, made from the newest records of the shipped ones under other names, with the data of
                each figure, and of the current versions the pictures as SVG and PDF too. The mean of three runs, each in a JVM of
                its own.

                | versions of each | seconds |
                |--:|--:|
                """);
        for (RunResult result : made) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f |%n",
                    result.getParams().getParam("versions"),
                    result.getPrimaryResult().getScore()));
        }
        table.append(opened(folder));
        return table.toString();
    }

    private static String opened(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder();
        try (Browser browser = Browser.start()) {
            for (Path file : ReportBenchmark.newest()) {
                ReportRecord record = ReportRecord.read(file);
                String html = ExperimentPage.html(record, SampleRecord.alone(record), PageFiles.none());
                Path page = ExperimentPageBrowserTest.write(
                        folder.resolve(record.name() + ".html"), ExperimentPage.title(record), html);
                rows.append(String.format(
                        Locale.ROOT,
                        "| %s %s | %.2f | %.0f |%n",
                        record.name(),
                        record.version(),
                        Files.size(page) / 1e6,
                        firstPaint(browser, page)));
            }
        }
        return String.format(Locale.ROOT, """

                A page in Chromium, 1400 pixels wide, from disk: its size without the scripts beside it, and when its first content was
                painted, the median of %d openings.

                | page | MB | first paint, ms |
                |---|--:|--:|
                %s""", OPENED, rows);
    }

    /** In ms after the page was asked for. */
    private static double firstPaint(Browser browser, Path page) {
        browser.look(1400, false);
        return IntStream.range(0, OPENED)
                .mapToDouble(opening -> {
                    browser.open(page);
                    browser.await("performance.getEntriesByName('first-contentful-paint').length > 0");
                    return Double.parseDouble(browser.string(
                            "return performance.getEntriesByName('first-contentful-paint')[0].startTime"));
                })
                .sorted()
                .toArray()[OPENED / 2];
    }
}
