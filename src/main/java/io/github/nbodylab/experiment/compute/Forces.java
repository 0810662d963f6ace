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

    private final double[][] fields;

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
        fields = new double[][] {ax, ay, az, jx, jy, jz};
    }

    /** ax, ay, az, jx, jy, jz: the arrays themselves, in an array that is not to be changed. */
    public double[][] fields() {
        return fields;
    }
}
