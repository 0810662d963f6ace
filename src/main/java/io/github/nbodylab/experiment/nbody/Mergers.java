package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.MergerRule.Loss;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Merges bodies of a system that are all known at one time, the end of a step: the earliest contact first, each body in one
 * of them; then, unless only nearest neighbours merge, whatever approaches within reach of a remnant, the nearest pair first,
 * until nothing does. The time of a contact is interpolated, its effect comes at the end of the step. A remnant takes the
 * lower slot, and slots are compacted stably.
 */
final class Mergers {

    private final MergerRule rule;
    private final Motion motion;
    private final Paths paths;
    private final double softening;
    private final int[] ids;
    private final MergerHistory history;

    private boolean[] gone;
    private boolean[] fresh;

    Mergers(MergerRule rule, Motion motion, double softening, int[] ids) {
        this.rule = rule;
        this.motion = motion;
        paths = new Paths(motion);
        this.softening = softening;
        this.ids = ids;
        history = new MergerHistory(ids, motion.count());
    }

    /** What has been done so far. */
    MergerHistory history() {
        return history;
    }

    /** Merges what overlaps and approaches at the start. Returns whether anything did. */
    boolean applyAtStart() {
        begin();
        Arrays.fill(fresh, true);
        return end(0);
    }

    /**
     * Merges the pairs of chosen contacts. Returns whether anything did.
     *
     * @param end of the step, since the epoch
     */
    boolean apply(List<Contact> contacts, double end) {
        begin();
        for (Contact contact : contacts) {
            int low = contact.low();
            int high = contact.high();
            if (!(gone[low] || gone[high] || fresh[low] || fresh[high])) {
                merge(contact);
            }
        }
        return end(end);
    }

    private void begin() {
        gone = new boolean[motion.count()];
        fresh = new boolean[motion.count()];
    }

    private boolean end(double end) {
        if (!rule.nearestOnly()) {
            Optional<Contact> overlap = nearestOverlap(end);
            while (overlap.isPresent()) {
                merge(overlap.get());
                overlap = nearestOverlap(end);
            }
        }
        return compact();
    }

    /** The nearest pair that overlaps and approaches now, of which one at least is fresh. */
    private Optional<Contact> nearestOverlap(double end) {
        Bodies b = motion.now;
        double nearest = rule.reach() * rule.reach();
        int low = -1;
        int high = -1;
        for (int i = 0; i < b.count(); i++) {
            for (int j = 0; j < i && !gone[i]; j++) {
                if (gone[j] || !(fresh[i] || fresh[j])) {
                    continue;
                }
                double dx = (b.x[i] - b.x[j]) + (b.xLow[i] - b.xLow[j]);
                double dy = (b.y[i] - b.y[j]) + (b.yLow[i] - b.yLow[j]);
                double dz = (b.z[i] - b.z[j]) + (b.zLow[i] - b.zLow[j]);
                double r2 = dx * dx + dy * dy + dz * dz;
                if (r2 < nearest
                        && dx * (b.vx[i] - b.vx[j]) + dy * (b.vy[i] - b.vy[j]) + dz * (b.vz[i] - b.vz[j]) <= 0) {
                    nearest = r2;
                    low = j;
                    high = i;
                }
            }
        }
        return low < 0 ? Optional.empty() : Optional.of(new Contact(end, low, high));
    }

    private void merge(Contact contact) {
        int low = contact.low();
        int high = contact.high();
        Bodies b = motion.now;
        double m1 = b.mass[low];
        double m2 = b.mass[high];
        Meeting meeting = new Meeting(motion, paths, contact);
        TwoBodyOrbit orbit = meeting.orbit();
        Loss loss = rule.loss(orbit, history.done().size() + 1);
        double energy = Remnant.merge(b, gone, low, high, softening, loss);
        for (double[] lowPart : motion.velocityLow) {
            lowPart[low] = 0;
        }
        motion.step[low] = 0;
        gone[high] = true;
        fresh[low] = true;
        Merger merger = new Merger(
                motion.absolute(contact.time()),
                meeting.position(),
                meeting.velocity(),
                ids[low],
                ids[high],
                m1,
                m2,
                orbit.relativeSpeed(),
                b.mass[low],
                length(loss.kick()),
                history.join(low, high));
        history.add(merger, energy);
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private boolean compact() {
        int kept = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                motion.move(i, kept);
                history.move(i, kept);
                ids[kept++] = ids[i];
            }
        }
        boolean merged = kept < gone.length;
        motion.now.shrinkTo(kept);
        history.shrinkTo(kept);
        return merged;
    }
}
