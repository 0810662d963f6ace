package io.github.nbodylab.experiment.compute;

/** Acceleration and jerk of the bodies of one system, a component an array. */
public final class Forces {

    /** Acceleration. */
    public final double[] ax;

    public final double[] ay;
    public final double[] az;

    /** Jerk, the time derivative of the acceleration. */
    public final double[] jx;

    public final double[] jy;
    public final double[] jz;

    /**
     * Room for forces.
     *
     * @param count on how many bodies at most
     */
    public Forces(int count) {
        ax = new double[count];
        ay = new double[count];
        az = new double[count];
        jx = new double[count];
        jy = new double[count];
        jz = new double[count];
    }

    /** ax, ay, az, jx, jy, jz. */
    public double[][] fields() {
        return new double[][] {ax, ay, az, jx, jy, jz};
    }
}
