package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.Pace;

/** A rung whose fits are counted, so that long ones are told of. */
final class CountedRung extends RungAround {

    private final Pace pace;

    /**
     * Starts to count.
     *
     * @param pace of as many fits as there are to do, each with the work 1
     */
    CountedRung(Rung rung, Pace pace) {
        super(rung);
        this.pace = requireNonNull(pace, "pace");
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        Fit fit = rung.fit(rows);
        pace.done(1);
        return fit;
    }
}
