package io.github.nbodylab.experiment.nbody.diagnostics;

import io.github.nbodylab.experiment.compute.Bodies;

/**
 * How close two bodies come within a time if nothing else acts on them. When they are closest is taken from straight lines,
 * -r.v / v^2; how close they come then, from their Kepler orbit, for gravity focuses: it is its pericentre p / (1 + e) with
 * the semi-latus rectum p = h^2 / m (Murray &amp; Dermott 1999, section 2.3). Where they are not closest within the time, it is
 * the distance on straight lines at its end; where they part, that of now.
 *
 * @param separation now
 * @param closest how close they come
 * @param time when, 0 for now
 */
record Approach(double separation, double closest, double time) {

    static Approach of(Bodies b, int i, int j, double within) {
        double x = (b.x[j] - b.x[i]) + (b.xLow[j] - b.xLow[i]);
        double y = (b.y[j] - b.y[i]) + (b.yLow[j] - b.yLow[i]);
        double z = (b.z[j] - b.z[i]) + (b.zLow[j] - b.zLow[i]);
        double vx = b.vx[j] - b.vx[i];
        double vy = b.vy[j] - b.vy[i];
        double vz = b.vz[j] - b.vz[i];
        double separation = Math.sqrt(x * x + y * y + z * z);
        double rv = x * vx + y * vy + z * vz;
        double speed2 = vx * vx + vy * vy + vz * vz;
        if (!(rv < 0)) {
            return new Approach(separation, separation, 0);
        }
        double time = -rv / speed2;
        if (!(time <= within)) {
            double dx = x + vx * within;
            double dy = y + vy * within;
            double dz = z + vz * within;
            return new Approach(separation, Math.sqrt(dx * dx + dy * dy + dz * dz), within);
        }
        double hx = y * vz - z * vy;
        double hy = z * vx - x * vz;
        double hz = x * vy - y * vx;
        double mass = b.mass[i] + b.mass[j];
        double p = (hx * hx + hy * hy + hz * hz) / mass;
        double radial = p / separation - 1;
        double across = rv / separation * Math.sqrt(p / mass);
        return new Approach(separation, p / (1 + Math.sqrt(radial * radial + across * across)), time);
    }
}
