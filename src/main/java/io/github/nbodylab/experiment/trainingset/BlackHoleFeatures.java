package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.diagnostics.Surroundings;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;

/** The features of all black holes of a snapshot: nothing but the snapshot goes into them. */
final class BlackHoleFeatures {

    /** How many bodies it takes for a local density, that is six neighbours. */
    static final int FEWEST_BODIES = 7;

    /** How far ahead approaches are looked for, Henon time units. */
    static final double APPROACH_WITHIN = 0.5;

    private static final int NEIGHBOURS = 5;

    private final Bodies bodies;
    private final Surroundings around;
    private final double[] drift;

    private BlackHoleFeatures(Bodies bodies, double softening) {
        this.bodies = bodies;
        around = Surroundings.of(bodies, softening, NEIGHBOURS, APPROACH_WITHIN);
        drift = new double[] {mean(bodies.vx), mean(bodies.vy), mean(bodies.vz)};
    }

    /**
     * The features in the order of {@code RowColumns}.
     *
     * @param snapshot with seven bodies or more
     * @param softening of the simulation
     * @return {@code double[n][features]}, by slot
     */
    static double[][] of(Snapshot snapshot, double softening) {
        BlackHoleFeatures features = new BlackHoleFeatures(snapshot.bodies(), softening);
        double[][] all = new double[snapshot.bodies().count()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = features.row(i);
        }
        return all;
    }

    private double[] row(int i) {
        Bodies b = bodies;
        double[] r = {b.x[i] - around.centre()[0], b.y[i] - around.centre()[1], b.z[i] - around.centre()[2]};
        double[] v = {b.vx[i] - drift[0], b.vy[i] - drift[1], b.vz[i] - drift[2]};
        double radius = length(r);
        double speed = length(v);
        double angular = length(cross(r, v));
        int j = around.nearest()[i];
        double[] apart = {b.x[j] - b.x[i], b.y[j] - b.y[i], b.z[j] - b.z[i]};
        double[] relative = {b.vx[j] - b.vx[i], b.vy[j] - b.vy[i], b.vz[j] - b.vz[i]};
        double nearest = around.neighbours()[i][0];
        double nearestSpeed = length(relative);
        return new double[] {
            radius,
            radius > 0 ? dot(r, v) / radius : 0,
            radius > 0 ? angular / radius : speed,
            speed,
            speed * speed / 2 + around.potential()[i],
            angular,
            b.mass[i],
            nearest,
            around.neighbours()[i][NEIGHBOURS - 1],
            around.density()[i],
            nearestSpeed,
            -dot(apart, relative) / nearest,
            (b.mass[i] + b.mass[j]) / nearest - nearestSpeed * nearestSpeed / 2,
            around.approach()[i],
            around.approachTime()[i],
            b.x[i],
            b.y[i],
            b.z[i],
            b.vx[i],
            b.vy[i],
            b.vz[i]
        };
    }

    private double mean(double[] field) {
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < bodies.count(); i++) {
            sum += bodies.mass[i] * field[i];
            mass += bodies.mass[i];
        }
        return sum / mass;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double length(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
