package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;
import java.util.Arrays;

/**
 * Looks from one body at all others for the nearest of them, and for the one that comes closest within a time if nothing else
 * acts on the two. When a pair is closest is taken from straight lines, -r.v / v^2; how close it comes then, from its Kepler
 * orbit, for gravity focuses: it is its pericentre p / (1 + e) with the semi-latus rectum p = h^2 / m (Murray &amp; Dermott 1999,
 * section 2.3). Where they are not closest within the time, it is the distance on straight lines at its end; where they part,
 * that of now.
 */
final class Lookout {

    /** Far beyond the rounding of a squared angular momentum, relative to the square of distance times speed. */
    private static final double ROUNDING = 1e-14;

    /** Squared distances of the nearest, rising. */
    final double[] squares;

    /** Slot of the nearest, -1 for none. */
    int nearest = -1;

    /** The closest approach. */
    double closest = Double.POSITIVE_INFINITY;

    /** When that is, 0 for now. */
    double time;

    private final Bodies b;
    private final int i;
    private final double within;

    Lookout(Bodies bodies, int i, int count, double within) {
        b = bodies;
        this.i = i;
        this.within = within;
        squares = new double[count];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        for (int j = 0; j < bodies.count(); j++) {
            if (j != i) {
                look(j);
            }
        }
    }

    private void look(int j) {
        double x = (b.x[j] - b.x[i]) + (b.xLow[j] - b.xLow[i]);
        double y = (b.y[j] - b.y[i]) + (b.yLow[j] - b.yLow[i]);
        double z = (b.z[j] - b.z[i]) + (b.zLow[j] - b.zLow[i]);
        double vx = b.vx[j] - b.vx[i];
        double vy = b.vy[j] - b.vy[i];
        double vz = b.vz[j] - b.vz[i];
        double square = x * x + y * y + z * z;
        double rv = x * vx + y * vy + z * vz;
        double speed2 = vx * vx + vy * vy + vz * vz;
        if (square < squares[0]) {
            nearest = j;
        }
        if (square < squares[squares.length - 1]) {
            insert(square);
        }
        if (!(rv < 0)) {
            straight(square, 0);
        } else if (-rv > within * speed2) {
            straight(square + within * (2 * rv + within * speed2), within);
        } else if (mayReach(square * speed2 * (1 - ROUNDING) - rv * rv, speed2, j)) {
            double hx = y * vz - z * vy;
            double hy = z * vx - x * vz;
            double hz = x * vy - y * vx;
            focused(Math.sqrt(square), rv, hx * hx + hy * hy + hz * hz, speed2, j);
        }
    }

    private void straight(double square, double when) {
        if (square < closest * closest) {
            closest = Math.sqrt(Math.max(0, square));
            time = when;
        }
    }

    /** False if an orbit cannot come closer than the closest so far: h^2 / q^2 is above v^2 + 2 m / q there. */
    private boolean mayReach(double h2, double speed2, int j) {
        return !(h2 > closest * (closest * speed2 + 2 * (b.mass[i] + b.mass[j])));
    }

    /** The eccentricity is the length of its vector, from the components along r and across it. */
    private void focused(double r, double rv, double h2, double speed2, int j) {
        double mass = b.mass[i] + b.mass[j];
        double p = h2 / mass;
        double radial = p / r - 1;
        double across = rv / r * Math.sqrt(p / mass);
        double pericentre = p / (1 + Math.sqrt(radial * radial + across * across));
        if (pericentre < closest) {
            closest = pericentre;
            time = -rv / speed2;
        }
    }

    private void insert(double square) {
        int place = squares.length - 1;
        while (place > 0 && squares[place - 1] > square) {
            squares[place] = squares[place - 1];
            place--;
        }
        squares[place] = square;
    }
}
