package io.github.nbodylab.experiment.compute;

/** The bodies of one system, a field an array, in slots from 0. Mutable; belongs to one thread at a time. */
public final class Bodies {

    /** Positions. */
    public final double[] x;

    public final double[] y;
    public final double[] z;

    /** Velocities. */
    public final double[] vx;

    public final double[] vy;
    public final double[] vz;

    /** Masses. */
    public final double[] mass;

    private int count;

    /**
     * Bodies, all at the origin, at rest and without mass.
     *
     * @param count how many
     */
    public Bodies(int count) {
        x = new double[count];
        y = new double[count];
        z = new double[count];
        vx = new double[count];
        vy = new double[count];
        vz = new double[count];
        mass = new double[count];
        this.count = count;
    }

    /** How many there are; slots from here on mean nothing. */
    public int count() {
        return count;
    }

    /** Gives up the highest slots. */
    public void shrinkTo(int smaller) {
        if (smaller > count) {
            throw new IllegalArgumentException("cannot shrink " + count + " bodies to " + smaller);
        }
        count = smaller;
    }

    /** A copy with as many slots. */
    public Bodies copy() {
        Bodies copy = new Bodies(x.length);
        double[][] from = fields();
        double[][] into = copy.fields();
        for (int f = 0; f < from.length; f++) {
            System.arraycopy(from[f], 0, into[f], 0, count);
        }
        copy.count = count;
        return copy;
    }

    /** Copies one slot over another. */
    public void move(int from, int into) {
        for (double[] field : fields()) {
            field[into] = field[from];
        }
    }

    /** x, y, z, vx, vy, vz, mass. */
    public double[][] fields() {
        return new double[][] {x, y, z, vx, vy, vz, mass};
    }
}
