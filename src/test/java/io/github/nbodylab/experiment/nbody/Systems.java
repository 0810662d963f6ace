package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;
import java.util.Arrays;

/** Systems of two and three bodies whose motion is known, and what is done with systems to compare them. */
final class Systems {

    private Systems() {}

    /** Two bodies of mass 1/2 in an orbit of semi-major axis 1 at apocentre, which points along x: period 2 pi. */
    static Bodies kepler(double eccentricity) {
        Bodies pair = new Bodies(2);
        double speed = Math.sqrt((1 - eccentricity) / (1 + eccentricity));
        for (int i = 0; i < 2; i++) {
            int sign = i == 0 ? 1 : -1;
            pair.mass[i] = 0.5;
            pair.x[i] = sign * (1 + eccentricity) / 2;
            pair.vy[i] = sign * speed / 2;
        }
        return pair;
    }

    /** The orbit of the first body around the second. */
    static TwoBodyOrbit orbit(Bodies pair) {
        double[] position = new double[3];
        double[] velocity = new double[3];
        for (int c = 0; c < 3; c++) {
            double[] x = pair.fields()[c];
            double[] low = pair.low()[c];
            position[c] = (x[0] - x[1]) + (low[0] - low[1]);
            velocity[c] = pair.fields()[c + 3][0] - pair.fields()[c + 3][1];
        }
        return new TwoBodyOrbit(pair.mass[0], pair.mass[1], position, velocity);
    }

    /** Chenciner and Montgomery (2000). */
    static Bodies figureEight() {
        Bodies three = new Bodies(3);
        double[] x = {0.97000436, -0.97000436, 0};
        double[] y = {-0.24308753, 0.24308753, 0};
        double[] vx = {0.93240737 / 2, 0.93240737 / 2, -0.93240737};
        double[] vy = {0.86473146 / 2, 0.86473146 / 2, -0.86473146};
        for (int i = 0; i < 3; i++) {
            three.mass[i] = 1;
            three.x[i] = x[i];
            three.y[i] = y[i];
            three.vx[i] = vx[i];
            three.vy[i] = vy[i];
        }
        return three;
    }

    /** Burrau (1913): masses 3, 4, 5 at rest at the corners of a right triangle, each opposite to its side. */
    static Bodies pythagorean() {
        Bodies three = new Bodies(3);
        double[] x = {1, -2, 1};
        double[] y = {3, -1, -1};
        for (int i = 0; i < 3; i++) {
            three.mass[i] = i + 3;
            three.x[i] = x[i];
            three.y[i] = y[i];
        }
        return three;
    }

    /** Kinetic and potential energy without softening. */
    static double energy(Bodies bodies) {
        return Energy.kinetic(bodies) + Energy.potential(bodies);
    }

    /** Distance of two states in the space of all positions. */
    static double distance(Bodies a, Bodies b) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < a.count(); i++) {
                double d = (a.fields()[c][i] - b.fields()[c][i]) + (a.low()[c][i] - b.low()[c][i]);
                sum += d * d;
            }
        }
        return Math.sqrt(sum);
    }

    /** The same bodies on their way back. */
    static Bodies reversed(Bodies bodies) {
        Bodies back = bodies.copy();
        for (int c = 3; c < 6; c++) {
            double[] v = back.fields()[c];
            for (int i = 0; i < back.count(); i++) {
                v[i] = -v[i];
            }
        }
        return back;
    }

    /** The same system turned by an angle around (1, 1, 1), by Rodrigues' formula. */
    static Bodies turned(Bodies bodies, double angle) {
        Bodies turned = bodies.copy();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle) / Math.sqrt(3);
        double third = (1 - cos) / 3;
        for (int first = 0; first <= 3; first += 3) {
            for (int i = 0; i < bodies.count(); i++) {
                double[] a = new double[3];
                for (int c = 0; c < 3; c++) {
                    a[c] = bodies.fields()[first + c][i] + (first == 0 ? bodies.low()[c][i] : 0);
                }
                for (int c = 0; c < 3; c++) {
                    double cross = a[(c + 2) % 3] - a[(c + 1) % 3];
                    turned.fields()[first + c][i] = cos * a[c] + sin * cross + third * (a[0] + a[1] + a[2]);
                }
            }
        }
        for (double[] low : turned.low()) {
            Arrays.fill(low, 0);
        }
        return turned;
    }

    /** The same system with the bodies in the opposite order of slots. */
    static Bodies backToFront(Bodies bodies) {
        Bodies other = new Bodies(bodies.count());
        for (int i = 0; i < bodies.count(); i++) {
            for (int f = 0; f < 7; f++) {
                other.fields()[f][i] = bodies.fields()[f][bodies.count() - 1 - i];
            }
            for (int c = 0; c < 3; c++) {
                other.low()[c][i] = bodies.low()[c][bodies.count() - 1 - i];
            }
        }
        return other;
    }
}
