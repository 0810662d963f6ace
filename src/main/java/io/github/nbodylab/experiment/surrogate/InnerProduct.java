// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/**
 * What stands for the inner product of two points in a support vector machine.
 *
 * @param kind which of them
 * @param gamma the inverse of a squared length, above 0; without effect on a linear one
 * @param degree of a polynomial one, 1 or more
 */
public record InnerProduct(Kind kind, double gamma, int degree) {

    public InnerProduct {
        if (!(gamma > 0) || Double.isInfinite(gamma) || degree < 1) {
            throw new IllegalArgumentException("a kernel has gamma " + gamma + " and degree " + degree);
        }
    }

    /**
     * The product of two points, {@code double[columns]} each.
     */
    public double of(double[] x, double[] z) {
        return switch (kind) {
            case GAUSSIAN -> StrictMath.exp(-gamma * square(x, z));
            case LINEAR -> dot(x, z);
            case POLYNOMIAL -> power(gamma * dot(x, z) + 1);
        };
    }

    private static double square(double[] x, double[] z) {
        double square = 0;
        for (int c = 0; c < x.length; c++) {
            square += (x[c] - z[c]) * (x[c] - z[c]);
        }
        return square;
    }

    private double power(double base) {
        double power = base;
        for (int i = 1; i < degree; i++) {
            power *= base;
        }
        return power;
    }

    private static double dot(double[] x, double[] z) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
            sum += x[c] * z[c];
        }
        return sum;
    }

    static InnerProduct read(Fields kernel) {
        double degree = kernel.number("degree");
        if (degree != (int) degree) {
            throw new IllegalArgumentException("a degree is a whole number, not " + degree);
        }
        return new InnerProduct(Kind.of(kernel.text("kind")), kernel.number("gamma"), (int) degree);
    }

    /** Which product it is. */
    public enum Kind implements Word {
        /** exp(-gamma |x - z|^2). */
        GAUSSIAN("gaussian"),
        /** x.z. */
        LINEAR("linear"),
        /** (gamma x.z + 1)^degree. */
        POLYNOMIAL("polynomial");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in files. */
        @Override
        public String text() {
            return text;
        }

        /**
         * The kind of that name in files.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String text) {
            return Word.of(values(), text, "kernel");
        }
    }
}
