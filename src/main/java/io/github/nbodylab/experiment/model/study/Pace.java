package io.github.nbodylab.experiment.model.study;

import io.github.nbodylab.experiment.worker.Progress;
import java.util.Locale;

/** Counts fits and says how fast they go, in whole lines, at most every few seconds. Used by several threads. */
final class Pace {

    private static final double NANO = 1e-9;
    private static final double EVERY_SECONDS = 3;

    private final Progress progress;
    private final int total;
    private final double totalWork;
    private final long start = System.nanoTime();
    private double said;
    private int done;
    private double work;

    /**
     * Starts to count.
     *
     * @param total fits to do
     * @param totalWork rows that they see, all in all
     */
    Pace(Progress progress, int total, double totalWork) {
        this.progress = progress;
        this.total = total;
        this.totalWork = totalWork;
    }

    /** One more is done. */
    synchronized void done(int rows) {
        done++;
        work += rows;
        double passed = Math.max(1e-3, (System.nanoTime() - start) * NANO);
        if (passed - said >= EVERY_SECONDS && done < total) {
            said = passed;
            progress.info(String.format(
                    Locale.ROOT,
                    "studies: %d of %d fits, %.1f a second, about %.0f s left",
                    done,
                    total,
                    done / passed,
                    passed * (totalWork - work) / Math.max(1, work)));
        }
    }
}
