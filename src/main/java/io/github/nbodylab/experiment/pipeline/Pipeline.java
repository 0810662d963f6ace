package io.github.nbodylab.experiment.pipeline;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.compute.Load;
import io.github.nbodylab.experiment.report.paper.JobSummary;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.spec.Complaint;
import io.github.nbodylab.experiment.spec.SpecException;
import io.github.nbodylab.experiment.spec.SpecFile;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.validation.JUnitFile;
import io.github.nbodylab.experiment.validation.LockException;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import io.github.nbodylab.experiment.worker.WorkerCrashedException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The stages over all experiments of a build. Every experiment is tried, and all problems are told at the end. */
public final class Pipeline {

    private final PipelineSettings settings;
    private final Progress progress;
    private final SimulateStage simulate;
    private final SourceStage source;
    private final LearnStages learn;
    private final FilmStage film;
    private final JudgeStage judge;
    private final CrateStage crate;
    private final PredictStage predict;
    private final DiffStage diff;
    private final List<Path> judged = new ArrayList<>();

    /**
     * A pipeline.
     *
     * @param settings what the build says
     * @param workers makes workers when there is work
     * @param progress hears how it goes on
     */
    public Pipeline(PipelineSettings settings, WorkerFactory workers, Progress progress) {
        this.settings = requireNonNull(settings, "settings");
        this.progress = requireNonNull(progress, "progress");
        Store store = new Store(settings.store(), progress::warn);
        this.simulate = new SimulateStage(settings, store, workers, progress);
        Cache cache = new Cache(store, settings.force());
        this.source = new SourceStage(settings, cache, workers);
        this.learn = new LearnStages(settings, cache, workers);
        this.film = new FilmStage(settings, store, cache, workers, progress);
        this.judge = new JudgeStage(settings, store, progress);
        this.crate = new CrateStage(settings, progress);
        this.predict = new PredictStage(progress);
        this.diff = new DiffStage(settings, progress);
    }

    /**
     * The experiments that are meant, all specs checked.
     *
     * @throws SpecException with all that is wrong in any spec, or if {@code only} names one that is not there
     * @throws IOException if a spec cannot be read
     */
    public List<Experiment> experiments() throws SpecException, IOException {
        List<Experiment> experiments = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(settings.only());
        TreeSet<String> known = new TreeSet<>();
        for (SpecFile file : new SpecReader().readAll(settings.specDirectory())) {
            String name = file.spec().name();
            known.add(name);
            unknown.remove(name);
            if (settings.only().isEmpty() || settings.only().contains(name)) {
                experiments.add(new Experiment(
                        file.spec(),
                        file.file(),
                        file.text(),
                        settings.outputDirectory().resolve(name)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new SpecException(List.of(new Complaint(
                    settings.specDirectory().toString(),
                    0,
                    "",
                    "experiment.only names " + String.join(", ", unknown) + ", and no spec has that name",
                    "there are " + String.join(", ", known))));
        }
        return experiments;
    }

    /**
     * Runs what is missing of the simulations, if of all experiments the bodies from files and the tables from elsewhere are
     * sound and what is to run fits into memory.
     */
    public Problems simulate() {
        SortedMap<String, Load> loads = new TreeMap<>();
        Problems problems = each(experiment -> {
            if (experiment.simulates()) {
                simulate.check(experiment).ifPresent(load -> loads.put(experiment.name(), load));
            } else {
                source.check(experiment);
            }
        });
        if (problems.isEmpty()) {
            problems = once(() -> simulate.requireMemory(loads));
        }
        return problems.isEmpty() ? each(this::simulate) : problems;
    }

    private void simulate(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException {
        if (experiment.simulates()) {
            simulate.run(experiment);
        } else {
            SourceStage.simulate(experiment, progress);
        }
    }

    /** Makes the training sets. */
    public Problems assemble() {
        return each(learn::assemble);
    }

    /** Fits the ladders. */
    public Problems train() {
        return each(learn::train);
    }

    /** Scores the models on the test sets, judging nothing. */
    public Problems score() {
        return each(experiment -> learn.score(experiment, false));
    }

    /** Scores and judges; with {@code settings.record()} accepts. */
    public Problems validate() {
        return judge(settings.record(), experiment -> learn.score(experiment, true));
    }

    /** Accepts the results: writes locks and records. */
    public Problems record() {
        return judge(true, experiment -> {
            learn.assemble(experiment); // nothing is computed, unless files are of another spec
            learn.train(experiment);
            learn.score(experiment, false);
        });
    }

    /** Asks a trained model of one experiment about points of the user. */
    public Problems predict(PredictRequest request) {
        return once(() -> {
            List<Experiment> experiments = experiments();
            if (experiments.size() != 1) {
                throw new JobFailedException("points are those of one experiment; name it with -Dexperiment.only=NAME: "
                        + String.join(
                                ", ", experiments.stream().map(Experiment::name).toList()));
            }
            predict.run(experiments.get(0), request);
        });
    }

    /**
     * Tells what differs between the results and those that were accepted.
     *
     * @param against a recorded version, or {@code git:REVISION}; empty for what was accepted last
     */
    public Problems diff(Optional<String> against) {
        return each(experiment -> diff.run(experiment, against));
    }

    /**
     * What was found of the experiments that this pipeline has judged, as a table in Markdown; empty if there are none.
     *
     * @throws IOException if their records cannot be read
     */
    public String summary() throws IOException {
        List<ReportRecord> records = new ArrayList<>();
        for (Path file : judged) {
            records.add(ReportRecord.read(file));
        }
        return JobSummary.markdown(records);
    }

    private Problems judge(boolean record, Step before) {
        Problems.Collector problems = new Problems.Collector();
        each(
                experiment -> {
                    Files.deleteIfExists(experiment.file(JUnitFile.name(experiment.spec())));
                    before.run(experiment);
                    film.film(experiment).ifPresent(failure -> problems.failure(experiment.name() + ": " + failure));
                    Judgement judgement = judge.judge(experiment, record);
                    crate.write(experiment);
                    judged.add(experiment.file(JudgeStage.RECORD));
                    judgement.failures().forEach(failure -> problems.failure(experiment.name() + ": " + failure));
                    judgement.remarks().forEach(problems::remark);
                },
                problems);
        return problems.problems();
    }

    /** Something to do for an experiment. */
    @FunctionalInterface
    private interface Step {
        void run(Experiment experiment) throws IOException, JobFailedException, WorkerCrashedException, LockException;
    }

    /** Something to do. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, JobFailedException, WorkerCrashedException, LockException, SpecException;
    }

    private Problems once(Work work) {
        Problems.Collector problems = new Problems.Collector();
        attempt("", work, problems);
        return problems.problems();
    }

    private Problems each(Step step) {
        Problems.Collector problems = new Problems.Collector();
        each(step, problems);
        return problems.problems();
    }

    private void each(Step step, Problems.Collector problems) {
        List<Experiment> experiments;
        try {
            experiments = experiments();
        } catch (SpecException e) {
            problems.failure(e.getMessage(), e);
            return;
        } catch (IOException e) {
            problems.error(told(e), e);
            return;
        }
        for (Experiment experiment : experiments) {
            attempt(experiment.name() + ": ", () -> step.run(experiment), problems);
        }
    }

    private void attempt(String whose, Work work, Problems.Collector problems) {
        try {
            work.run();
        } catch (SpecException e) {
            problems.failure(told(whose, e), e);
        } catch (JobFailedException | LockException e) {
            problems.failure(told(whose, e), e);
        } catch (RuntimeException e) { // a defect of ours must not hide what the other experiments find
            problems.error(whose + "unexpected " + e + "; 'mvn -e' shows where", e);
        } catch (WorkerCrashedException e) {
            problems.error(whose + e.getMessage(), e);
        } catch (IOException e) {
            problems.error(whose + told(e), e);
        }
    }

    /** Each line of a message with whose it is. */
    private static String told(String whose, Exception e) {
        return e.getMessage().lines().map(whose::concat).collect(Collectors.joining("\n"));
    }

    /** What an I/O error means; Java's own messages are often no more than a path. */
    private String told(IOException e) {
        String remedy = "; the store is " + settings.store() + " (experiment.store), results go to "
                + settings.outputDirectory() + ": both must be writable and have room";
        String what = e instanceof FileSystemException f
                ? f.getFile() + ": " + (f.getReason() == null ? e.getClass().getSimpleName() : f.getReason())
                : String.valueOf(e.getMessage());
        return "cannot read or write " + what + remedy;
    }
}
