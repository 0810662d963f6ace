package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.ensemble.Ensemble;
import io.github.nbodylab.experiment.ensemble.Run;
import io.github.nbodylab.experiment.model.Trainer;
import io.github.nbodylab.experiment.model.study.StudyJob;
import io.github.nbodylab.experiment.report.paper.Extracts;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.trainingset.TrainingSetAssembler;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.validation.JUnitFile;
import io.github.nbodylab.experiment.validation.Lock;
import io.github.nbodylab.experiment.validation.LockException;
import io.github.nbodylab.experiment.validation.RecordFile;
import io.github.nbodylab.experiment.validation.Validator;
import io.github.nbodylab.experiment.validation.Verdict;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the results against the acceptance rules and the lock; writes what the report shows, whatever it finds. */
final class JudgeStage {

    private static final List<String> FILES =
            List.of("trainingset.csv", "trainingset.json", "training.json", "report.json");

    /** What {@code record} would keep. */
    static final String RECORD = "record.json";

    private final PipelineSettings settings;
    private final Store store;
    private final Progress progress;

    JudgeStage(PipelineSettings settings, Store store, Progress progress) {
        this.settings = settings;
        this.store = store;
        this.progress = progress;
    }

    /** Judges, and with {@code record} accepts. */
    Judgement judge(Experiment experiment, boolean record) throws IOException, LockException, JobFailedException {
        requireSameSpec(experiment);
        JsonNode report = Json.read(experiment.file("report.json"));
        boolean accepted = report.path("accepted").asBoolean();
        Lock now = results(experiment, report);
        Path lockFile = Lock.file(settings.lockDirectory(), experiment.name());
        boolean recorded = record && accepted;
        Verdict verdict = recorded ? Verdict.of(Optional.of(now), now, 0) : held(experiment, now, lockFile);
        ObjectNode content = write(experiment, verdict, accepted, now.digests());
        if (recorded) {
            try {
                accept(experiment, content, now, lockFile);
            } catch (JobFailedException e) { // nothing may say that they were accepted
                write(experiment, held(experiment, now, lockFile), accepted, now.digests());
                throw e;
            }
        }
        tell(experiment, report, verdict);
        Judgement judgement = Judgement.of(experiment, report, verdict, settings.requireLock(), record);
        JUnitFile.write(
                experiment.folder(),
                experiment.spec(),
                report,
                verdict,
                judgement.refused(),
                Timeline.seconds(experiment.folder()));
        return judgement;
    }

    private static Verdict held(Experiment experiment, Lock now, Path lockFile) throws IOException, LockException {
        return Verdict.of(Lock.read(lockFile), now, experiment.spec().validate().fitsRelative());
    }

    /** The goals before this one may have seen another spec. */
    private static void requireSameSpec(Experiment experiment) throws IOException, JobFailedException {
        if (!Files.readString(experiment.file("resolved.yaml")).equals(ResolvedSpec.yaml(experiment.spec()))) {
            throw new JobFailedException(
                    "the results are of another spec than the one that stands there now;" + " run 'mvn verify' again");
        }
    }

    private static Lock results(Experiment experiment, JsonNode report) throws IOException {
        SortedMap<String, Integer> revisions = new TreeMap<>();
        stages(experiment).forEach(stage -> revisions.put(stage.name(), stage.revision()));
        return new Lock(
                report.path("chosen").asText(),
                ResolvedSpec.flat(experiment.spec()),
                digests(experiment),
                Lock.metrics(report),
                revisions);
    }

    private static List<Stage> stages(Experiment experiment) {
        List<Stage> stages = new ArrayList<>();
        if (experiment.simulates()) {
            stages.add(Ensemble.STAGE);
        }
        stages.addAll(List.of(TrainingSetAssembler.STAGE, Trainer.STAGE));
        if (!experiment.spec().validate().studies().isEmpty()) {
            stages.add(StudyJob.STAGE);
        }
        stages.add(Validator.STAGE);
        return stages;
    }

    private static SortedMap<String, String> digests(Experiment experiment) throws IOException {
        List<String> files = new ArrayList<>(experiment.models());
        files.addAll(FILES);
        if (experiment.simulates()) {
            files.addAll(SimulateStage.TABLES);
        }
        SortedMap<String, String> digests = new TreeMap<>();
        for (String file : files) {
            digests.put(file, Digest.of(experiment.file(file)));
        }
        return digests;
    }

    private ObjectNode write(Experiment experiment, Verdict verdict, boolean accepted, Map<String, String> digests)
            throws IOException, JobFailedException {
        Json.write(experiment.file("verdict.json"), verdict.toJson(accepted));
        SortedMap<String, String> all = new TreeMap<>(digests);
        all.put("resolved.yaml", Digest.of(experiment.file("resolved.yaml")));
        Provenance.complete(experiment.folder(), settings.pluginVersion(), stages(experiment), all);
        try {
            ObjectNode record = RecordFile.assemble(
                    experiment.spec(), experiment.text(), experiment.folder(), run -> finalState(experiment, run));
            Path file = experiment.file(RECORD);
            Json.write(file, record);
            Extracts.write(ReportRecord.of(record, file.toString()), settings.credits(), experiment.folder());
            return record;
        } catch (TrainingSetException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }

    private Path finalState(Experiment experiment, String id) throws IOException {
        for (Run run : Ensemble.of(experiment.spec(), experiment.specFolder()).runs()) {
            if (run.id().equals(id)) {
                return store.find(run.key())
                        .orElseThrow(() -> new IOException("the store " + store.root() + " lost simulation " + id
                                + " since the goal 'simulate'; run 'mvn verify' again"))
                        .file("final.csv");
            }
        }
        throw new IOException("runs.csv is of another spec: no simulation " + id + "; run 'mvn verify' again");
    }

    /** Writes the record, then the lock: who finds the lock finds its record. */
    private void accept(Experiment experiment, ObjectNode content, Lock now, Path lockFile)
            throws IOException, JobFailedException {
        RecordFile.requireSmall(content);
        Path recordFile = RecordFile.file(settings.lockDirectory(), experiment.spec());
        if (Files.exists(recordFile) && !Files.readString(recordFile).equals(Json.canonical(content))) {
            progress.warn("The record of " + experiment.name() + " "
                    + experiment.spec().version() + " is replaced; raise 'version' in the spec to keep both");
        }
        Files.createDirectories(recordFile.getParent());
        Json.write(recordFile, content);
        now.write(lockFile);
        progress.info("Recorded: " + lockFile + " and " + recordFile + "; commit both");
    }

    private void tell(Experiment experiment, JsonNode report, Verdict verdict) {
        String chosen = report.path("chosen").asText();
        for (JsonNode model : report.path("models")) {
            if (model.path("name").asText().equals(chosen)) {
                String headline = report.path("headline").asText();
                JsonNode value = model.path("test").path(headline);
                progress.info(String.format(
                        Locale.ROOT,
                        "%s %s: %s chosen, %s %.3f [%.3f, %.3f] on %d held-out rows",
                        experiment.name(),
                        experiment.spec().version(),
                        chosen,
                        headline,
                        value.path("value").asDouble(),
                        value.path("low").asDouble(),
                        value.path("high").asDouble(),
                        report.path("rows").path("test").asInt()));
            }
        }
        for (JsonNode rule : report.path("acceptance")) {
            progress.info("  " + (rule.path("passed").asBoolean() ? "met:    " : "missed: ")
                    + rule.path("rule").asText());
        }
        progress.info("  " + verdict.kind() + ": " + verdict.kind().summary());
        verdict.differences().stream().limit(Judgement.SHOWN).forEach(difference -> progress.info("    " + difference));
        if (verdict.differences().size() > Judgement.SHOWN) {
            progress.info("    and " + (verdict.differences().size() - Judgement.SHOWN) + " more, in verdict.json");
        }
    }
}
