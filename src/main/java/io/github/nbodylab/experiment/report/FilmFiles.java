package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a page so that it can play a simulation: the film as a script that hands it over, and the player, which
 * all pages share. A page in a file may load scripts, but no data.
 */
public final class FilmFiles {

    /** The scripts of the player, in the order in which a page loads them; the film comes after them. */
    static final List<String> SCRIPTS = List.of("gl-matrix-min.js", "viewer-film.js", "viewer-scene.js", "viewer.js");

    /** The matrices come from a webjar of this version; their licence stands at the head of the script. */
    private static final String MATRICES = "/META-INF/resources/webjars/gl-matrix/3.4.4/";

    private FilmFiles() {}

    /**
     * Writes them, if the results of this build are those that the record tells of and have a film.
     *
     * @param results the folder with {@code NAME/record.json} and {@code NAME/film.json}; may be missing
     * @param site its root
     * @return the link from the page to the film's script; empty if it has none
     * @throws IOException if they cannot be read or written
     */
    public static Optional<String> write(ReportRecord record, Path results, Path site) throws IOException {
        Path film = results.resolve(record.name()).resolve("film.json");
        if (!Files.isRegularFile(film) || !Beside.isCurrent(record, film.getParent())) {
            return Optional.empty();
        }
        Path page = site.resolve(record.page());
        Path script = page.resolveSibling(record.version()).resolve("film.js");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "experimentFilm(" + Files.readString(film).strip() + ");\n");
        for (String name : SCRIPTS) {
            Beside.share(name.startsWith("viewer") ? name : MATRICES + name, page);
        }
        return Optional.of(record.version() + "/" + script.getFileName());
    }
}
