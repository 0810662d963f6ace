package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.Downloads.Download;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Digests;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.List;

/** The files behind a page; those of an older version are made again. */
final class DownloadsSection {

    private static final long KILO = 1000;

    private DownloadsSection() {}

    static String html(ReportRecord record, PageFiles files) {
        String heading = Html.heading("downloads", "Downloads");
        return files.downloads().isEmpty() ? heading + again(record) : heading + table(record, files.downloads());
    }

    private static String table(ReportRecord record, List<Download> downloads) {
        return Html.table(
                "Downloads",
                List.of("file", "what it holds", "size", "SHA-256"),
                downloads.stream()
                        .map(download -> List.of(
                                name(record, download),
                                Html.escape(Terms.capital(download.about())),
                                size(download.bytes()),
                                Digests.html(download.sha256())))
                        .toList());
    }

    private static String name(ReportRecord record, Download download) {
        String name = Html.escape(download.name());
        return download.link()
                .map(link -> "<a href=\"" + Html.escape(link) + "\" download>" + name + "</a>")
                .orElse(name
                        + Html.element(
                                "span",
                                "exp-formula",
                                "too large to stand here; the build leaves it in target/experiments/"
                                        + Html.escape(record.name()) + "/"));
    }

    private static String again(ReportRecord record) {
        String file = "*records/" + record.name() + "/" + record.version() + ".json";
        return Html.paragraph(
                        "exp-note",
                        "The files of a version stand here where its results are at hand. In the project that has this spec,"
                                + " these commands check out the commit that recorded this version, and make its files and"
                                + " this page anew.")
                + "<pre class=\"exp-command\" tabindex=\"0\">"
                + Html.escape("git checkout $(git log -1 --format=%H -- '" + file + "')\nmvn verify site") + "</pre>\n";
    }

    private static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + "\u00a0B";
        }
        return bytes < KILO * KILO
                ? Numbers.significant((double) bytes / KILO, 3) + "\u00a0kB"
                : Numbers.significant((double) bytes / (KILO * KILO), 3) + "\u00a0MB";
    }
}
