package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.report.plot.CostPlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The site's page about scikit-learn.
 *
 * @param models compared on the same rows
 * @param processes compared
 * @param costs of processes of more and more points
 */
record PeerPage(List<Compared> models, List<ComparedProcess> processes, List<Cost> costs) {

    private static final String HEAD = """
            # Beside scikit-learn

            `mvn test -Ppeers -Dgroups=peers` fits our models and those of scikit-learn 1.2 (Debian's python3-sklearn) to the same
            rows, has both predict the same others, and writes this page anew for the site that is built after it; with
            `-Dpeers.record` also the one that is kept in `site/measured`, which is shown otherwise. The tests fail if one of ours is
            less accurate than chance explains: by more than two standard errors of the difference, row by row. Times are seconds of
            CPU of all threads, of our code when it is compiled, and no test depends on them. Linear algebra has one thread on both sides.

            ## Gaussian processes

            The borehole function (8 inputs), Matern 5/2 with a length scale for each and noise, the same bounds, and as many
            starts, before which ours compares some candidates. *Likelihood* is the logarithm of the marginal likelihood where the search ended, of a process with mean 0
            and targets of standard deviation 1. q2 and coverage of 95 % intervals are on 2000 other points; of ours they are those of
            the model as it ships, whose mean is estimated and which has 8 starts.

            | n | starts | likelihood, ours | theirs | q2, ours | theirs | coverage, ours | theirs | CPU s, ours | theirs | theirs / ours |
            |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    private static final String MODELS = """

            ## Other models

            Classes: accuracy in ten folds, the same for both. Numbers: q2 on 2000 other points after 200, Friedman's function and the
            OTL circuit. Support vectors are those of each side's defaults (ours C = 5, epsilon = 0.05 and gamma by the median
            distance, theirs 1, 0.1 and `scale`), and *alike* with C = 5, epsilon = 0.05 and gamma = `scale` on both. Forests have 100
            trees. Networks for numbers are two layers of 32, tanh, Adam with the rate .01 and at most 500 epochs, of ours five that
            are averaged; for digits one layer of 64, of ours one network for 40 epochs, of theirs all else by default. Ours also
            calibrate probabilities of support vectors within those seconds, which theirs do not.

            | model and table | measure | ours | theirs | two standard errors of the difference | CPU s, ours | theirs |
            |---|---|--:|--:|--:|--:|--:|
            """;

    private static final String COST = """

            ## How the cost of a process grows

            One start. The line in the plot grows as the cube of the number of points; ours is blue, scikit-learn's orange. With twice
            the points a fit takes eight times as long, so a process refuses beyond its
            [limit](reference/spec.html#Training), 2000 points unless the spec says otherwise, with a forecast of the time.

            ![CPU seconds of a fit against the number of points](images/process-cost.svg)

            | points | CPU s, ours | theirs |
            |--:|--:|--:|
            """;

    PeerPage {
        models = List.copyOf(models);
        processes = List.copyOf(processes);
        costs = List.copyOf(costs);
    }

    /**
     * A fit of one start.
     *
     * @param n points
     * @param ours CPU seconds
     * @param theirs CPU seconds, NaN if it was not tried
     */
    record Cost(int n, double ours, double theirs) {}

    /** Writes {@code markdown/peers.md} and {@code resources/images/process-cost.svg}. */
    void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (ComparedProcess process : processes) {
            Compared both = process.accuracy();
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.3f | %.3f | %.5f | %.5f | %.3f | %.3f | %.2f | %.2f | %.1f |\n",
                    process.n(),
                    process.starts(),
                    process.ourLikelihood(),
                    process.theirLikelihood(),
                    both.ours(),
                    both.theirs(),
                    process.ourCoverage(),
                    process.theirCoverage(),
                    both.ourSeconds(),
                    both.theirSeconds(),
                    both.theirSeconds() / both.ourSeconds()));
        }
        text.append(MODELS);
        for (Compared both : models) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.4f | %.4f | %.4f | %.2f | %.2f |\n",
                    both.name(),
                    both.ofClasses() ? "accuracy" : "q2",
                    both.ours(),
                    both.theirs(),
                    both.chance(),
                    both.ourSeconds(),
                    both.theirSeconds()));
        }
        text.append(COST);
        SortedMap<Double, Double> ours = new TreeMap<>();
        SortedMap<Double, Double> theirs = new TreeMap<>();
        for (Cost cost : costs) {
            ours.put((double) cost.n(), cost.ours());
            if (!Double.isNaN(cost.theirs())) {
                theirs.put((double) cost.n(), cost.theirs());
            }
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %.3f | %s |\n",
                    cost.n(),
                    cost.ours(),
                    Double.isNaN(cost.theirs()) ? "not tried" : String.format(Locale.ROOT, "%.2f", cost.theirs())));
        }
        Path images = Files.createDirectories(folder.resolve("resources/images"));
        Files.writeString(images.resolve("process-cost.svg"), CostPlot.svg(ours, theirs) + "\n");
        Files.writeString(Files.createDirectories(folder.resolve("markdown")).resolve("peers.md"), text);
    }
}
