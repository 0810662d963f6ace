package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.nbody.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Figures of a simulation at the times of a grid, a line a time. Henon units. */
public final class TimeSeries {

    /** Names of the figures of a line. */
    public static final List<String> COLUMNS = List.of(
            "time",
            "particles",
            "energyError",
            "kineticEnergy",
            "potentialEnergy",
            "virialRatio",
            "angularMomentumX",
            "angularMomentumY",
            "angularMomentumZ",
            "centreX",
            "centreY",
            "centreZ",
            "coreRadius",
            "lagrangianRadius01",
            "lagrangianRadius10",
            "lagrangianRadius25",
            "lagrangianRadius50",
            "lagrangianRadius75",
            "lagrangianRadius90",
            "bound",
            "closestId1",
            "closestId2",
            "closestSeparation",
            "steps",
            "bodySteps",
            "pairInteractions");

    private static final Set<String> WHOLE =
            Set.of("particles", "bound", "closestId1", "closestId2", "steps", "bodySteps", "pairInteractions");

    private final List<double[]> lines = new ArrayList<>();

    /** All lines so far, each {@code double[]} as long as {@link #COLUMNS}; NaN where there is no such figure. */
    public List<double[]> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Whether the figures of a column are whole numbers. */
    public static boolean isWhole(int column) {
        return WHOLE.contains(COLUMNS.get(column));
    }

    void add(double[] line) {
        lines.add(line);
    }

    void clear() {
        lines.clear();
    }

    /**
     * A line.
     *
     * @param picture the cluster at a time
     * @param counters until then
     */
    static double[] line(Recorder.Picture picture, Diagnostics figures, double energyError, Counters counters) {
        double[] line = new double[COLUMNS.size()];
        int k = 0;
        line[k++] = picture.time();
        line[k++] = picture.bodies().count();
        line[k++] = energyError;
        line[k++] = figures.kinetic();
        line[k++] = figures.potential();
        line[k++] = figures.virialRatio();
        for (double l : figures.angularMomentum()) {
            line[k++] = l;
        }
        for (double c : figures.centre()) {
            line[k++] = c;
        }
        line[k++] = figures.coreRadius();
        for (double radius : figures.lagrangianRadii()) {
            line[k++] = radius;
        }
        line[k++] = figures.bound();
        boolean hasPair = figures.closestPair().isPresent();
        line[k++] = hasPair ? picture.ids()[figures.closestPair().get().slot1()] : Double.NaN;
        line[k++] = hasPair ? picture.ids()[figures.closestPair().get().slot2()] : Double.NaN;
        line[k++] = hasPair ? figures.closestPair().get().separation() : Double.NaN;
        line[k++] = counters.steps();
        line[k++] = counters.bodySteps();
        line[k] = counters.interactions();
        return line;
    }
}
