package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.MergerRule.Loss;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies a rule of mergers to a system whose bodies are all known at one time, the end of a step: the earliest contact
 * first, each body in one of them; then, unless only nearest neighbours merge, whatever approaches within reach of a
 * remnant, the nearest pair first, until nothing does. The time of a contact is interpolated, its effect comes at the end of
 * the step. A remnant takes the lower slot, and slots are compacted stably.
 */
final class Mergers {

    private final MergerRule rule;
    private final Motion motion;
    private final Paths paths;
    private final double softening;
    private final int[] ids;
    private final List<List<Integer>> histories = new ArrayList<>();
    private final List<Merger> done = new ArrayList<>();
    private final double[] first = new double[Paths.FIGURES];
    private final double[] second = new double[Paths.FIGURES];
    private double energyLost;

    private boolean[] gone;
    private boolean[] fresh;

    Mergers(MergerRule rule, Motion motion, double softening, int[] ids) {
        this.rule = rule;
        this.motion = motion;
        paths = new Paths(motion);
        this.softening = softening;
        this.ids = ids;
        for (int i = 0; i < motion.count(); i++) {
            histories.add(List.of(ids[i]));
        }
    }

    /** All mergers so far, in the order of their times. */
    List<Merger> done() {
        return done;
    }

    /** Energy that all mergers so far have taken out of the system. */
    double energyLost() {
        return energyLost;
    }

    /** What of the contacts the rule makes a merger. */
    List<Contact> chosen(List<Contact> contacts) {
        List<Contact> chosen = new ArrayList<>(0);
        for (Contact contact : contacts) {
            int low = contact.low();
            int high = contact.high();
            double step = Math.min(lastStep(low), lastStep(high));
            if ((!rule.nearestOnly() || areNearest(low, high)) && rule.merges(orbit(contact), step)) {
                chosen.add(contact);
            }
        }
        return chosen;
    }

    private double lastStep(int i) {
        double last = motion.time[i] - motion.timeBefore[i];
        return last > 0 ? last : motion.step[i];
    }

    private boolean areNearest(int low, int high) {
        double separation = Energy.distance(motion.predicted, low, high);
        for (int k = 0; k < motion.count(); k++) {
            if (k != low
                    && k != high
                    && (Energy.distance(motion.predicted, low, k) < separation
                            || Energy.distance(motion.predicted, high, k) < separation)) {
                return false;
            }
        }
        return true;
    }

    private TwoBodyOrbit orbit(Contact contact) {
        paths.at(contact.low(), contact.time(), first);
        paths.at(contact.high(), contact.time(), second);
        double[] separation = new double[3];
        double[] velocity = new double[3];
        for (int c = 0; c < 3; c++) {
            separation[c] = (second[c] - first[c]) + (second[c + 3] - first[c + 3]);
            velocity[c] = second[c + 6] - first[c + 6];
        }
        double[] mass = motion.now.mass;
        return new TwoBodyOrbit(mass[contact.low()], mass[contact.high()], separation, velocity);
    }

    /** Merges what overlaps and approaches at the start. Returns whether anything did. */
    boolean applyAtStart() {
        begin();
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = true;
        }
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
            mergeOverlaps(end);
        }
        return compact();
    }

    /** Merges pairs that overlap and approach now, of which one at least is fresh, the nearest first. */
    private void mergeOverlaps(double end) {
        Bodies b = motion.now;
        while (true) {
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
            if (low < 0) {
                return;
            }
            merge(new Contact(end, low, high));
        }
    }

    private void merge(Contact contact) {
        int low = contact.low();
        int high = contact.high();
        Bodies b = motion.now;
        double m1 = b.mass[low];
        double m2 = b.mass[high];
        TwoBodyOrbit orbit = orbit(contact);
        double[] position = new double[3];
        double[] velocity = new double[3];
        for (int c = 0; c < 3; c++) {
            position[c] = Remnant.mean(m1, first[c] + first[c + 3], m2, second[c] + second[c + 3]);
            velocity[c] = Remnant.mean(m1, first[c + 6], m2, second[c + 6]);
        }
        Loss loss = rule.loss(orbit, done.size() + 1);
        energyLost += Remnant.merge(b, gone, low, high, softening, loss);
        for (double[] lowPart : motion.velocityLow) {
            lowPart[low] = 0;
        }
        motion.step[low] = 0;
        gone[high] = true;
        fresh[low] = true;
        List<Integer> history = new ArrayList<>(histories.get(low));
        history.addAll(histories.get(high));
        histories.set(low, history);
        double time = motion.absolute(contact.time());
        done.add(new Merger(
                time,
                position,
                velocity,
                ids[low],
                ids[high],
                m1,
                m2,
                orbit.relativeSpeed(),
                b.mass[low],
                length(loss.kick()),
                history));
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(energyLost);
        out.writeInt(done.size());
        for (Merger merger : done) {
            merger.save(out);
        }
        for (int i = 0; i < motion.count(); i++) {
            StateFile.write(out, histories.get(i));
        }
    }

    /** Takes up what was saved, when the motion has been. */
    void load(DataInput in) throws IOException {
        energyLost = in.readDouble();
        done.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            done.add(Merger.load(in));
        }
        histories.clear();
        for (int i = 0; i < motion.count(); i++) {
            histories.add(StateFile.readList(in));
        }
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    private boolean compact() {
        int kept = 0;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i]) {
                motion.move(i, kept);
                ids[kept] = ids[i];
                histories.set(kept++, histories.get(i));
            }
        }
        boolean merged = kept < gone.length;
        motion.now.shrinkTo(kept);
        histories.subList(kept, histories.size()).clear();
        return merged;
    }
}
