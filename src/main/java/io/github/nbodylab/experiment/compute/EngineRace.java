package io.github.nbodylab.experiment.compute;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Measures which of several engines is the fastest at the work that is ahead. All return the same bits, so that the
 * choice changes no result.
 *
 * @param threads that will drive the engine at once, 1 or more
 * @param load the systems ahead; an engine that cannot take them does not take part
 * @param work makes a batch that stands for the work ahead, for one thread and the engine given
 */
public record EngineRace(int threads, Load load, Function<ForceEngine, ForceBatch> work) {

    /** Nanoseconds of one measurement. */
    private static final long WINDOW = 25_000_000;

    /** The JIT compiler takes so many windows for a large method at times, and the engine is slow until it is done. */
    private static final int PATIENCE = 16;

    private static final long LONGEST = 160 * WINDOW;
    private static final double BETTER = 1.05;

    public EngineRace {
        requireNonNull(load, "load");
        requireNonNull(work, "work");
        if (threads < 1) {
            throw new IllegalArgumentException("no race with " + threads + " threads");
        }
    }

    /**
     * The outcome.
     *
     * @param fastest index of the fastest engine
     * @param why one sentence with the rates of all
     */
    public record Result(int fastest, String why) {}

    /**
     * Times each engine, until it has not got faster for some tenths of a second.
     *
     * @param engines at least one; all stay open
     * @throws IllegalStateException if one fails
     */
    public Result run(List<ForceEngine> engines) {
        int fastest = 0;
        double best = 0;
        List<String> rates = new ArrayList<>();
        for (int e = 0; e < engines.size(); e++) {
            double rate = rate(engines.get(e));
            rates.add(String.format(Locale.ROOT, "%s %.3g G/s", engines.get(e).device(), rate));
            if (rate > best) {
                fastest = e;
                best = rate;
            }
        }
        return new Result(
                fastest,
                "The fastest of these at this work (interactions on " + threads
                        + (threads == 1 ? " thread): " : " threads): ") + String.join(", ", rates));
    }

    /** Interactions a nanosecond of all threads together. */
    private double rate(ForceEngine engine) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch prepared = new CountDownLatch(threads);
        try {
            List<Callable<Double>> drivers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                drivers.add(() -> {
                    try (ForceEngine own = engine.sibling()) {
                        ForceBatch batch = prepare(own, prepared);
                        prepared.await();
                        return best(own, batch);
                    }
                });
            }
            double sum = 0;
            for (Future<Double> driver : pool.invokeAll(drivers)) {
                sum += driver.get();
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while engines were compared", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    engine.device() + " failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private ForceBatch prepare(ForceEngine engine, CountDownLatch prepared) {
        try {
            return work.apply(engine);
        } finally {
            prepared.countDown(); // also where it fails, or the others would wait for ever
        }
    }

    /** The best window, when some have passed without a better one. */
    private static double best(ForceEngine engine, ForceBatch batch) {
        double best = 0;
        int waited = 0;
        for (long total = 0, passed; total < LONGEST && waited < PATIENCE; total += passed) {
            long start = System.nanoTime();
            passed = 0;
            long evaluations = 0;
            while (passed < WINDOW) {
                engine.evaluate(batch);
                evaluations++;
                passed = System.nanoTime() - start;
            }
            double rate = (double) evaluations * batch.interactions() / passed;
            waited = rate > best * BETTER ? 0 : waited + 1;
            best = Math.max(best, rate);
        }
        return best;
    }
}
