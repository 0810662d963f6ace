package io.github.nbodylab.experiment.trainingset;

/** What is asked of the next merger after a row. */
final class NextMerger {

    private NextMerger() {}

    /**
     * The value of a target.
     *
     * @param target {@code timeToNext}, {@code nextRadius}, {@code nextX}, {@code nextY} or {@code nextZ}
     * @param merger the next one
     * @param time of the row
     */
    static double value(String target, MergerEvent merger, double time) throws TrainingSetException {
        return switch (target) {
            case "timeToNext" -> merger.time() - time;
            case "nextRadius" -> merger.radius();
            case "nextX" -> merger.number("x");
            case "nextY" -> merger.number("y");
            case "nextZ" -> merger.number("z");
            default -> throw new IllegalArgumentException("'" + target + "' is nothing of a merger");
        };
    }
}
