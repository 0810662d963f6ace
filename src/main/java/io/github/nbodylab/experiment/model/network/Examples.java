package io.github.nbodylab.experiment.model.network;

import io.github.nbodylab.experiment.store.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a network learns from. */
public final class Examples {

    private final double[][] inputs;
    private final double[][] targets;
    private final String[] groups;

    /**
     * Keeps the arrays it is given.
     *
     * @param inputs {@code double[n][inputs]}, scaled
     * @param targets {@code double[n][outputs]}; of a class 1 in its column and 0 in the others
     * @param groups {@code String[n]}
     */
    public Examples(double[][] inputs, double[][] targets, String[] groups) {
        if (inputs.length == 0 || inputs.length != targets.length || inputs.length != groups.length) {
            throw new IllegalArgumentException(inputs.length + " inputs, " + targets.length + " targets and "
                    + groups.length + " groups are no examples");
        }
        this.inputs = inputs;
        this.targets = targets;
        this.groups = groups;
    }

    /** The number of rows n. */
    int size() {
        return inputs.length;
    }

    /** {@code double[n][inputs]}; not a copy. */
    double[][] inputs() {
        return inputs;
    }

    /** {@code double[n][outputs]}; not a copy. */
    double[][] targets() {
        return targets;
    }

    /** {@code String[n]}; not a copy. */
    String[] groups() {
        return groups;
    }

    /** The number of groups. */
    public int groupCount() {
        return new HashSet<>(Arrays.asList(groups)).size();
    }

    /**
     * Splits off whole groups by the rank of their digest: what an early stopping watches.
     *
     * @param fraction of the groups, rounded to the nearest number; one at least, and one at least is left
     * @param purpose such as a seed: splits for different purposes are independent
     * @return the examples that remain, and those split off
     */
    List<Examples> split(double fraction, String purpose) {
        List<String> ranked = new ArrayList<>(new TreeSet<>(Arrays.asList(groups)));
        ranked.sort(Comparator.comparing((String group) -> Digest.of(purpose + "\n" + group)));
        int most = Math.max(1, ranked.size() - 1);
        int count = (int) Math.max(1, Math.min(most, Math.round(fraction * ranked.size())));
        Set<String> off = new HashSet<>(ranked.subList(0, count));
        return List.of(where(group -> !off.contains(group)), where(off::contains));
    }

    private Examples where(Predicate<String> kept) {
        int[] rows =
                IntStream.range(0, size()).filter(i -> kept.test(groups[i])).toArray();
        return new Examples(
                Arrays.stream(rows).mapToObj(i -> inputs[i]).toArray(double[][]::new),
                Arrays.stream(rows).mapToObj(i -> targets[i]).toArray(double[][]::new),
                Arrays.stream(rows).mapToObj(i -> groups[i]).toArray(String[]::new));
    }
}
