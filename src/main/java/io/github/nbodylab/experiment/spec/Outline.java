package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the later sections of a spec must know of its simulations, as far as it could be read.
 *
 * @param axes parameter to axis, sorted; empty for one that could not be read
 * @param until end of the simulations, Henon time units; NaN where it could not be read
 * @param snapshotsEvery time between snapshots, Henon time units; empty where there are none
 * @param points most design points that there can be; empty where that cannot be known
 * @param replicates simulations of each of them
 */
record Outline(
        Map<String, Optional<Axis>> axes,
        double until,
        OptionalDouble snapshotsEvery,
        OptionalLong points,
        int replicates) {

    Outline {
        requireNonNull(axes, "axes");
        requireNonNull(snapshotsEvery, "snapshotsEvery");
        requireNonNull(points, "points");
    }

    /** Of simulations of which nothing could be read. */
    static Outline unknown() {
        Map<String, Optional<Axis>> axes = new TreeMap<>();
        Parameter.ALL.forEach(parameter -> axes.put(parameter.name(), Optional.empty()));
        return new Outline(axes, Double.NaN, OptionalDouble.empty(), OptionalLong.empty(), 1);
    }

    /** Whether a parameter may differ between simulations; one that could not be read may. */
    boolean varies(String parameter) {
        return axes.containsKey(parameter)
                && axes.get(parameter).map(axis -> !axis.isFixed()).orElse(true);
    }

    /** The parameters that may differ between simulations and mean something in all of them, sorted. */
    List<String> varying() {
        return axes.keySet().stream()
                .filter(this::varies)
                .filter(parameter -> Relevance.extent(parameter, axes) != Relevance.Extent.SOMEWHERE)
                .toList();
    }

    /** Most groups that there can be where the table is split so; empty where that cannot be known. */
    OptionalLong groups(TrainingSet.SplitBy split) {
        return split == TrainingSet.SplitBy.DESIGN_POINT || points.isEmpty()
                ? points
                : OptionalLong.of(points.getAsLong() * replicates);
    }

    /** Whether bodies may merge in some simulation. */
    boolean mayMerge() {
        return axes.getOrDefault("criterion", Optional.empty())
                .map(axis ->
                        axis.extremes().stream().anyMatch(value -> !value.text().equals("none")))
                .orElse(true);
    }
}
