package io.github.nbodylab.experiment.report;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.report.Downloads.Download;
import io.github.nbodylab.experiment.report.paper.Credits;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a page, as links from it. A page that has none of it is whole without.
 *
 * @param model the script that hands over the chosen model; of the current version only
 * @param film the script that hands over the film of a simulation; of the current version only
 * @param figures the files of the figures
 * @param downloads the files of the result; of the current version only
 * @param credits whose the results are
 * @param shared the folder of the scripts that all pages share
 */
public record PageFiles(
        Optional<String> model,
        Optional<String> film,
        FigureFiles figures,
        List<Download> downloads,
        Credits credits,
        String shared) {

    public PageFiles {
        requireNonNull(model, "model");
        requireNonNull(film, "film");
        requireNonNull(figures, "figures");
        downloads = List.copyOf(downloads);
        requireNonNull(credits, "credits");
        requireNonNull(shared, "shared");
    }

    /** What stands beside a page of a site. */
    public PageFiles(
            Optional<String> model,
            Optional<String> film,
            FigureFiles figures,
            List<Download> downloads,
            Credits credits) {
        this(model, film, figures, downloads, credits, Beside.SHARED);
    }

    /** Nothing stands beside the page. */
    public static PageFiles none() {
        return new PageFiles(Optional.empty(), Optional.empty(), FigureFiles.none(), List.of(), Credits.unknown());
    }
}
