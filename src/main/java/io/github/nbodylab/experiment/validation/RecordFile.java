package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The record of one version of an experiment: all that its page needs, for ever, without running anything. */
public final class RecordFile {

    private static final int SCHEMA = 1;
    private static final int LARGEST = 300_000;

    private RecordFile() {}

    /** Where the record of a version is kept. */
    public static Path file(Path lockFolder, ExperimentSpec spec) {
        return lockFolder.resolve("records").resolve(spec.name()).resolve(spec.version() + ".json");
    }

    /**
     * Puts a record together from the files of an experiment's output folder.
     *
     * @param spec the experiment
     * @param text its spec as the user wrote it
     * @param folder with runs.csv, mergers.csv and perhaps film.json where it simulates; trainingset.csv, trainingset.json,
     *     models, report.json, verdict.json, provenance.json and timeline.json
     * @param finalStates finds the final.csv of a run by its name
     * @throws IOException if one of them cannot be read
     * @throws TrainingSetException if they do not fit each other
     */
    public static ObjectNode assemble(ExperimentSpec spec, String text, Path folder, FinalStates finalStates)
            throws IOException, TrainingSetException {
        ObjectNode record = Json.object();
        record.put("schema", SCHEMA);
        record.put("name", spec.name());
        record.put("version", spec.version());
        record.put("spec", text);
        for (String part : new String[] {"report", "verdict", "provenance", "timeline"}) {
            record.set(part, Json.read(folder.resolve(part + ".json")));
        }
        TrainingTable table = TrainingTable.read(folder);
        record.set("trainingSet", TrainingSetPicture.of(spec, folder, table));
        ObjectNode pictures = record.putObject("pictures");
        pictures.set("predictions", Predictions.testRows(spec, folder));
        Extrapolation.of(spec, folder).ifPresent(picture -> pictures.set("extrapolation", picture));
        if (spec.source().isEmpty()) {
            record.set("design", DesignPictures.ofRuns(spec, folder, table));
            putRuns(record, spec, folder, finalStates);
        } else {
            record.set("design", DesignPictures.ofRows(table));
        }
        return record;
    }

    private static void putRuns(ObjectNode record, ExperimentSpec spec, Path folder, FinalStates finalStates)
            throws IOException {
        RunPictures runs = new RunPictures(spec, folder);
        record.set("runs", runs.summary());
        ObjectNode pictures = record.withObject("/pictures");
        runs.energyErrors().ifPresent(errors -> pictures.set("energyErrors", errors));
        pictures.set("mergersOverTime", runs.mergersOverTime());
        Optional<String> shown = runs.clusterRun();
        if (shown.isPresent()) {
            pictures.set("cluster", runs.cluster(finalStates.find(shown.get())));
            Tracks.of(folder, shown.get()).ifPresent(tracks -> pictures.set("tracks", tracks));
        }
    }

    /**
     * Holds a record against the size that git should carry.
     *
     * @throws JobFailedException if it is larger
     */
    public static void requireSmall(ObjectNode record) throws JobFailedException {
        int size = Json.canonical(record).getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new JobFailedException("not recorded: the record would have " + size + " bytes, and " + LARGEST
                    + " is the most that version control should carry; fewer models, inputs or studies, or a smaller test"
                    + " fraction (trainingSet.split.test), make it smaller");
        }
    }

    /** Finds the state in which a simulation ended. */
    @FunctionalInterface
    public interface FinalStates {
        /**
         * Finds.
         *
         * @param run as {@code runs.csv} names it
         * @return its final.csv
         * @throws IOException if it is not in the store
         */
        Path find(String run) throws IOException;
    }
}
