package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * The bodies of one system, a field an array, in slots from 0. Mutable; belongs to one thread at a time.
 *
 * <p>A position is the sum of two doubles, x + xLow: the differences of close bodies keep the digits that one double
 * would lose. The arrays reach to the next multiple of eight; the slots past the last body hold pads, far away and
 * without mass, which are part of the canonical sum.
 */
public final class Bodies {

    /** Arrays are padded to a multiple of this; the canonical sum has as many lanes. */
    public static final int LANES = 8;

    private static final double FAR = 1e10;

    /** Positions, their high parts. */
    public final double[] x;

    public final double[] y;
    public final double[] z;

    /** What is to be added to the positions. */
    public final double[] xLow;

    public final double[] yLow;
    public final double[] zLow;

    /** Velocities. */
    public final double[] vx;

    public final double[] vy;
    public final double[] vz;

    /** Masses. */
    public final double[] mass;

    private final double[][] fields;
    private final double[][] low;
    private final double[][] forceFields;
    private int count;

    /**
     * Bodies, all at the origin, at rest and without mass.
     *
     * @param count how many
     */
    public Bodies(int count) {
        int size = padded(count);
        x = new double[size];
        y = new double[size];
        z = new double[size];
        xLow = new double[size];
        yLow = new double[size];
        zLow = new double[size];
        vx = new double[size];
        vy = new double[size];
        vz = new double[size];
        mass = new double[size];
        fields = new double[][] {x, y, z, vx, vy, vz, mass};
        low = new double[][] {xLow, yLow, zLow};
        forceFields = new double[][] {x, y, z, xLow, yLow, zLow, mass, vx, vy, vz};
        this.count = count;
        pad();
    }

    /** How many there are; the slots from here to {@link #padded()} are pads, and those after them mean nothing. */
    public int count() {
        return count;
    }

    /** The number of bodies and pads together, a multiple of eight. */
    public int padded() {
        return padded(count);
    }

    private static int padded(int count) {
        return (count + LANES - 1) / LANES * LANES;
    }

    /** Gives up the highest slots. */
    public void shrinkTo(int smaller) {
        if (smaller > count) {
            throw new IllegalArgumentException("cannot shrink " + count + " bodies to " + smaller);
        }
        count = smaller;
        pad();
    }

    private void pad() {
        for (int f = 0; f < fields.length; f++) {
            Arrays.fill(fields[f], count, padded(), f < 3 ? FAR : 0);
        }
        for (double[] field : low) {
            Arrays.fill(field, count, padded(), 0);
        }
    }

    /** A copy with as many slots. */
    public Bodies copy() {
        Bodies copy = new Bodies(x.length);
        copy.count = count;
        copy.set(this);
        return copy;
    }

    /** Takes over all of another system with as many slots. */
    public void set(Bodies other) {
        copy(other.fields, fields, other.padded());
        copy(other.low, low, other.padded());
        count = other.count;
    }

    private static void copy(double[][] from, double[][] into, int size) {
        for (int f = 0; f < from.length; f++) {
            System.arraycopy(from[f], 0, into[f], 0, size);
        }
    }

    /** Copies one slot over another. */
    public void move(int from, int into) {
        for (double[] field : fields) {
            field[into] = field[from];
        }
        for (double[] field : low) {
            field[into] = field[from];
        }
    }

    /** x, y, z, vx, vy, vz, mass: the arrays themselves, in an array that is not to be changed. */
    public double[][] fields() {
        return fields;
    }

    /** xLow, yLow, zLow, likewise. */
    public double[][] low() {
        return low;
    }

    /** All that forces depend on, likewise, in the order of {@code canonical.cl}: acceleration needs the first seven. */
    double[][] forceFields() {
        return forceFields;
    }
}
