package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.nbody.Seed;
import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Simulate.Design;
import io.github.nbodylab.experiment.spec.Simulate.Method;
import io.github.nbodylab.experiment.spec.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The ways to choose design points. Random numbers are drawn in order, so that the first points of a longer design are
 * the shorter one. In a random design they belong to an axis by its name, so that one axis more or less changes the values
 * on no other; a Sobol design is another one then, for its dimensions are numbered.
 */
final class Designs {

    private static final double UNIT = 0x1p-52;

    private Designs() {}

    /** The points of a spec's design in order, equal ones included. */
    static List<SortedMap<String, Value>> points(ExperimentSpec spec) {
        SortedMap<String, Axis> axes = spec.simulate().axes();
        Design design = spec.simulate().design();
        if (design.method() == Method.GRID) {
            return grid(axes);
        }
        if (design.method() == Method.LIST) {
            return list(axes, design.list());
        }
        List<String> varying =
                axes.keySet().stream().filter(name -> !axes.get(name).isFixed()).toList();
        double[][] unit = design.method() == Method.SOBOL
                ? sobol(spec.seed(), varying, design.points())
                : random(spec.seed(), varying, design.points());
        List<SortedMap<String, Value>> points = new ArrayList<>();
        for (double[] u : unit) {
            SortedMap<String, Value> point = new TreeMap<>();
            axes.forEach((name, axis) ->
                    point.put(name, AxisSampler.at(axis, axis.isFixed() ? 0 : u[varying.indexOf(name)])));
            points.add(point);
        }
        return points;
    }

    /** Every combination, the last axis running fastest. */
    private static List<SortedMap<String, Value>> grid(SortedMap<String, Axis> axes) {
        List<SortedMap<String, Value>> points = List.of(new TreeMap<>());
        for (Map.Entry<String, Axis> axis : axes.entrySet()) {
            List<SortedMap<String, Value>> longer = new ArrayList<>();
            for (SortedMap<String, Value> point : points) {
                for (Value value : listed(axis.getKey(), axis.getValue())) {
                    SortedMap<String, Value> next = new TreeMap<>(point);
                    next.put(axis.getKey(), value);
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    private static List<Value> listed(String name, Axis axis) {
        if (axis instanceof Axis.Fixed fixed) {
            return List.of(fixed.value());
        }
        if (axis instanceof Axis.Choice choice) {
            return choice.values();
        }
        throw new IllegalArgumentException("a grid needs listed values, and " + name + " is a range");
    }

    /** The rows of the list; what a row does not say, the spec fixes. */
    private static List<SortedMap<String, Value>> list(
            SortedMap<String, Axis> axes, List<SortedMap<String, Value>> rows) {
        List<SortedMap<String, Value>> points = new ArrayList<>();
        for (SortedMap<String, Value> row : rows) {
            SortedMap<String, Value> point = new TreeMap<>(row);
            axes.forEach((name, axis) -> {
                if (!row.containsKey(name)) {
                    if (!(axis instanceof Axis.Fixed fixed)) {
                        throw new IllegalArgumentException("a point of the list leaves " + name + " open: " + row);
                    }
                    point.put(name, fixed.value());
                }
            });
            points.add(point);
        }
        return points;
    }

    /** Independent draws in [0, 1): {@code double[points][axes]}. */
    private static double[][] random(long seed, List<String> names, int points) {
        List<DoubleSupplier> streams = new ArrayList<>();
        for (String name : names) {
            UniformRandomProvider generator = axisSeed("random", seed, name).generator();
            streams.add(generator::nextDouble);
        }
        double[][] unit = new double[points][names.size()];
        for (double[] point : unit) {
            for (int axis = 0; axis < point.length; axis++) {
                point[axis] = streams.get(axis).getAsDouble();
            }
        }
        return unit;
    }

    /**
     * A Sobol sequence (Joe and Kuo 2008) in [0, 1): {@code double[points][axes]}. The digital shift, an exclusive or
     * of the 52 bits of each coordinate, keeps its evenness (Owen 2003) and makes it depend on the seed.
     */
    private static double[][] sobol(long seed, List<String> names, int points) {
        double[][] unit = new double[points][names.size()];
        if (names.isEmpty()) {
            return unit;
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(names.size());
        for (int i = 0; i < points; i++) {
            double[] plain = sequence.nextVector();
            for (int axis = 0; axis < plain.length; axis++) {
                long shift = axisSeed("sobol", seed, names.get(axis)).bits52();
                unit[i][axis] = ((long) (plain[axis] / UNIT) ^ shift) * UNIT;
            }
        }
        return unit;
    }

    private static Seed axisSeed(String method, long seed, String axis) {
        return Seed.of("design " + method + "\nseed " + seed + "\naxis " + axis + "\n");
    }
}
