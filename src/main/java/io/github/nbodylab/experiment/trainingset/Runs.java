package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.store.Csv;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The simulations of an ensemble that were completed, with their mergers.
 *
 * @param completed in the order of the design, then of replicates
 * @param failed how many were not
 */
record Runs(List<Run> completed, int failed) {

    static final String RUNS = "runs.csv";
    static final String MERGERS = "mergers.csv";

    Runs {
        completed = List.copyOf(completed);
    }

    /**
     * One simulation.
     *
     * @param id its name
     * @param point its design point
     * @param parameters cell of each column of {@code runs.csv}
     * @param mergers in the order of their times
     */
    record Run(String id, String point, Map<String, String> parameters, List<MergerEvent> mergers) {
        Run {
            parameters = Map.copyOf(parameters);
            mergers = List.copyOf(mergers);
        }

        /** Mergers with a time up to this one, included. */
        long mergersUntil(double time) {
            return mergers.stream().filter(merger -> merger.time() <= time).count();
        }

        /** The first merger after a time. */
        Optional<MergerEvent> firstAfter(double time) {
            return mergers.stream().filter(merger -> merger.time() > time).findFirst();
        }

        /**
         * The number of a column of {@code runs.csv}.
         *
         * @throws TrainingSetException if there is none
         */
        double number(String column) throws TrainingSetException {
            return Column.finite(column, cell(column));
        }

        /**
         * The cell of a column of {@code runs.csv}.
         *
         * @throws TrainingSetException if there is no such column
         */
        String cell(String column) throws TrainingSetException {
            String cell = parameters.get(column);
            if (cell == null) {
                throw new TrainingSetException(RUNS + " has no column '" + column + "': run simulate again.");
            }
            return cell;
        }
    }

    /**
     * Reads both files.
     *
     * @throws TrainingSetException if they do not fit each other
     * @throws IOException if they cannot be read
     */
    static Runs read(Path folder) throws TrainingSetException, IOException {
        Csv runs = Csv.read(folder.resolve(RUNS));
        Map<String, List<MergerEvent>> mergers = mergers(folder, runs);
        List<Run> completed = new ArrayList<>();
        int failed = 0;
        try {
            for (List<String> row : runs.rows()) {
                if (!row.get(runs.column("status")).equals("completed")) {
                    failed++;
                    continue;
                }
                String id = row.get(runs.column("run"));
                Map<String, String> cells = new LinkedHashMap<>();
                for (int c = 0; c < row.size(); c++) {
                    cells.put(runs.header().get(c), row.get(c));
                }
                Run run = new Run(id, row.get(runs.column("point")), cells, mergers.get(id));
                if (!row.get(runs.column("mergers"))
                        .equals(Integer.toString(run.mergers().size()))) {
                    throw new TrainingSetException("The run " + id + " has "
                            + row.get(runs.column("mergers")) + " mergers in " + RUNS + " but "
                            + run.mergers().size() + " in " + MERGERS + ": run simulate again.");
                }
                completed.add(run);
            }
        } catch (IllegalArgumentException e) {
            throw new TrainingSetException(folder.resolve(RUNS) + ": " + e.getMessage(), e);
        }
        return new Runs(completed, failed);
    }

    private static Map<String, List<MergerEvent>> mergers(Path folder, Csv runs)
            throws TrainingSetException, IOException {
        Map<String, List<MergerEvent>> times = new LinkedHashMap<>();
        Csv mergers = Csv.read(folder.resolve(MERGERS));
        try {
            for (List<String> row : runs.rows()) {
                times.put(row.get(runs.column("run")), new ArrayList<>());
            }
            for (List<String> row : mergers.rows()) {
                String id = row.get(mergers.column("run"));
                if (!times.containsKey(id)) {
                    throw new TrainingSetException(
                            MERGERS + " has a merger of the run " + id + ", which is not in " + RUNS + ".");
                }
                times.get(id).add(MergerEvent.of(mergers.header(), row));
            }
            times.values().forEach(list -> list.sort(Comparator.comparingDouble(MergerEvent::time)));
        } catch (IllegalArgumentException e) {
            throw new TrainingSetException(folder + ": " + e.getMessage(), e);
        }
        return times;
    }
}
