package io.github.nbodylab.experiment.pipeline.predict;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.CsvLines;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.source.CsvHeader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Predicts the points of a file into another one. Lines are read, predicted by all processors and written block by block, so
 * that a file may have any number of them; the same points give the same bytes.
 */
public final class PointsPredictor {

    private static final int BLOCK = 8192;

    private final Surrogate model;
    private final List<String> carried;
    private final boolean extrapolate;

    /**
     * A predictor.
     *
     * @param model that is asked
     * @param carried names of columns that are no inputs and are copied
     * @param extrapolate whether points outside of the training set are predicted
     */
    public PointsPredictor(Surrogate model, List<String> carried, boolean extrapolate) {
        this.model = requireNonNull(model, "model");
        this.carried = List.copyOf(carried);
        this.extrapolate = extrapolate;
    }

    /**
     * Predicts.
     *
     * @param input a CSV file of which the first line has the names of the columns
     * @param output the CSV file to write; written whole or not at all
     * @throws PointsException if a column or a value is missing, unknown or wrong, with all such complaints; or if points lie
     *     outside of the training set and are not to be predicted
     * @throws IOException if the output cannot be written
     */
    public PredictedPoints predict(Path input, Path output) throws PointsException, IOException {
        Files.createDirectories(output.toAbsolutePath().getParent());
        Path temporary = output.resolveSibling(output.getFileName() + ".tmp");
        try (CsvLines lines = open(input)) {
            PointsFile points = new PointsFile(input.toString(), header(input, lines), model, carried, extrapolate);
            try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
                out.write(Csv.line(points.names()));
                for (List<CsvLines.Line> block = block(input, lines); !block.isEmpty(); block = block(input, lines)) {
                    points.predict(block, out);
                }
            }
            PredictedPoints predicted = points.result();
            Files.move(temporary, output, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return predicted;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static CsvLines open(Path input) throws PointsException {
        if (!Files.isReadable(input) || Files.isDirectory(input)) {
            throw new PointsException(
                    input + ": there is no such file that can be read; correct -Dexperiment.input, or put it there");
        }
        try {
            return CsvLines.open(input);
        } catch (IOException e) {
            throw new PointsException(input + ": " + e.getMessage(), e);
        }
    }

    private static CsvLines.Line header(Path input, CsvLines lines) throws PointsException {
        Optional<CsvLines.Line> header = next(input, lines);
        Optional<String> problem =
                CsvHeader.problem(header.map(CsvLines.Line::cells).orElse(List.of()));
        if (problem.isPresent()) {
            throw new PointsException(input + ": " + problem.get());
        }
        return header.orElseThrow();
    }

    private static List<CsvLines.Line> block(Path input, CsvLines lines) throws PointsException {
        List<CsvLines.Line> block = new ArrayList<>();
        while (block.size() < BLOCK) {
            Optional<CsvLines.Line> line = next(input, lines);
            if (line.isEmpty()) {
                break;
            }
            block.add(line.get());
        }
        return block;
    }

    private static Optional<CsvLines.Line> next(Path input, CsvLines lines) throws PointsException {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new PointsException(input + ": " + e.getMessage(), e);
        }
    }
}
