// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * Correlation of two points from their squared distance, every coordinate divided by its length scale (Rasmussen and
 * Williams 2006, equations 4.9 and 4.17).
 */
public enum Kernel implements Word {
    /** Squared exponential: exp(-r^2 / 2). */
    RBF("rbf") {
        @Override
        public void apply(double[] values, double[] slopes, double[] scratch, int from, int to) {
            for (int k = from; k < to; k++) {
                values[k] *= -0.5;
            }
            Elementary.exp(values, scratch, from, to);
            System.arraycopy(values, from, slopes, from, to - from);
        }
    },
    /** Matern with smoothness 3/2: (1 + s) exp(-s), s = sqrt(3) r. */
    MATERN_3_2("matern-3/2") {
        @Override
        public void apply(double[] values, double[] slopes, double[] scratch, int from, int to) {
            exponentials(3, values, slopes, scratch, from, to);
            for (int k = from; k < to; k++) {
                double s = slopes[k];
                double e = values[k];
                values[k] = (1 + s) * e;
                slopes[k] = 3 * e;
            }
        }
    },
    /** Matern with smoothness 5/2: (1 + s + s^2 / 3) exp(-s), s = sqrt(5) r. */
    MATERN_5_2("matern-5/2") {
        @Override
        public void apply(double[] values, double[] slopes, double[] scratch, int from, int to) {
            exponentials(5, values, slopes, scratch, from, to);
            for (int k = from; k < to; k++) {
                double s = slopes[k];
                double e = values[k];
                values[k] = Math.fma(s, Math.fma(s, 1 / 3.0, 1), 1) * e;
                slopes[k] = 5 / 3.0 * (1 + s) * e;
            }
        }
    };

    private final String text;

    Kernel(String text) {
        this.text = text;
    }

    /**
     * Correlations and how they change with a length scale: the derivative by the logarithm of the length scale of a
     * coordinate is the slope times that coordinate's share of the squared distance.
     *
     * @param values squared distances r^2, 0 or more, dimensionless; becomes the correlations, 1 at distance 0 and falling
     *     towards 0
     * @param slopes as long; becomes the slopes
     * @param scratch as long, overwritten
     * @param from first index
     * @param to index after the last
     */
    public abstract void apply(double[] values, double[] slopes, double[] scratch, int from, int to);

    /** From squared distances to s = sqrt(factor) r in {@code roots} and exp(-s) in their place. */
    private static void exponentials(
            double factor, double[] squared, double[] roots, double[] scratch, int from, int to) {
        for (int k = from; k < to; k++) {
            double s = Math.sqrt(factor * squared[k]);
            roots[k] = s;
            squared[k] = -s;
        }
        Elementary.exp(squared, scratch, from, to);
    }

    /** The name in specs and files. */
    @Override
    public String text() {
        return text;
    }

    /**
     * The kernel of that name in files.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kernel of(String text) {
        return Word.of(values(), text, "stationary kernel");
    }
}
