package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Load;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.TimeGrid;
import io.github.nbodylab.experiment.store.Store;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** How much memory the runs of an ensemble take. Each thread has one under way at least, and the largest may meet. */
public final class Loads {

    /** What a simulation keeps of each body: bodies, forces and derivatives now, next and predicted. */
    static final long BODY_BYTES = 1024;

    /** What it keeps of each body for each snapshot. */
    static final long SNAPSHOT_BYTES = 96;

    /** What it keeps of each line of diagnostics. */
    static final long LINE_BYTES = 256;

    /** What a file takes for each body and snapshot while it is written and read back. */
    static final long WRITING_BYTES = 160;

    /** What it takes then for the groups and attributes of each snapshot. */
    static final long GROUP_BYTES = 40_000;

    private Loads() {}

    /**
     * What is to run of an ensemble.
     *
     * @param initial its bodies at time 0
     * @param store what seems to be there is not to run; empty if all is
     * @param threads that simulate side by side, 1 or more
     * @return empty if nothing is to run
     */
    public static Optional<Load> of(Ensemble ensemble, InitialConditions initial, Optional<Store> store, int threads) {
        List<Missing> missing = ensemble.runs().stream()
                .filter(run -> store.isEmpty() || !store.get().mayHave(run.key()))
                .map(run -> new Missing(ensemble, initial, run))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of(of(missing, threads));
    }

    /** That of runs, at least one. */
    static Load of(List<Missing> runs, int threads) {
        int systems = Math.min(threads, runs.size());
        return new Load(
                systems,
                sumOfLargest(runs, Loads::bodies, 1),
                sumOfLargest(runs, Loads::bodies, systems),
                sumOfLargest(runs, Loads::hostBytes, systems));
    }

    private static long sumOfLargest(List<Missing> runs, ToLongFunction<Missing> size, int count) {
        return runs.stream()
                .map(size::applyAsLong)
                .sorted(Comparator.reverseOrder())
                .limit(count)
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * How many bodies a thread may have in a batch, so that what all threads keep fits into memory; one cluster is always
     * in it.
     *
     * @param most as many as an engine wants
     * @param heap bytes of this JVM's memory
     */
    static int batch(List<Missing> runs, int threads, int most, long heap) {
        long share = heap / threads - sumOfLargest(runs, Loads::writtenBytes, 1);
        double bytesOfABody = runs.stream()
                .mapToDouble(run -> (double) keptBytes(run) / bodies(run))
                .max()
                .orElseThrow();
        long largest = sumOfLargest(runs, Loads::bodies, 1); // by which the last one may pass the limit
        return (int) Math.max(1, Math.min(most, share / bytesOfABody - largest));
    }

    private static long bodies(Missing run) {
        return run.initial().bodies(run.run().point());
    }

    private static long hostBytes(Missing run) {
        return keptBytes(run) + writtenBytes(run);
    }

    private static long keptBytes(Missing run) {
        Simulate simulate = run.ensemble().spec().simulate();
        return bodies(run) * (BODY_BYTES + snapshots(simulate) * SNAPSHOT_BYTES)
                + times(simulate.diagnosticsEvery(), simulate.until()) * LINE_BYTES;
    }

    /** A thread writes one run at a time. */
    private static long writtenBytes(Missing run) {
        return snapshots(run.ensemble().spec().simulate()) * (bodies(run) * WRITING_BYTES + GROUP_BYTES);
    }

    private static long snapshots(Simulate simulate) {
        return simulate.snapshotsEvery().isPresent()
                ? times(simulate.snapshotsEvery().getAsDouble(), simulate.until())
                : 0;
    }

    private static long times(double every, double until) {
        return 1 + (long) new TimeGrid(every, until).last();
    }
}
