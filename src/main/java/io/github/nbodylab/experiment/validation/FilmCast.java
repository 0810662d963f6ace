package io.github.nbodylab.experiment.validation;

import io.github.nbodylab.experiment.nbody.Merger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which bodies of a simulation a film shows: all, or of a large cluster those that merge and some of the others.
 *
 * @param ids of the bodies that are shown, rising
 * @param every of those that never merge, every first, second, third, ... is shown
 */
record FilmCast(List<Integer> ids, int every) {

    /** As many as a browser draws at 60 frames a second, and as a small file holds. */
    static final int MOST = 2000;

    FilmCast {
        ids = List.copyOf(ids);
    }

    /**
     * Chooses.
     *
     * @param bodies how many there are at the start, with ids from 1
     */
    static FilmCast of(int bodies, List<Merger> mergers) {
        TreeSet<Integer> shown = new TreeSet<>();
        for (Merger merger : mergers) {
            if (shown.size() + 2 <= MOST) {
                shown.add(merger.id1());
                shown.add(merger.id2());
            }
        }
        List<Integer> others = new ArrayList<>();
        for (int id = 1; id <= bodies; id++) {
            if (!shown.contains(id)) {
                others.add(id);
            }
        }
        int room = MOST - shown.size();
        int every = Math.max(1, room == 0 ? bodies : (others.size() + room - 1) / room);
        for (int i = 0; i < others.size() && shown.size() < MOST; i += every) {
            shown.add(others.get(i));
        }
        return new FilmCast(List.copyOf(shown), every);
    }
}
