package io.github.nbodylab.experiment.nbody;

import java.util.ArrayList;
import java.util.List;

/** Which contacts a rule makes mergers. */
final class MergerChoice {

    private final MergerRule rule;
    private final Motion motion;
    private final Paths paths;

    MergerChoice(MergerRule rule, Motion motion) {
        this.rule = rule;
        this.motion = motion;
        paths = new Paths(motion);
    }

    /** Those of the contacts, in their order. */
    List<Contact> of(List<Contact> contacts) {
        List<Contact> chosen = new ArrayList<>(0);
        for (Contact contact : contacts) {
            int low = contact.low();
            int high = contact.high();
            double step = Math.min(lastStep(low), lastStep(high));
            if ((!rule.nearestOnly() || areNearest(low, high))
                    && rule.merges(new Meeting(motion, paths, contact).orbit(), step)) {
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
}
