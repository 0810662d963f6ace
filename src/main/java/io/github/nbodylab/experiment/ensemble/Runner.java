package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.ensemble.LockStep.Started;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Simulates runs on an engine and stores each as soon as it is finished. The longest come first, so that no core idles at
 * the end. Threads, batches and order change no result.
 */
final class Runner {

    /** Bodies to a batch on a device: enough that the cost of a launch is small against the work in it. */
    static final int DEVICE_BATCH = 1 << 15;

    /** The twin pays for no launch, and one system at a time stays in the cache. */
    static final int JVM_BATCH = 1;

    private static final double CHECKPOINT_SECONDS = 60;

    /** Bodies to a batch on an engine. */
    static int batch(ForceEngine engine) {
        return engine.device().engine().equals("opencl") ? DEVICE_BATCH : JVM_BATCH;
    }

    private final ForceEngine engine;
    private final int threads;
    private final int batch;
    private final Store store;
    private final Progress progress;
    private final Checkpoints checkpoints;
    private final double checkpointSeconds;

    /**
     * Creates a runner.
     *
     * @param engine the first thread's; others get siblings of it
     * @param threads drivers side by side, 1 or more
     * @param batch bodies to a batch
     */
    Runner(ForceEngine engine, int threads, int batch, Store store, Progress progress) {
        this(engine, threads, batch, store, progress, CHECKPOINT_SECONDS);
    }

    /** As above, with another time between two checkpoints of a run. */
    Runner(ForceEngine engine, int threads, int batch, Store store, Progress progress, double checkpointSeconds) {
        this.engine = engine;
        this.threads = threads;
        this.batch = batch;
        this.store = store;
        this.progress = progress;
        this.checkpointSeconds = checkpointSeconds;
        checkpoints = new Checkpoints(store.root());
    }

    /**
     * Simulates all.
     *
     * @throws JobFailedException if the store cannot be written
     */
    void simulate(List<Missing> runs) throws Exception {
        List<Missing> longestFirst = new ArrayList<>(runs);
        longestFirst.sort(Comparator.comparingDouble(Missing::work).reversed());
        Queue<Missing> queue = new ConcurrentLinkedQueue<>(longestFirst);
        Tally tally = new Tally(
                progress, runs.size(), runs.stream().mapToDouble(Missing::work).sum());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> drivers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                drivers.add(pool.submit(() -> {
                    drive(queue, tally);
                    return null;
                }));
            }
            for (Future<?> driver : drivers) {
                driver.get();
            }
        } catch (ExecutionException e) {
            queue.clear();
            if (e.getCause() instanceof IOException io) {
                throw unusable(store, io);
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
        tally.sum(engine.device().toString());
    }

    private void drive(Queue<Missing> queue, Tally tally) throws IOException {
        try (ForceEngine own = engine.sibling()) {
            new LockStep(own, batch, checkpoints, checkpointSeconds)
                    .drive(() -> next(queue), finished -> keep(finished, tally));
        } catch (IOException | RuntimeException | Error e) {
            queue.clear(); // the other threads stop after the runs they have begun
            throw e;
        }
    }

    private Started next(Queue<Missing> queue) throws IOException {
        Missing next = queue.poll();
        return next == null ? null : new Started(next, next.start(checkpoints));
    }

    private void keep(Started finished, Tally tally) throws IOException {
        Device device = engine.device();
        ObjectNode made = Json.object();
        made.put("engine", device.engine());
        made.put("device", device.name());
        made.put("driver", device.driver());
        made.put("jdk", System.getProperty("java.vm.version"));
        made.put("seconds", finished.seconds());
        Simulation simulation = finished.simulation;
        Missing missing = finished.missing;
        store.put(finished.run().key(), made, folder -> RunFiles.write(folder, missing, simulation));
        checkpoints.remove(finished.run().key());
        tally.count(simulation.failure().isPresent(), missing.work(), simulation.interactions());
    }

    /** What to tell a user whose store cannot be read or written. */
    static JobFailedException unusable(Store store, IOException e) {
        return new JobFailedException(
                "The store " + store.root() + " cannot be used (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                        + "). Make room there and let it be read and written, or name another folder by"
                        + " -Dexperiment.store=FOLDER; what it holds already is kept.",
                e);
    }
}
