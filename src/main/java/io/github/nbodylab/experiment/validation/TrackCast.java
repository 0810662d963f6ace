package io.github.nbodylab.experiment.validation;

import io.github.nbodylab.experiment.validation.FilmReel.Merger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whose tracks tell of a simulation: some of those that merge, and some that are left alone, from the inside out. */
final class TrackCast {

    private static final int MOST = 5;
    private static final int MOST_MERGING = 3;

    private TrackCast() {}

    /**
     * Chooses.
     *
     * @return ids, rising: the body that takes in the most others, the last one that it takes in, and the next that takes in
     *     others; the rest never merge, and were evenly spread by rank of their distance from the centre at the start
     */
    static List<Integer> of(FilmReel film) {
        TreeSet<Integer> cast = new TreeSet<>();
        Map<Integer, Integer> taken = new TreeMap<>();
        film.mergers().forEach(merger -> taken.merge(merger.kept(), 1, Integer::sum));
        List<Integer> takers = taken.keySet().stream()
                .sorted(Comparator.comparing(taken::get, Comparator.reverseOrder()))
                .toList();
        if (!takers.isEmpty()) {
            cast.add(takers.get(0));
            film.mergers().stream()
                    .filter(merger -> merger.kept() == takers.get(0))
                    .reduce((earlier, later) -> later)
                    .ifPresent(merger -> cast.add(merger.gone()));
        }
        takers.stream()
                .limit(MOST_MERGING)
                .filter(id -> cast.size() < MOST_MERGING)
                .forEach(cast::add);
        cast.retainAll(film.ids());
        alone(film, MOST - cast.size()).forEach(cast::add);
        return List.copyOf(cast);
    }

    private static List<Integer> alone(FilmReel film, int wanted) {
        TreeSet<Integer> merging = new TreeSet<>();
        for (Merger merger : film.mergers()) {
            merging.add(merger.kept());
            merging.add(merger.gone());
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < film.ids().size(); i++) {
            if (!merging.contains(film.ids().get(i)) && film.places()[i].length > 0) {
                places.add(i);
            }
        }
        places.sort(Comparator.comparingDouble(i -> FilmReel.distance(film.places()[i][0])));
        int count = Math.min(wanted, places.size());
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(film.ids().get(places.get((2 * i + 1) * places.size() / (2 * count))));
        }
        return ids;
    }
}
