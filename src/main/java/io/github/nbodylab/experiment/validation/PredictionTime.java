package io.github.nbodylab.experiment.validation;

import io.github.nbodylab.experiment.surrogate.Surrogate;

/** How long the chosen model takes for a prediction. */
final class PredictionTime {

    private static final long WARM_NANOS = 150_000_000;
    private static final long MEASURED_NANOS = 100_000_000;

    private PredictionTime() {}

    /**
     * Measures it on the held-out rows, one after another in one thread, when the code is warm.
     *
     * @return seconds for a point; different every time
     */
    static double seconds(TrainedLadder ladder) {
        Surrogate model = ladder.models().get(ladder.chosen());
        double[][] rows = ladder.table().testRows().inputs();
        time(model, rows, WARM_NANOS);
        return time(model, rows, MEASURED_NANOS).seconds();
    }

    private static Timed time(Surrogate model, double[][] rows, long nanos) {
        long start = System.nanoTime();
        long points = 0;
        double sum = 0;
        long passed;
        do {
            for (double[] row : rows) {
                sum += model.outputs(row)[0];
            }
            points += rows.length;
            passed = System.nanoTime() - start;
        } while (passed < nanos);
        return new Timed(passed * 1e-9 / points, sum);
    }

    /** What was measured, and what was computed, lest the compiler leave it out. */
    private record Timed(double seconds, double sum) {}
}
