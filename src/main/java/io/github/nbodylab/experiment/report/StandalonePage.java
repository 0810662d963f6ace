package io.github.nbodylab.experiment.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.report.Downloads.Download;
import io.github.nbodylab.experiment.report.crate.CrateMetadata;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The page of an experiment as a document of its own beside its results, {@code ro-crate-preview.html}: the folder can be
 * moved and opened anywhere. Its scripts are in {@code ro-crate-preview_files}.
 */
public final class StandalonePage {

    /** What the page needs beside it, from the page. */
    static final String FILES = "ro-crate-preview_files/";

    private StandalonePage() {}

    /**
     * Writes it.
     *
     * @param results the folder with {@code NAME/record.json}, {@code NAME/ro-crate-metadata.json} and all other results
     * @param name of the experiment
     * @param credits whose the results are
     * @param complaints hears why the page cannot ask the model
     * @throws IOException if a result cannot be read or the page not be written
     */
    public static void write(Path results, String name, Credits credits, Consumer<String> complaints)
            throws IOException {
        Path folder = results.resolve(name);
        ReportRecord record = ReportRecord.read(folder.resolve("record.json"));
        Path beside = folder.resolve(FILES);
        Folders.empty(beside);
        String page = FILES + record.page().substring(0, record.page().lastIndexOf('/') + 1);
        String metadata = Files.readString(folder.resolve(CrateMetadata.FILE));
        PageScripts.write(beside);
        PageFiles files = new PageFiles(
                AskFiles.write(record, results, beside, complaints).map(page::concat),
                FilmFiles.write(record, results, beside).map(page::concat),
                FigureFiles.none(),
                files(Json.parse(metadata)),
                credits,
                FILES + Beside.FOLDER + "/");
        History alone = new History(List.of(record), Optional.of(record.version()));
        Files.writeString(
                folder.resolve(CrateMetadata.PREVIEW),
                document(
                        Html.escape(ExperimentPage.title(record)),
                        metadata,
                        ExperimentPage.html(record, alone, files) + PageScripts.from(files.shared())));
    }

    private static String document(String title, String metadata, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <script type="application/ld+json">
                %s</script>
                <style>
                :root { color-scheme: light dark; }
                body { margin: 1rem auto; padding: 0 1rem; max-width: 75rem; font-family: system-ui, sans-serif;
                  background: light-dark(#fff, #12171e); color: light-dark(#1c2430, #dde3ea); }
                a { color: light-dark(#0b57a4, #8ab8f0); }
                </style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(title, metadata.replace("<", "\\u003c"), title, body);
    }

    /** The files beside the page, each of which can be opened from it. */
    private static List<Download> files(JsonNode metadata) {
        List<Download> files = new ArrayList<>();
        for (JsonNode entity : metadata.path("@graph")) {
            if (entity.path("@type").asText().equals("File")) {
                files.add(new Download(
                        entity.path("name").asText(),
                        entity.path("description").asText(),
                        Optional.of(entity.path("@id").asText()),
                        entity.path("contentSize").asLong(),
                        entity.path("sha256").asText()));
            }
        }
        return files;
    }
}
