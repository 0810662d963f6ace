package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.worker.Progress;
import java.util.Locale;

/** Counts what is done and says so, in whole lines, at most every few seconds. Used by several threads. */
final class Tally {

    private static final double NANO = 1e-9;
    private static final double EVERY_SECONDS = 3;

    private final Progress progress;
    private final int total;
    private final double totalWork;
    private final long start = System.nanoTime();
    private double said;
    private int done;
    private int failed;
    private double work;
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
        this.totalWork = totalWork;
    }

    /** One more is done. */
    synchronized void count(boolean hasFailed, double itsWork, long itsInteractions) {
        done++;
        failed += hasFailed ? 1 : 0;
        work += itsWork;
        interactions += itsInteractions;
        double passed = passed();
        if (passed - said >= EVERY_SECONDS && done < total) {
            said = passed;
            progress.info(String.format(
                    Locale.ROOT,
                    "%d of %d simulations, %d failed, %.1f a second, about %.0f s left",
                    done,
                    total,
                    failed,
                    done / passed,
                    passed * (totalWork - work) / work));
        }
    }

    /** One line at the end. */
    synchronized void sum(String device) {
        double passed = passed();
        progress.info(String.format(
                Locale.ROOT,
                "%d simulations in %.1f s, %d failed: %.2f G pair interactions a second on %s",
                done,
                passed,
                failed,
                interactions / passed * NANO,
                device));
    }

    private double passed() {
        return Math.max(1e-3, (System.nanoTime() - start) * NANO);
    }
}
