package io.github.nbodylab.experiment.model.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows of an event and of its absence, sorted once by what was predicted; a resample is a pass over them. */
final class RankedRows {

    private final int[] groupOf;
    private final boolean[] event;
    private final boolean[] lastOfTie;

    /**
     * Sorts the rows, the likeliest first.
     *
     * @param scores {@code double[n]}: the higher, the likelier the event
     * @param events {@code boolean[n]}, what was observed
     * @param groups {@code int[n]}, the group of each row, from 0
     */
    RankedRows(double[] scores, boolean[] events, int[] groups) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        groupOf = Arrays.stream(order).map(i -> groups[i]).toArray();
        event = new boolean[order.length];
        lastOfTie = new boolean[order.length];
        for (int k = 0; k < order.length; k++) {
            event[k] = events[order[k]];
            lastOfTie[k] = k == order.length - 1 || scores[order[k]] != scores[order[k + 1]];
        }
    }

    /**
     * The probability that an event has a higher score than its absence, ties counting half (Mann and Whitney 1947).
     *
     * @param drawn how often each group counts
     * @return NaN without both
     */
    double auc(int[] drawn) {
        double area = 0;
        double eventsAbove = 0;
        double events = 0;
        double absences = 0;
        double tied = 0;
        for (int k = 0; k < groupOf.length; k++) {
            int weight = drawn[groupOf[k]];
            if (event[k]) {
                events += weight;
            } else {
                tied += weight;
            }
            if (lastOfTie[k]) {
                area += tied * 0.5 * (eventsAbove + events);
                absences += tied;
                eventsAbove = events;
                tied = 0;
            }
        }
        return events > 0 && absences > 0 ? area / (events * absences) : Double.NaN;
    }

    /**
     * The mean of the precision over the recall that each threshold adds, without interpolation (Davis and Goadrich 2006
     * say why).
     *
     * @param drawn how often each group counts
     * @return NaN without an event
     */
    double averagePrecision(int[] drawn) {
        double sum = 0;
        double eventsAbove = 0;
        double events = 0;
        double rows = 0;
        for (int k = 0; k < groupOf.length; k++) {
            int weight = drawn[groupOf[k]];
            rows += weight;
            events += event[k] ? weight : 0;
            if (lastOfTie[k] && events > eventsAbove) {
                sum += (events - eventsAbove) * events / rows;
                eventsAbove = events;
            }
        }
        return events > 0 ? sum / events : Double.NaN;
    }
}
