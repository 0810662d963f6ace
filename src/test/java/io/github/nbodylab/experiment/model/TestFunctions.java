package io.github.nbodylab.experiment.model;

import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/** Functions by which emulators are compared (Surjanovic and Bingham's library of test functions), on the unit cube. */
enum TestFunctions {
    /** Friedman 1991, equation 61, without noise. */
    FRIEDMAN(5),
    /** Flow of water through a borehole (Harper and Gupta 1983). */
    BOREHOLE(8),
    /** Branin and Hoo 1972, as Dixon and Szego have it. */
    BRANIN(2),
    /** Midpoint voltage of an output-transformerless push-pull circuit (Ben-Ari and Steinberg 2007). */
    OTL_CIRCUIT(6);

    private final int inputs;

    TestFunctions(int inputs) {
        this.inputs = inputs;
    }

    /** The name in lower case. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int inputs() {
        return inputs;
    }

    double[] at(double[][] points) {
        double[] values = new double[points.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(points[i]);
        }
        return values;
    }

    private double at(double[] u) {
        return switch (this) {
            case FRIEDMAN -> friedman(u);
            case BOREHOLE -> borehole(u);
            case BRANIN -> branin(u);
            case OTL_CIRCUIT -> circuit(u);
        };
    }

    /** A Latin hypercube, {@code double[n][inputs]}. */
    double[][] design(int n, int number) {
        UniformRandomProvider random = Seeds.random(name() + " design " + number);
        double[][] points = new double[n][inputs];
        for (int c = 0; c < inputs; c++) {
            int[] cells = new int[n];
            for (int i = 0; i < n; i++) {
                int j = random.nextInt(i + 1);
                cells[i] = cells[j];
                cells[j] = i;
            }
            for (int i = 0; i < n; i++) {
                points[i][c] = (cells[i] + random.nextDouble()) / n;
            }
        }
        return points;
    }

    /** Uniform points, {@code double[n][inputs]}. */
    double[][] uniform(int n) {
        UniformRandomProvider random = Seeds.random(name() + " test");
        double[][] points = new double[n][inputs];
        for (double[] point : points) {
            for (int c = 0; c < inputs; c++) {
                point[c] = random.nextDouble();
            }
        }
        return points;
    }

    private static double between(double low, double high, double u) {
        return low + (high - low) * u;
    }

    private static double friedman(double[] u) {
        return 10 * StrictMath.sin(StrictMath.PI * u[0] * u[1])
                + 20 * (u[2] - 0.5) * (u[2] - 0.5)
                + 10 * u[3]
                + 5 * u[4];
    }

    private static double borehole(double[] u) {
        double radius = between(0.05, 0.15, u[0]);
        double upperTransmissivity = between(63070, 115600, u[2]);
        double heads = between(990, 1110, u[3]) - between(700, 820, u[5]);
        double log = StrictMath.log(between(100, 50000, u[1]) / radius);
        double leak = 2
                * between(1120, 1680, u[6])
                * upperTransmissivity
                / (log * radius * radius * between(9855, 12045, u[7]));
        return 2
                * StrictMath.PI
                * upperTransmissivity
                * heads
                / (log * (1 + leak + upperTransmissivity / between(63.1, 116, u[4])));
    }

    private static double branin(double[] u) {
        double x = between(-5, 10, u[0]);
        double valley =
                between(0, 15, u[1]) - 5.1 / (4 * StrictMath.PI * StrictMath.PI) * x * x + 5 / StrictMath.PI * x - 6;
        return valley * valley + 10 * (1 - 1 / (8 * StrictMath.PI)) * StrictMath.cos(x) + 10;
    }

    private static double circuit(double[] u) {
        double b1 = between(50, 150, u[0]);
        double b2 = between(25, 70, u[1]);
        double f = between(0.5, 3, u[2]);
        double c1 = between(1.2, 2.5, u[3]);
        double gain = between(50, 300, u[5]) * (between(0.25, 1.2, u[4]) + 9);
        double base = 12 * b2 / (b1 + b2);
        return (base + 0.74) * gain / (gain + f) + 11.35 * f / (gain + f) + 0.74 * f * gain / ((gain + f) * c1);
    }
}
