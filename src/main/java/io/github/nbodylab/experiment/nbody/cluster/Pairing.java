package io.github.nbodylab.experiment.nbody.cluster;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Compensated;
import org.apache.commons.rng.UniformRandomProvider;

/** Which systems are binaries, evenly spread, and in which slots the members are. */
final class Pairing {

    private final int bodies;

    private final int pairs;

    Pairing(int bodies, int pairs) {
        this.bodies = bodies;
        this.pairs = pairs;
    }

    /** Number of single bodies and pairs. */
    int systems() {
        return bodies - pairs;
    }

    /** How many pairs there are before a system. */
    private int pairsBefore(int system) {
        return Math.toIntExact((long) system * pairs / systems());
    }

    /** Whether a system is a binary. */
    boolean isPair(int system) {
        return pairsBefore(system + 1) > pairsBefore(system);
    }

    /** The slot of a system's only or first body. */
    int slot(int system) {
        return system + pairsBefore(system);
    }

    /** The mass of a system. */
    double mass(int system, double[] masses) {
        int slot = slot(system);
        return isPair(system) ? masses[slot] + masses[slot + 1] : masses[slot];
    }

    /**
     * The cluster with the members of binaries in place of their centres of mass.
     *
     * @param points systems in their order, and after them perhaps a central body
     * @param masses of all bodies but the central one
     */
    Bodies resolved(Bodies points, double[] masses, Binaries binaries, UniformRandomProvider random) {
        Bodies resolved = new Bodies(points.count() + pairs);
        for (int system = 0; system < points.count(); system++) {
            boolean isCentral = system == systems();
            int slot = isCentral ? bodies : slot(system);
            put(points, system, resolved, slot);
            if (!isCentral && isPair(system)) {
                put(points, system, resolved, slot + 1);
                resolved.mass[slot] = masses[slot];
                resolved.mass[slot + 1] = masses[slot + 1];
                Orbit orbit = Orbit.draw(binaries, points.mass[system], random);
                displace(resolved, slot, orbit, masses[slot + 1] / points.mass[system]);
                displace(resolved, slot + 1, orbit, -masses[slot] / points.mass[system]);
            }
        }
        return resolved;
    }

    private static void put(Bodies from, int system, Bodies into, int slot) {
        double[][] source = from.fields();
        double[][] target = into.fields();
        for (int f = 0; f < source.length; f++) {
            target[f][slot] = source[f][system];
        }
    }

    private static void displace(Bodies bodies, int slot, Orbit orbit, double share) {
        double[][] fields = bodies.fields();
        double[][] low = bodies.low();
        for (int c = 0; c < 3; c++) {
            double from = fields[c][slot];
            double by = share * orbit.position()[c];
            double sum = from + by;
            fields[c][slot] = sum;
            low[c][slot] = Compensated.rest(from, by, sum);
            fields[c + 3][slot] += share * orbit.velocity()[c];
        }
    }
}
