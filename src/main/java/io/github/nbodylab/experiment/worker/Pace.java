package io.github.nbodylab.experiment.worker;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** Counts what is done of some work and says so, in whole lines, at most every few seconds. Used by several threads. */
public final class Pace {

    private static final double NANO = 1e-9;
    private static final double EVERY_SECONDS = 3;

    private final Progress progress;
    private final String whose;
    private final String what;
    private final int total;
    private final double totalWork;
    private final double everySeconds;
    private final long start = System.nanoTime();
    private double said;
    private int done;
    private double work;

    /**
     * Starts to count.
     *
     * @param progress hears the lines
     * @param whose stands before each line, such as {@code "studies: "}
     * @param what is counted, such as {@code "fits"}
     * @param total how many there are to do
     * @param totalWork the work of all together, in any unit, by which the time left is told
     */
    public Pace(Progress progress, String whose, String what, int total, double totalWork) {
        this(progress, whose, what, total, totalWork, EVERY_SECONDS);
    }

    /** The same with the seconds that it is silent between two lines. */
    public Pace(Progress progress, String whose, String what, int total, double totalWork, double everySeconds) {
        this.progress = requireNonNull(progress, "progress");
        this.whose = requireNonNull(whose, "whose");
        this.what = requireNonNull(what, "what");
        this.total = total;
        this.totalWork = totalWork;
        this.everySeconds = everySeconds;
    }

    /** One more is done. */
    public void done(double itsWork) {
        done(itsWork, "");
    }

    /**
     * One more is done.
     *
     * @param itsWork in the unit of the whole
     * @param more stands behind the count, such as {@code ", 2 failed"}
     */
    public synchronized void done(double itsWork, String more) {
        done++;
        work += itsWork;
        double passed = seconds();
        if (passed - said >= everySeconds && done < total) {
            said = passed;
            progress.info(String.format(
                    Locale.ROOT,
                    "%s%d of %d %s%s, %s a second, about %.0f s left",
                    whose,
                    done,
                    total,
                    what,
                    more,
                    rate(done / passed),
                    passed * Math.max(0, totalWork - work) / Math.max(work, Double.MIN_NORMAL)));
        }
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, rate < 10 ? "%.2g" : "%.0f", rate);
    }

    /** Since it began to count; a millisecond at least. */
    public double seconds() {
        return Math.max(1e-3, (System.nanoTime() - start) * NANO);
    }
}
