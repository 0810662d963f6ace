package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The simulations of one experiment.
 *
 * @param spec the experiment
 * @param points the design points in the order of the design, no two equal
 * @param runs every replicate of every point, in the order of the points
 */
public record Ensemble(ExperimentSpec spec, List<DesignPoint> points, List<Run> runs) {

    /** The stage under whose keys runs are stored; raise its revision when a run's files change. */
    public static final Stage STAGE = new Stage("simulate", 1, "the first results");

    public Ensemble {
        requireNonNull(spec, "spec");
        points = List.copyOf(points);
        runs = List.copyOf(runs);
    }

    /**
     * The ensemble that a spec describes; the same on every machine. Adding points to a design keeps the earlier ones
     * and their runs.
     *
     * @throws IllegalArgumentException if the spec contradicts itself, which its reader would have found
     */
    public static Ensemble of(ExperimentSpec spec) {
        Simulate simulate = spec.simulate();
        Map<String, DesignPoint> points = new LinkedHashMap<>();
        for (SortedMap<String, Value> parameters : Designs.points(spec)) {
            DesignPoint point = DesignPoint.of(parameters);
            points.putIfAbsent(point.id(), point);
        }
        List<Run> runs = new ArrayList<>();
        for (DesignPoint point : points.values()) {
            for (int replicate = 1; replicate <= simulate.design().replicates(); replicate++) {
                runs.add(Run.of(spec.seed(), simulate, point, replicate));
            }
        }
        return new Ensemble(spec, List.copyOf(points.values()), runs);
    }
}
