package io.github.nbodylab.experiment.trainingset;

import java.util.List;

/**
 * A merger of a run.
 *
 * @param time of the contact, Henon units
 * @param header names of the columns of {@code mergers.csv}
 * @param cells of its row there
 */
record MergerEvent(double time, List<String> header, List<String> cells) {

    static MergerEvent of(List<String> header, List<String> cells) throws TrainingSetException {
        return new MergerEvent(number("time", header, cells), header, cells);
    }

    /**
     * The number of a column.
     *
     * @throws TrainingSetException if there is no such column, or no number in it
     */
    double number(String column) throws TrainingSetException {
        return number(column, header, cells);
    }

    private static double number(String column, List<String> header, List<String> cells) throws TrainingSetException {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new TrainingSetException(Runs.MERGERS + " has no column '" + column + "': run simulate again.");
        }
        return Column.finite(column, cells.get(index));
    }

    /** The distance of its place from the origin, where the centre of mass of the cluster is. */
    double radius() throws TrainingSetException {
        double x = number("x");
        double y = number("y");
        double z = number("z");
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** The body that keeps its id, as the remnant. */
    int kept() throws TrainingSetException {
        return (int) number("id1");
    }

    /** The body that is gone afterwards. */
    int gone() throws TrainingSetException {
        return (int) number("id2");
    }
}
