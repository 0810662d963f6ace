package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.report.ChangesText;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.Records;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.validation.Lock;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells what differs between the results of this build and others that were accepted. */
final class DiffStage {

    private static final String GIT = "git:";
    private static final String RECORDS = "records";

    private final PipelineSettings settings;
    private final Progress progress;

    DiffStage(PipelineSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * What is compared with.
     *
     * @param record of it
     * @param words what it is called
     */
    private record Other(ReportRecord record, String words) {}

    /**
     * Tells.
     *
     * @param against a recorded version, or {@code git:REVISION}; empty for what was accepted last
     * @throws JobFailedException if there are no results yet, or nothing to compare them with
     * @throws IOException if a record cannot be read
     */
    void run(Experiment experiment, Optional<String> against) throws IOException, JobFailedException {
        ReportRecord now = now(experiment);
        String who = experiment.name() + " " + now.version() + " of this build";
        Optional<String> revision =
                against.filter(word -> word.startsWith(GIT)).map(word -> word.substring(GIT.length()));
        if (revision.isEmpty() && against.isPresent() && isOfOthersOnly(experiment.name(), against.get())) {
            progress.info(who + ": no version " + against.get() + " of it was recorded, so there is nothing to compare"
                    + " with");
            return;
        }
        Optional<Other> other = revision.isPresent()
                ? ofGit(experiment.name(), revision.get())
                : against.isPresent()
                        ? Optional.of(ofVersion(experiment.name(), against.get()))
                        : accepted(experiment.name(), now);
        if (revision.isPresent() && other.isEmpty()) { // an experiment that a branch adds
            progress.info(who + ": git revision '" + revision.get() + "' has no version of it, so all of it is new");
            return;
        }
        if (other.isPresent()) {
            tell(who, other.get().words(), ChangesText.lines(other.get().record(), now));
        } else if (Files.exists(Lock.file(settings.lockDirectory(), experiment.name()))) {
            List<String> lines = now.verdict().differences().stream()
                    .map(difference -> "  " + difference.what() + ": " + side(difference.locked()) + " -> "
                            + side(difference.now()))
                    .toList();
            tell(who, "its lock, for no version is recorded", lines);
        } else {
            throw new JobFailedException(
                    "there is nothing to compare with yet: no version was recorded in " + settings.lockDirectory()
                            + "; 'mvn verify -Dexperiment.record' accepts the results of this build");
        }
    }

    private void tell(String who, String other, List<String> lines) {
        if (lines.isEmpty()) {
            progress.info(who + ": nothing differs from " + other);
        } else {
            progress.info(who + " differs from " + other);
            lines.forEach(progress::info);
        }
    }

    private static String side(String text) {
        return text.isEmpty() ? "(none)" : text.replaceAll("\\s+", " ");
    }

    private ReportRecord now(Experiment experiment) throws IOException, JobFailedException {
        Path file = experiment.file(JudgeStage.RECORD);
        if (!Files.isRegularFile(file)) {
            throw new JobFailedException("there are no results to compare yet; run 'mvn verify' first");
        }
        Path resolved = experiment.file("resolved.yaml");
        if (!Files.isRegularFile(resolved)
                || !Files.readString(resolved).equals(ResolvedSpec.yaml(experiment.spec()))) {
            progress.warn(experiment.name() + ": its spec has changed since 'mvn verify'; the results are those of the"
                    + " spec before");
        }
        return read(file);
    }

    /** A record that cannot be read is the user's to mend, and its message says how. */
    private static ReportRecord read(Path file) throws JobFailedException {
        try {
            return ReportRecord.read(file);
        } catch (IOException e) {
            throw new JobFailedException(e.getMessage(), e);
        }
    }

    /** The record of this version if its results are others, else the newest one of another version. */
    private Optional<Other> accepted(String name, ReportRecord now) throws IOException, JobFailedException {
        List<String> versions = Records.versions(settings.lockDirectory().resolve(RECORDS), name);
        Optional<Other> same =
                versions.contains(now.version()) ? Optional.of(ofVersion(name, now.version())) : Optional.empty();
        if (same.isPresent() && !same.get().record().hasResultsOf(now)) {
            return same;
        }
        Optional<String> newest = versions.stream()
                .filter(version -> !version.equals(now.version()))
                .findFirst();
        return newest.isPresent() ? Optional.of(ofVersion(name, newest.get())) : same;
    }

    /** Whether other experiments have a version that this one has not: whoever asks for it means them. */
    private boolean isOfOthersOnly(String name, String version) throws IOException {
        Path records = settings.lockDirectory().resolve(RECORDS);
        if (!Files.isDirectory(records) || Records.versions(records, name).contains(version)) {
            return false;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(records, Files::isDirectory)) {
            for (Path folder : folders) {
                if (Records.versions(records, folder.getFileName().toString()).contains(version)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Other ofVersion(String name, String version) throws IOException, JobFailedException {
        Path records = settings.lockDirectory().resolve(RECORDS);
        List<String> versions = Records.versions(records, name);
        if (!versions.contains(version)) {
            throw new JobFailedException("no version " + version + " was recorded in " + records.resolve(name) + "; "
                    + (versions.isEmpty() ? "none was" : "there are " + String.join(", ", versions)));
        }
        return new Other(read(records.resolve(name).resolve(version + ".json")), version + " as it is recorded");
    }

    /** The newest version that a revision has; empty if it has none. */
    private Optional<Other> ofGit(String name, String revision) throws IOException, JobFailedException {
        GitRevision git = GitRevision.of(settings.lockDirectory(), revision);
        List<String> versions = Records.newestFirst(git.names(RECORDS + "/" + name));
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        String path = RECORDS + "/" + name + "/" + versions.get(0) + ".json";
        String source = path + " of git revision " + revision;
        try {
            return Optional.of(new Other(
                    ReportRecord.of(Json.parse(git.text(path)), source),
                    versions.get(0) + " as git revision " + revision + " has it"));
        } catch (RecordException e) {
            throw new JobFailedException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new JobFailedException(source + " is " + e.getMessage(), e);
        }
    }
}
