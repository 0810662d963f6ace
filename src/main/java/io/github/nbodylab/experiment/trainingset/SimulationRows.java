package io.github.nbodylab.experiment.trainingset;

import java.util.List;
import java.util.Optional;

/** A row for each simulation, at its end or at each of some times. */
final class SimulationRows implements RowMaker {

    private final List<Double> times;
    private final List<String> targets;

    /**
     * Creates the maker.
     *
     * @param times of the rows of a simulation; empty for its end
     */
    SimulationRows(List<Double> times, List<String> targets) {
        this.times = times.isEmpty() ? List.of(Double.POSITIVE_INFINITY) : times;
        this.targets = targets;
    }

    @Override
    public void make(Runs.Run run, Rows rows) throws TrainingSetException {
        Optional<MergerEvent> first = run.firstAfter(Double.NEGATIVE_INFINITY);
        for (double time : times) {
            double[] values = new double[targets.size()];
            boolean known = true;
            for (int t = 0; t < values.length; t++) {
                String target = targets.get(t);
                if (target.equals("mergers")) {
                    values[t] = run.mergersUntil(time);
                } else if (first.isEmpty()) {
                    known = false;
                } else {
                    values[t] = target.equals("firstMergerTime")
                            ? first.get().time()
                            : first.get().radius();
                }
            }
            if (known) {
                rows.add(run, new double[] {time}, values);
            } else {
                rows.censor("simulations that ended before their first merger");
            }
        }
    }
}
