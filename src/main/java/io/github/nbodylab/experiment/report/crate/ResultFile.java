package io.github.nbodylab.experiment.report.crate;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A file among the results of an experiment.
 *
 * @param path from the experiment's folder; that of a folder ends with a slash
 * @param stage that made it; empty for what the stages are given
 * @param description what it holds, plain text
 */
record ResultFile(String path, String stage, String description) {

    static final String SPEC = "spec.yaml";
    static final String SIMULATE = "simulate";
    static final String ASSEMBLE = "assemble-trainingset";
    static final String TRAIN = "train";
    static final String STUDY = "study";
    static final String VALIDATE = "validate";
    static final String FILM = "film";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "yaml", "application/yaml",
            "cff", "application/yaml",
            "xml", "application/xml",
            "svg", "image/svg+xml",
            "tex", "application/x-tex");

    /** Those that are there, in the order of the stages. */
    static List<ResultFile> of(ExperimentSpec spec, Path folder) throws IOException {
        List<ResultFile> all = new ArrayList<>();
        String first = spec.source().isEmpty() ? SIMULATE : ASSEMBLE;
        all.add(new ResultFile(SPEC, "", "The spec of the experiment, as its author wrote it."));
        all.add(new ResultFile("resolved.yaml", first, "The spec with every default filled in, in Henon units."));
        all.add(new ResultFile("units.json", SIMULATE, "Factors from Henon units to physical units."));
        all.add(new ResultFile(
                "runs.csv", SIMULATE, "One row for each simulation: parameters, seed, status, energy error, mergers."));
        all.add(new ResultFile(
                "mergers.csv", SIMULATE, "One row for each merger: time, place, velocity, masses, ids."));
        all.add(new ResultFile(
                "diagnostics.csv", SIMULATE, "Energy, momentum and radii of each simulation at equal times."));
        all.add(new ResultFile(
                "snapshots/", SIMULATE, "The bodies of each simulation at equal times, HDF5 as GADGET's."));
        all.add(new ResultFile("trainingset.csv", ASSEMBLE, "The training set: group, split, inputs and targets."));
        all.add(new ResultFile("trainingset.json", ASSEMBLE, "Kinds, units and sizes of the training set's columns."));
        spec.train()
                .fitted()
                .forEach(model -> all.add(new ResultFile(
                        "models/" + model.specName() + ".json",
                        TRAIN,
                        "The fitted model " + model.specName()
                                + ", which the package surrogate of the plugin evaluates.")));
        all.add(new ResultFile("training.json", TRAIN, "What cross-validation found, and the model that it chose."));
        all.add(new ResultFile("studies.json", STUDY, "Learning curve and other studies of the chosen model."));
        all.add(new ResultFile(
                "report.json", VALIDATE, "Metrics of every model with intervals, diagnostics, acceptance rules."));
        all.add(new ResultFile("verdict.json", VALIDATE, "How the results compare with those that were accepted."));
        all.add(new ResultFile("provenance.json", VALIDATE, "Devices, versions, revisions of stages, and digests."));
        all.add(new ResultFile("timeline.json", VALIDATE, "What each stage took, in seconds."));
        all.add(new ResultFile("record.json", VALIDATE, "All that the report's page shows."));
        all.add(new ResultFile("metrics.json", VALIDATE, "The metrics of all models, for programs."));
        all.add(new ResultFile("numbers.tex", VALIDATE, "The numbers of the result as macros, for LaTeX."));
        all.add(new ResultFile("badge.svg", VALIDATE, "The verdict as a picture."));
        all.add(new ResultFile("CITATION.cff", VALIDATE, "How to cite the result."));
        all.add(new ResultFile(
                "TEST-experiment-" + spec.name() + ".xml",
                VALIDATE,
                "Acceptance rules and verdict as a JUnit report."));
        all.add(new ResultFile("film.json", FILM, "One simulation at 201 times, for the player of the report's page."));
        return all.stream()
                .filter(file -> Files.exists(folder.resolve(file.path())))
                .toList();
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    String id() {
        return Graph.encode(path);
    }

    String mediaType() {
        return MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** What it holds, with its columns if it is a table. */
    String described(Path folder) throws IOException {
        if (!path.endsWith(".csv")) {
            return description;
        }
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(path))) {
            String head = lines.readLine();
            return head == null ? description : description + " Columns: " + head.replace(",", ", ") + ".";
        }
    }
}
