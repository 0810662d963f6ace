package io.github.nbodylab.experiment.nbody.cluster;

/** How density falls from the centre outwards, and with it the speeds that keep it so. */
public sealed interface Profile {

    /** Plummer's (1911) sphere, with a core and no edge. */
    record Plummer() implements Profile {}

    /** Hernquist's (1990) sphere with isotropic velocities: density goes as 1/r at the centre; it has no edge. */
    record Hernquist() implements Profile {}

    /**
     * King's (1966) lowered isothermal sphere, with a core and an edge.
     *
     * @param w0 depth W0 of the potential at the centre under that at the edge, in squares of the dispersion parameter;
     *     from 0.1 to 16
     */
    record King(double w0) implements Profile {

        private static final double LEAST = 0.1;
        private static final double MOST = 16;

        public King {
            if (!(w0 >= LEAST && w0 <= MOST)) {
                throw new IllegalArgumentException(
                        "W0 of a King model is between " + LEAST + " and " + MOST + ", not " + w0);
            }
        }
    }

    /** Constant density up to an edge, velocities Gaussian, isotropic and the same everywhere: no equilibrium. */
    record Uniform() implements Profile {}
}
