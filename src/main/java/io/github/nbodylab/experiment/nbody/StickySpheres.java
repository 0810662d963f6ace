package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Encounters.Encounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Merges bodies that approach each other (r.v <= 0) within the capture radius, which is the same for all pairs, remnants
 * included. The time of a contact is interpolated; its effect is applied at the end of the step: the earliest contact
 * first, each body in one of them; then whatever approaches within the radius of a remnant, the nearest pair first,
 * until nothing does. A remnant takes the lower slot, and slots are compacted stably.
 */
final class StickySpheres {

    private final double radius;
    private final Encounters encounters;
    private final List<Merger> mergers = new ArrayList<>();
    private double energyLost;

    /**
     * Creates the rule.
     *
     * @param radius capture radius; 0 merges nothing
     */
    StickySpheres(double radius) {
        this.radius = radius;
        encounters = new Encounters(radius);
    }

    /** All mergers so far, in the order of their times. */
    List<Merger> mergers() {
        return mergers;
    }

    /** Energy that all mergers so far have taken out of the system. */
    double energyLost() {
        return energyLost;
    }

    /** Merges the pairs that overlap and approach at the start, at time 0. Returns whether there were any. */
    boolean mergeAtStart(Bodies bodies, int[] ids) {
        boolean[] fresh = new boolean[bodies.count()];
        Arrays.fill(fresh, true);
        boolean[] gone = new boolean[bodies.count()];
        mergeOverlaps(bodies, ids, gone, fresh, 0);
        return compact(bodies, ids, gone);
    }

    /**
     * Merges what came into contact in a step. Returns whether anything did.
     *
     * @param before the bodies at the start of the step
     * @param bodies the bodies at its end; changed by mergers
     * @param start time at its start
     * @param end time at its end
     */
    boolean mergeInStep(Bodies before, Bodies bodies, int[] ids, double start, double dt, double end) {
        if (radius == 0) {
            return false;
        }
        List<Encounter> contacts = encounters.find(before, bodies, dt);
        if (contacts.isEmpty()) {
            return false;
        }
        Bodies after = bodies.copy();
        boolean[] gone = new boolean[bodies.count()];
        boolean[] fresh = new boolean[bodies.count()];
        for (Encounter contact : contacts) {
            int low = contact.low();
            int high = contact.high();
            if (!(gone[low] || gone[high] || fresh[low] || fresh[high])) {
                Merger merger = at(before, after, ids, contact, Math.min(end, start + contact.fraction() * dt), dt);
                merge(bodies, gone, fresh, low, high, merger);
            }
        }
        mergeOverlaps(bodies, ids, gone, fresh, end);
        return compact(bodies, ids, gone);
    }

    /** Merges pairs that overlap and approach now, of which one at least is fresh, the nearest first. */
    private void mergeOverlaps(Bodies b, int[] ids, boolean[] gone, boolean[] fresh, double time) {
        while (true) {
            double nearest = radius * radius;
            int low = -1;
            int high = -1;
            for (int i = 0; i < b.count(); i++) {
                for (int j = 0; j < i && !gone[i]; j++) {
                    if (gone[j] || !(fresh[i] || fresh[j])) {
                        continue;
                    }
                    double dx = b.x[i] - b.x[j];
                    double dy = b.y[i] - b.y[j];
                    double dz = b.z[i] - b.z[j];
                    double r2 = dx * dx + dy * dy + dz * dz;
                    if (r2 < nearest
                            && dx * (b.vx[i] - b.vx[j]) + dy * (b.vy[i] - b.vy[j]) + dz * (b.vz[i] - b.vz[j]) <= 0) {
                        nearest = r2;
                        low = j;
                        high = i;
                    }
                }
            }
            if (low < 0) {
                return;
            }
            merge(b, gone, fresh, low, high, at(b, b, ids, new Encounter(0, low, high), time, 0));
        }
    }

    private void merge(Bodies b, boolean[] gone, boolean[] fresh, int low, int high, Merger merger) {
        energyLost += Remnant.merge(b, gone, low, high);
        gone[high] = true;
        fresh[low] = true;
        mergers.add(merger);
    }

    /** The merger of a contact: centre of mass on the cubic through both ends of the step. */
    private static Merger at(Bodies before, Bodies after, int[] ids, Encounter contact, double time, double dt) {
        int low = contact.low();
        int high = contact.high();
        double s = contact.fraction();
        double m1 = before.mass[low];
        double m2 = before.mass[high];
        double[] position = new double[3];
        double[] velocity = new double[3];
        double[][] b = before.fields();
        double[][] a = after.fields();
        for (int c = 0; c < 3; c++) {
            double x0 = Remnant.mean(m1, b[c][low], m2, b[c][high]);
            double x1 = Remnant.mean(m1, a[c][low], m2, a[c][high]);
            double v0 = Remnant.mean(m1, b[c + 3][low], m2, b[c + 3][high]);
            double v1 = Remnant.mean(m1, a[c + 3][low], m2, a[c + 3][high]);
            double bend = 3 * (x1 - x0) - dt * (2 * v0 + v1);
            double twist = dt * (v0 + v1) - 2 * (x1 - x0);
            position[c] = x0 + s * (dt * v0 + s * (bend + s * twist));
            velocity[c] = dt == 0 ? v0 : v0 + s * (2 * bend + 3 * s * twist) / dt;
        }
        return new Merger(time, position, velocity, ids[low], ids[high], m1, m2);
    }

    private boolean compact(Bodies bodies, int[] ids, boolean[] gone) {
        int kept = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                bodies.move(i, kept);
                ids[kept++] = ids[i];
            }
        }
        boolean merged = kept < gone.length;
        bodies.shrinkTo(kept);
        if (merged) {
            encounters.forget();
        }
        return merged;
    }
}
