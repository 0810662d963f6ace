package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.worker.Pace;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.Locale;

/** Counts simulations, those that failed and their interactions, and says so. Used by several threads. */
final class Tally {

    private static final double GIGA = 1e-9;

    private final Progress progress;
    private final int total;
    private final Pace pace;
    private int failed;
    private long interactions;

    /**
     * Starts to count.
     *
     * @param total simulations to do
     * @param totalWork their work, in any unit
     */
    Tally(Progress progress, int total, double totalWork) {
        this.progress = progress;
        this.total = total;
        this.pace = new Pace(progress, "", "simulations", total, totalWork);
    }

    /** One more is done. */
    synchronized void count(boolean hasFailed, double itsWork, long itsInteractions) {
        failed += hasFailed ? 1 : 0;
        interactions += itsInteractions;
        pace.done(itsWork, ", " + failed + " failed");
    }

    /** One line at the end. */
    synchronized void sum(String device) {
        double seconds = pace.seconds();
        progress.info(String.format(
                Locale.ROOT,
                "%d simulations in %.1f s, %d failed: %.3g G pair interactions a second on %s",
                total,
                seconds,
                failed,
                interactions / seconds * GIGA,
                device));
    }
}
