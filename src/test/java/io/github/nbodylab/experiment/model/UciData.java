package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Classification sets of the UCI Machine Learning Repository (Dua and Graff 2019), as Debian's python3-sklearn 1.2.1 ships
 * them: iris (Fisher 1936), wine (Forina et al. 1988), wdbc (Street, Wolberg and Mangasarian 1993), digits (Alpaydin and
 * Kaynak 1998). The last number of a line is the class.
 */
final class UciData {

    private UciData() {}

    /** The rows as in the file, each a group of its own, without columns that never vary. */
    static TrainingTable table(String name) {
        double[][] lines = varying(lines(name));
        int columns = lines[0].length - 1;
        int classes = 1
                + (int) Arrays.stream(lines)
                        .mapToDouble(line -> line[columns])
                        .max()
                        .orElseThrow();
        List<String> levels =
                IntStream.range(0, classes).mapToObj(k -> "class" + k).toList();
        return Tables.of(
                List.of(Target.ofClasses("kind", levels)),
                Tables.numbers(columns),
                Arrays.stream(lines).map(line -> Arrays.copyOf(line, columns)).toArray(double[][]::new),
                Arrays.stream(lines).map(line -> new double[] {line[columns]}).toArray(double[][]::new));
    }

    /** The share of rows that a model takes for what they are, in a cross-validation of ten folds. */
    static double accuracy(Rung rung, String name) throws Exception {
        TrainingTable table = table(name);
        double[][] outputs =
                CrossValidation.predict(rung, table, table.folds(10, 1)).outputs();
        double[] labels = table.values();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] row = outputs[i];
            int best = IntStream.range(0, row.length)
                    .reduce((a, b) -> row[b] > row[a] ? b : a)
                    .orElseThrow();
            right += best == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    /** Without the columns that are the same in all rows. */
    private static double[][] varying(double[][] lines) {
        int[] columns = IntStream.range(0, lines[0].length)
                .filter(c -> Arrays.stream(lines).anyMatch(line -> line[c] != lines[0][c]))
                .toArray();
        return Arrays.stream(lines)
                .map(line -> IntStream.of(columns).mapToDouble(c -> line[c]).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] lines(String name) {
        try (InputStream in = UciData.class.getResourceAsStream(name + ".csv.gz");
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(line -> !line.matches(".*[a-z].*"))
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
