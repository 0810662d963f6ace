package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.Locale;
import java.util.Optional;

/** A rung whose fits are counted: every few seconds a line says how many are done. Used by several threads. */
final class CountedRung extends RungAround {

    private static final double NANO = 1e-9;

    private final int total;
    private final double everySeconds;
    private final Progress progress;
    private final long start = System.nanoTime();
    private double said;
    private int done;

    /**
     * Starts to count.
     *
     * @param total fits to do
     * @param everySeconds how long it is silent between two lines
     */
    CountedRung(Rung rung, int total, double everySeconds, Progress progress) {
        super(rung);
        this.total = total;
        this.everySeconds = everySeconds;
        this.progress = progress;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        Fit fit = rung.fit(rows);
        line().ifPresent(progress::info);
        return fit;
    }

    private synchronized Optional<String> line() {
        done++;
        double passed = (System.nanoTime() - start) * NANO;
        if (passed - said < everySeconds || done >= total) {
            return Optional.empty();
        }
        said = passed;
        return Optional.of(String.format(
                Locale.ROOT,
                "%s: %d of %d fits, %.2g a second, about %.0f s left",
                name(),
                done,
                total,
                done / passed,
                passed * (total - done) / done));
    }
}
