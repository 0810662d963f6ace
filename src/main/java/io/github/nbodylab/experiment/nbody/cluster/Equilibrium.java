package io.github.nbodylab.experiment.nbody.cluster;

/** A distribution in equilibrium in its own potential. Units as of any distribution. */
interface Equilibrium extends Distribution {

    /** Density at a distance from the centre, times any constant. */
    double density(double radius);

    /** Depth of the potential: that at the edge, or at infinity, minus that at a distance from the centre. */
    double depth(double radius);

    /** A distance inside of which no body of a million is to be expected. */
    double innermost();

    /** The edge, or a distance outside of which no body of a million is to be expected. */
    double outermost();
}
