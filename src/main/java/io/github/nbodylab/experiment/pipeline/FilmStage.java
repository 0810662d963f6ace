package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.ensemble.Ensemble;
import io.github.nbodylab.experiment.ensemble.Run;
import io.github.nbodylab.experiment.store.Entry;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Key;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.validation.FilmJob;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import io.github.nbodylab.experiment.worker.Worker;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Films the simulation that a report pictures: {@code film.json}, which its page plays. It is for the eye alone, so that no
 * verdict waits for one that would take long or has no room.
 */
final class FilmStage {

    /** Some minutes on one core. */
    private static final double MOST_INTERACTIONS = 1e11;

    private final PipelineSettings settings;
    private final Store store;
    private final Cache cache;
    private final WorkerFactory workers;
    private final Progress progress;

    FilmStage(PipelineSettings settings, Store store, Cache cache, WorkerFactory workers, Progress progress) {
        this.settings = settings;
        this.store = store;
        this.cache = cache;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Writes {@code film.json}, or removes the one of an earlier build where there is none.
     *
     * @return what fails the build: that the simulation does not go as it did the first time; empty if it does
     */
    Optional<String> film(Experiment experiment) throws IOException {
        Optional<Cache.Result> film = Optional.empty();
        Optional<String> failure = Optional.empty();
        try {
            Optional<Run> run = experiment.simulates() ? run(experiment) : Optional.empty();
            if (run.isPresent()) {
                film = film(experiment, run.get());
            }
        } catch (JobFailedException e) {
            failure = Optional.of(e.getMessage());
        } catch (WorkerCrashedException e) {
            progress.warn(e.getMessage());
            progress.warn(experiment.name() + ": the report has no film, for the worker that was to make it broke;"
                    + " nothing else depends on it");
        }
        if (film.isPresent()) {
            LearnStages.layOut(experiment, FilmJob.STAGE.name(), film.get());
        } else {
            Files.deleteIfExists(experiment.file(FilmJob.FILM));
        }
        return failure;
    }

    private static Optional<Run> run(Experiment experiment) throws IOException {
        Optional<String> id = FilmJob.run(experiment.spec(), experiment.folder());
        return Ensemble.of(experiment.spec(), experiment.specFolder()).runs().stream()
                .filter(run -> id.equals(Optional.of(run.id())))
                .findFirst();
    }

    private Optional<Cache.Result> film(Experiment experiment, Run run)
            throws IOException, JobFailedException, WorkerCrashedException {
        Key key = Key.of(FilmJob.STAGE, Json.object().put("run", run.key().digest()));
        boolean isStored = store.find(key).isPresent();
        if (!isStored) {
            Optional<String> hindrance = hindrance(run);
            if (hindrance.isPresent()) {
                progress.info(experiment.name() + ": no film is made, for " + hindrance.get());
                return Optional.empty();
            }
        }
        WorkerFactory ready = workers;
        try {
            if (!isStored) {
                Worker worker = workers.worker();
                ready = () -> worker;
            }
        } catch (
                JobFailedException
                        e) { // all else came from the store, else an earlier goal had failed for want of a JDK
            progress.warn(e.getMessage());
            progress.warn(experiment.name()
                    + ": the report has no film, for its worker has no JDK; nothing else depends" + " on it");
            return Optional.empty();
        }
        StageWork work = new StageWork(settings, ready, experiment, FilmJob.STAGE.name());
        return Optional.of(cache.obtain(key, work.output(), (folder, made) -> work.run(FilmJob.class, made)));
    }

    private Optional<String> hindrance(Run run) throws IOException {
        if (settings.frozen()) {
            return Optional.of("it takes a simulation, and experiment.frozen forbids that");
        }
        Optional<Entry> first = store.find(run.key());
        if (first.isEmpty()) {
            return Optional.of("the store lost simulation " + run.id());
        }
        double interactions =
                Json.read(first.get().file("run.json")).path("pairInteractions").asDouble();
        return interactions <= MOST_INTERACTIONS
                ? Optional.empty()
                : Optional.of("simulation " + run.id() + " would take long once more");
    }
}
