package io.github.nbodylab.experiment.spec;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.SortedMap;

/** The section {@code simulate} of a spec as keys in the order of the language, every default written out. */
final class SimulateTree {

    private SimulateTree() {}

    static SpecTree of(Simulate simulate) {
        SpecTree cluster = axes("cluster", simulate.cluster().axes());
        simulate.cluster().file().ifPresent(file -> cluster.with("file", SpecTree.quoted(file)));
        SpecTree tree = new SpecTree()
                .with("cluster", cluster)
                .with("mergers", axes("mergers", simulate.mergers().axes()))
                .with("integrator", integrator(simulate.integrator()))
                .with("until", SpecTree.number(simulate.until()));
        simulate.snapshotsEvery().ifPresent(every -> tree.with("snapshots", every(every)));
        return tree.with("diagnostics", every(simulate.diagnosticsEvery()))
                .with("design", design(simulate.design()))
                .with(
                        "failures",
                        new SpecTree()
                                .with("retries", simulate.failures().retries())
                                .with(
                                        "maxFailed",
                                        SpecTree.number(simulate.failures().maxFailed()))
                                .with(
                                        "maxEnergyError",
                                        SpecTree.number(simulate.failures().maxEnergyError())));
    }

    private static SpecTree axes(String section, Map<String, Axis> axes) {
        SpecTree tree = new SpecTree();
        for (Parameter parameter : Parameter.ALL) {
            if (parameter.section().equals(section) && axes.containsKey(parameter.name())) {
                tree.with(parameter.name(), axis(axes.get(parameter.name())));
            }
        }
        return tree;
    }

    /** Without the keys that do not go with the scheme or the time steps. */
    private static SpecTree integrator(Integrator integrator) {
        SpecTree tree = new SpecTree()
                .with("scheme", integrator.scheme().specName())
                .with("timesteps", integrator.timesteps().specName());
        if (integrator.timesteps() == Integrator.Timesteps.FIXED) {
            tree.with("step", SpecTree.number(integrator.step().orElseThrow()));
        } else {
            tree.with("accuracy", SpecTree.number(integrator.accuracy()));
        }
        if (integrator.scheme() == Integrator.Scheme.HERMITE_4) {
            tree.with("iterations", integrator.iterations());
        }
        return tree.with("softening", SpecTree.number(integrator.softening()));
    }

    private static SpecTree every(double every) {
        return new SpecTree().with("every", SpecTree.number(every));
    }

    private static SpecTree design(Simulate.Design design) {
        SpecTree tree = new SpecTree().with("method", design.method().specName());
        if (!design.list().isEmpty()) {
            tree.with("points", design.list().stream().map(SimulateTree::point).toList());
        } else if (design.points() > 0) {
            tree.with("points", design.points());
        }
        return tree.with("replicates", design.replicates());
    }

    private static String point(SortedMap<String, Value> point) {
        return point.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().text())
                .collect(joining(", ", "{", "}"));
    }

    private static String axis(Axis axis) {
        if (axis instanceof Axis.Choice choice) {
            return "{values: "
                    + SpecTree.list(choice.values().stream().map(Value::text).toList()) + "}";
        }
        if (axis instanceof Axis.Range range) {
            return "{min: " + bound(range, range.min()) + ", max: " + bound(range, range.max()) + ", distribution: "
                    + range.distribution().specName() + "}";
        }
        return ((Axis.Fixed) axis).value().text();
    }

    private static String bound(Axis.Range range, double bound) {
        return range.whole() ? Long.toString((long) bound) : SpecTree.number(bound);
    }
}
