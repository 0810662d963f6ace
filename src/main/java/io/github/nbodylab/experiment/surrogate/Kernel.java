// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * Correlation of two points from their squared distance, every coordinate divided by its length scale (Rasmussen and
 * Williams 2006, equations 4.9 and 4.17).
 */
public enum Kernel {
    /** Squared exponential: exp(-r^2 / 2). */
    RBF("rbf") {
        @Override
        public double correlation(double squaredDistance) {
            return StrictMath.exp(-0.5 * squaredDistance);
        }

        @Override
        public double slope(double squaredDistance) {
            return correlation(squaredDistance);
        }
    },
    /** Matern with smoothness 3/2: (1 + s) exp(-s), s = sqrt(3) r. */
    MATERN_3_2("matern-3/2") {
        @Override
        public double correlation(double squaredDistance) {
            double s = Math.sqrt(3 * squaredDistance);
            return (1 + s) * StrictMath.exp(-s);
        }

        @Override
        public double slope(double squaredDistance) {
            return 3 * StrictMath.exp(-Math.sqrt(3 * squaredDistance));
        }
    },
    /** Matern with smoothness 5/2: (1 + s + s^2 / 3) exp(-s), s = sqrt(5) r. */
    MATERN_5_2("matern-5/2") {
        @Override
        public double correlation(double squaredDistance) {
            double s = Math.sqrt(5 * squaredDistance);
            return (1 + s + s * s / 3) * StrictMath.exp(-s);
        }

        @Override
        public double slope(double squaredDistance) {
            double s = Math.sqrt(5 * squaredDistance);
            return 5.0 / 3.0 * (1 + s) * StrictMath.exp(-s);
        }
    };

    private final String text;

    Kernel(String text) {
        this.text = text;
    }

    /**
     * The correlation.
     *
     * @param squaredDistance r^2, 0 or more, dimensionless
     * @return 1 at distance 0, falling towards 0
     */
    public abstract double correlation(double squaredDistance);

    /**
     * How the correlation changes with a length scale: its derivative by the logarithm of the length scale of a
     * coordinate is this times that coordinate's share of the squared distance.
     *
     * @param squaredDistance r^2, 0 or more
     */
    public abstract double slope(double squaredDistance);

    /** The name in specs and files. */
    public String text() {
        return text;
    }

    /**
     * The kernel of that name in files.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kernel of(String text) {
        for (Kernel kernel : values()) {
            if (kernel.text.equals(text)) {
                return kernel;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no kernel; rbf, matern-3/2 and matern-5/2 are");
    }

    /**
     * The squared distance of two points.
     *
     * @param a {@code double[columns]}
     * @param b {@code double[columns]}
     * @param lengthScales {@code double[columns]}, above 0
     */
    public static double squaredDistance(double[] a, double[] b, double[] lengthScales) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            double difference = (a[c] - b[c]) / lengthScales[c];
            sum += difference * difference;
        }
        return sum;
    }
}
