package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One model on one table, of ours and of scikit-learn: the same rows to learn from, and the same to predict.
 *
 * @param name of its files
 * @param rung ours, with the settings that the row of the table tells
 * @param rows to learn from
 * @param test rows to predict, or none for a cross-validation of ten folds
 * @param theirs {@code kind} and {@code options} for the script
 */
record PeerTask(String name, Rung rung, TrainingTable rows, Optional<TrainingTable> test, ObjectNode theirs) {

    private static final int FOLDS = 10;
    private static final long FOLD_SEED = 1;

    PeerTask {
        requireNonNull(name, "name");
        requireNonNull(rung, "rung");
        requireNonNull(rows, "rows");
        requireNonNull(test, "test");
        requireNonNull(theirs, "theirs");
    }

    boolean isOfClasses() {
        return rows.target().isClass();
    }

    /** What was observed in the rows that are predicted. */
    double[] observed() {
        return test.orElse(rows).values();
    }

    /** Writes what scikit-learn learns from and predicts, and what it is to do. */
    ObjectNode write(Path folder) throws Exception {
        ObjectNode task = theirs.deepCopy();
        task.put("train", name + ".csv");
        if (test.isPresent()) {
            task.put("test", name + "-test.csv");
            csv(
                    folder.resolve(name + "-test.csv"),
                    test.get().inputs(),
                    test.get().values());
            csv(folder.resolve(name + ".csv"), rows.inputs(), rows.values());
        } else {
            csv(folder.resolve(name + ".csv"), rows.inputs(), rows.values(), folds());
        }
        return task;
    }

    private double[] folds() throws Exception {
        return Arrays.stream(rows.folds(FOLDS, FOLD_SEED)).asDoubleStream().toArray();
    }

    /** A table without a header: inputs, then further columns. */
    static void csv(Path file, double[][] inputs, double[]... columns) throws IOException {
        Files.write(
                file,
                IntStream.range(0, inputs.length)
                        .mapToObj(i -> DoubleStream.concat(
                                        Arrays.stream(inputs[i]),
                                        Arrays.stream(columns).mapToDouble(column -> column[i]))
                                .mapToObj(Double::toString)
                                .collect(Collectors.joining(",")))
                        .toList());
    }

    /** Fits ours and predicts; the second of two times is taken, when the code is compiled. */
    ObjectNode ours() throws Exception {
        predictions();
        double start = processSeconds();
        double[] predictions = predictions();
        return Json.object().put("seconds", processSeconds() - start).set("predictions", ModelJson.array(predictions));
    }

    private double[] predictions() throws Exception {
        if (test.isEmpty()) {
            return answers(CrossValidation.predict(rung, rows, rows.folds(FOLDS, FOLD_SEED))
                    .outputs());
        }
        Surrogate model = rung.fit(rows).surrogate();
        return answers(Arrays.stream(test.get().inputs()).map(model::outputs).toArray(double[][]::new));
    }

    /** Means as they are; of classes the likeliest. */
    private double[] answers(double[][] outputs) {
        return Arrays.stream(outputs)
                .mapToDouble(row -> row.length == 1
                        ? row[0]
                        : IntStream.range(0, row.length)
                                .reduce((a, b) -> row[b] > row[a] ? b : a)
                                .orElseThrow())
                .toArray();
    }

    /** What all threads of this process have worked. */
    static double processSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
