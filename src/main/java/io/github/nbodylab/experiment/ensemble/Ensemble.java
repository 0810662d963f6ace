package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The simulations of one experiment.
 *
 * @param spec the experiment
 * @param file of the bodies, for points with profile {@code file}; empty where there are none
 * @param points the design points in the order of the design, no two equal
 * @param runs every replicate of every point, in the order of the points
 */
public record Ensemble(ExperimentSpec spec, Optional<Path> file, List<DesignPoint> points, List<Run> runs) {

    /** The stage under whose keys runs are stored; raise its revision when a run's files change. */
    public static final Stage STAGE = new Stage("simulate", 3, "inverse distances from single precision");

    public Ensemble {
        requireNonNull(spec, "spec");
        requireNonNull(file, "file");
        points = List.copyOf(points);
        runs = List.copyOf(runs);
    }

    /**
     * The ensemble that a spec without a file of bodies describes.
     *
     * @throws IllegalArgumentException if the spec names such a file or contradicts itself
     */
    public static Ensemble of(ExperimentSpec spec) {
        if (spec.simulate().cluster().file().isPresent()) {
            throw new IllegalArgumentException(
                    "the bodies of " + spec.name() + " are in a file: name the spec's folder");
        }
        return of(spec, Optional.empty(), Optional.empty());
    }

    /**
     * The ensemble that a spec describes; the same on every machine. Adding points to a design keeps the earlier ones
     * and their runs.
     *
     * @param folder of the spec, to which the file of the bodies is relative
     * @throws IllegalArgumentException if the spec contradicts itself, which its reader would have found
     * @throws IOException if the file of the bodies cannot be read
     */
    public static Ensemble of(ExperimentSpec spec, Path folder) throws IOException {
        Optional<String> name = spec.simulate().cluster().file();
        if (name.isEmpty()) {
            return of(spec);
        }
        Path file = folder.resolve(name.get());
        // a file may hold physical quantities, which become Henon's by the units of the spec
        String units = spec.units()
                .map(known ->
                        " in " + known.mass().text() + ", " + known.length().text())
                .orElse("");
        return of(spec, Optional.of(file), Optional.of(Digest.of(file) + units));
    }

    private static Ensemble of(ExperimentSpec spec, Optional<Path> file, Optional<String> digest) {
        Simulate simulate = spec.simulate();
        Map<String, DesignPoint> points = new LinkedHashMap<>();
        for (SortedMap<String, Value> parameters : Designs.points(spec)) {
            DesignPoint point = DesignPoint.of(parameters);
            points.putIfAbsent(point.id(), point);
        }
        List<Run> runs = new ArrayList<>();
        for (DesignPoint point : points.values()) {
            Optional<String> initialConditions = digest.filter(known -> isFromFile(point));
            for (int replicate = 1; replicate <= simulate.design().replicates(); replicate++) {
                runs.add(Run.of(spec.seed(), simulate, point, replicate, initialConditions, spec.units()));
            }
        }
        return new Ensemble(spec, file, List.copyOf(points.values()), runs);
    }

    /** Whether the bodies of a point are those of the file. */
    static boolean isFromFile(DesignPoint point) {
        Value profile = point.parameters().get("profile");
        return profile != null && profile.text().equals("file");
    }
}
