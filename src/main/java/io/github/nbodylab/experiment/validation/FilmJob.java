package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.ensemble.Ensemble;
import io.github.nbodylab.experiment.ensemble.Replay;
import io.github.nbodylab.experiment.ensemble.Run;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import io.github.nbodylab.experiment.trainingset.StageFiles;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Simulates once more the run whose cluster the report pictures, and films it. Its arguments are {@link StageFiles}: the
 * folder has {@code runs.csv} and {@code mergers.csv}; {@code film.json} is written to the output.
 */
public final class FilmJob implements Job {

    /** This stage. */
    public static final Stage STAGE = new Stage("film", 1, "first version");

    /** What is written. */
    public static final String FILM = "film.json";

    private static final int INTERVALS = 200;

    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException, IOException {
        StageFiles files = StageFiles.of(arguments);
        film(files.experiment(), files.specFolder(), files.folder(), files.output(), progress);
    }

    /**
     * The run that is filmed: the one whose cluster the report pictures; empty if no run was completed.
     *
     * @param folder which has {@code runs.csv} and {@code mergers.csv}
     * @throws IOException if one of them cannot be read
     */
    public static Optional<String> run(ExperimentSpec spec, Path folder) throws IOException {
        return new RunPictures(spec, folder).clusterRun();
    }

    /**
     * Films.
     *
     * @param spec an experiment that simulates
     * @param specFolder to which the file of the bodies is relative
     * @param folder which has {@code runs.csv} and {@code mergers.csv}
     * @param output where the file goes; made if it is not there
     * @param progress hears what is simulated
     * @throws JobFailedException if no run can be filmed, or it does not go as it did the first time
     * @throws IOException if a file cannot be read or written
     */
    public static void film(ExperimentSpec spec, Path specFolder, Path folder, Path output, Progress progress)
            throws JobFailedException, IOException {
        RunPictures pictures = new RunPictures(spec, folder);
        String id = pictures.clusterRun()
                .orElseThrow(() -> new JobFailedException("no run was completed that a film could show"));
        Ensemble ensemble = Ensemble.of(spec, specFolder);
        Run run = ensemble.runs().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new JobFailedException(
                        "runs.csv is of another spec: no simulation " + id + "; run 'mvn verify' again"));
        String label = pictures.clusterLabel().orElse(id);
        progress.info("Simulates run " + id + " (" + label + ") once more, to film it");
        Replay replay = Replay.of(ensemble, run, INTERVALS);
        requireSameMergers(id, pictures.clusterMergers(), replay.mergers());
        Files.createDirectories(output);
        Json.write(output.resolve(FILM), Film.of(replay, label));
    }

    private static void requireSameMergers(String run, List<List<String>> first, List<List<String>> again)
            throws JobFailedException {
        for (int m = 0; m < Math.max(first.size(), again.size()); m++) {
            String before = m < first.size()
                    ? String.join(", ", first.get(m).subList(1, first.get(m).size()))
                    : "none";
            String now = m < again.size() ? String.join(", ", again.get(m)) : "none";
            if (!before.equals(now)) {
                throw new JobFailedException("run " + run + " did not repeat: its merger " + (m + 1) + " is (" + before
                        + ") in mergers.csv, and (" + now + ") when it is simulated again for the film. Same spec, same"
                        + " bits: if nobody changed mergers.csv by hand, memory or processor made an error, or there is"
                        + " a defect here; 'mvn verify -Dexperiment.force' computes all anew");
            }
        }
    }
}
