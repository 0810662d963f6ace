package io.github.nbodylab.experiment.nbody.snapshot;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.spec.Decimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Bodies as a file has them, before they are believed.
 *
 * @param time of the file
 * @param columns {@code double[7][n]}, in the order of {@link #NAMES}
 * @param ids {@code long[n]}; empty if they are to be numbered from 1
 * @param places names the place of a number in the file
 */
@SuppressWarnings("ArrayRecordComponent") // large, and compared by nobody
record BodyTable(double time, double[][] columns, Optional<long[]> ids, Places places) {

    /** What a body has, as columns of a CSV file are called. */
    static final List<String> NAMES = List.of("x", "y", "z", "vx", "vy", "vz", "mass");

    static final int MASS = 6;

    /** Where numbers are in the file. */
    interface Places {
        /** Of a whole body. */
        String of(int body);

        /** Of one of a body's numbers. */
        String of(int body, int column);

        /** Of a body's id. */
        String ofId(int body);
    }

    /** The bodies; all that is wrong with them is noted. */
    Snapshot check(Problems problems) throws BodiesFileException {
        int n = columns[0].length;
        if (n < 2) {
            problems.add("it holds " + (n == 1 ? "one body" : "no bodies") + ", and a cluster has 2 or more");
        }
        for (int i = 0; i < n; i++) {
            checkNumbers(i, problems);
        }
        ids.ifPresent(known -> checkIds(known, problems));
        if (problems.isEmpty()) {
            checkPlaces(problems);
        }
        problems.check();
        Bodies bodies = new Bodies(n);
        for (int f = 0; f < columns.length; f++) {
            System.arraycopy(columns[f], 0, bodies.fields()[f], 0, n);
        }
        int[] numbers = ids.map(known -> Arrays.stream(known).mapToInt(Math::toIntExact))
                .orElseGet(() -> IntStream.rangeClosed(1, n))
                .toArray();
        return new Snapshot(time, numbers, bodies);
    }

    private void checkNumbers(int i, Problems problems) {
        for (int f = 0; f < columns.length; f++) {
            double number = columns[f][i];
            if (!Double.isFinite(number)) {
                problems.add(
                        places.of(i, f),
                        NAMES.get(f) + " is " + Decimal.shortest(number) + ", and every number must be finite");
            }
        }
        double mass = columns[MASS][i];
        if (Double.isFinite(mass) && mass <= 0) {
            problems.add(places.of(i, MASS), "the mass is " + Decimal.shortest(mass) + ", and masses must be above 0");
        }
    }

    private void checkIds(long[] known, Problems problems) {
        Map<Long, Integer> seen = new HashMap<>();
        for (int i = 0; i < known.length; i++) {
            if (known[i] < 0 || known[i] > Integer.MAX_VALUE) {
                problems.add(
                        places.ofId(i),
                        "the id is " + (known[i] < 0 ? "negative or too large" : Long.toString(known[i]))
                                + ", and ids are from 0 to " + Integer.MAX_VALUE
                                + "; a file without ids has its bodies numbered from 1");
            } else {
                Integer other = seen.putIfAbsent(known[i], i);
                if (other != null) {
                    problems.add(
                            places.ofId(i),
                            "the id " + known[i] + " is that of " + places.of(other)
                                    + " already; each body needs its own, or none of them any");
                }
            }
        }
    }

    private void checkPlaces(Problems problems) {
        Integer[] order = IntStream.range(0, columns[0].length).boxed().toArray(Integer[]::new);
        Comparator<Integer> byPlace = Comparator.comparingInt(i -> 0);
        for (int axis = 0; axis < 3; axis++) {
            double[] column = columns[axis];
            byPlace = byPlace.thenComparingDouble(i -> column[i] + 0.0); // -0 is the same place as 0
        }
        Arrays.sort(order, byPlace);
        for (int k = 1; k < order.length; k++) {
            if (byPlace.compare(order[k - 1], order[k]) == 0) {
                problems.add(
                        places.of(order[k]),
                        "this body is at the same place as " + places.of(order[k - 1])
                                + "; move one of them, or give them as one of the mass of both");
            }
        }
    }
}
