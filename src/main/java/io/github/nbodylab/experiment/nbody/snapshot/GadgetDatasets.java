package io.github.nbodylab.experiment.nbody.snapshot;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** The datasets of one type of bodies, as numbers; what is missing or of a wrong shape is noted, and empty. */
final class GadgetDatasets {

    private static final int AXES = 3;

    private final Group group;
    private final Problems problems;

    GadgetDatasets(Group group, Problems problems) {
        this.group = group;
        this.problems = problems;
    }

    boolean has(String name) {
        return group.getChild(name) instanceof Dataset;
    }

    /** A dataset (n, 3) as {@code double[3][n]}. */
    Optional<double[][]> vectors(String name) {
        return flat(name, 2, "").map(flat -> {
            double[][] columns = new double[AXES][Array.getLength(flat) / AXES];
            for (int i = 0; i < columns[0].length * AXES; i++) {
                columns[i % AXES][i / AXES] = ((Number) Array.get(flat, i)).doubleValue();
            }
            return columns;
        });
    }

    /** A dataset (n) as {@code double[n]}. */
    Optional<double[]> scalars(String name, String instead) {
        return flat(name, 1, instead).map(flat -> {
            double[] column = new double[Array.getLength(flat)];
            Arrays.setAll(column, i -> ((Number) Array.get(flat, i)).doubleValue());
            return column;
        });
    }

    /** A dataset (n) of whole numbers; those that are too large for a long are -1. */
    Optional<long[]> ids(String name) {
        return flat(name, 1, "").map(flat -> {
            long[] ids = new long[Array.getLength(flat)];
            Arrays.setAll(ids, i -> {
                Number id = (Number) Array.get(flat, i);
                boolean large = id instanceof BigInteger big && big.bitLength() >= Long.SIZE;
                return large || id.longValue() != id.doubleValue() ? -1 : id.longValue();
            });
            return ids;
        });
    }

    /** All numbers of a dataset, an array of some type of numbers. */
    private Optional<Object> flat(String name, int rank, String instead) {
        String where = group.getName() + "/" + name;
        String right = rank == 2 ? "(N, 3)" : "(N)";
        if (!(group.getChild(name) instanceof Dataset dataset)) {
            problems.add(where, "there is no such dataset; give one of shape " + right + instead);
            return Optional.empty();
        }
        int[] shape = dataset.getDimensions();
        if (shape.length != rank || (rank == 2 && shape[1] != AXES)) {
            String found = Arrays.toString(shape).replace('[', '(').replace(']', ')');
            problems.add(where, "its shape is " + found + ", and must be " + right);
            return Optional.empty();
        }
        if (dataset.getSize() == 0) {
            return Optional.of(new double[0]);
        }
        Object values = dataset.getDataFlat();
        if (!(Array.get(values, 0) instanceof Number)) {
            problems.add(where, "it holds " + dataset.getJavaType().getSimpleName() + "s, and must hold numbers");
            return Optional.empty();
        }
        return Optional.of(values);
    }
}
