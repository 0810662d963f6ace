package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.validation.FilmReel.Merger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tracks of a few bodies of the simulation that was filmed. */
final class Tracks {

    private static final int MOST_PLACES = 101;

    private final FilmReel film;
    private final int every;

    private Tracks(FilmReel film) {
        this.film = film;
        this.every = 1 + (film.times().length - 2) / (MOST_PLACES - 1);
    }

    /**
     * The picture.
     *
     * @param folder which may have {@code film.json}
     * @param run that it must be of
     * @return {@code run} and {@code label}; {@code times}; of each of some {@code bodies} its {@code id}, {@code x},
     *     {@code y} and {@code distance} from the centre, for as long as it is there; and their {@code mergers}: time, x, y,
     *     distance, id of what is left and id of the other one. All in Henon units, with three digits after the point. Empty
     *     without a film
     * @throws IOException if the film cannot be read
     */
    static Optional<ObjectNode> of(Path folder, String run) throws IOException {
        Path file = folder.resolve(FilmJob.FILM);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode film = Json.read(file);
        if (!film.path("run").asText().equals(run) || film.path("times").size() < 2) {
            return Optional.empty();
        }
        ObjectNode json = Json.object().put("run", run);
        json.put("label", film.path("label").asText());
        new Tracks(FilmReel.of(film)).put(json);
        return Optional.of(json);
    }

    private void put(ObjectNode json) {
        ArrayNode times = json.putArray("times");
        for (int f = 0; f < film.times().length; f += every) {
            Brief.add(times, Brief.significant(film.times()[f]));
        }
        List<Integer> cast = TrackCast.of(film);
        ArrayNode bodies = json.putArray("bodies");
        cast.forEach(id ->
                body(bodies.addObject().put("id", id), film.places()[film.ids().indexOf(id)]));
        ArrayNode mergers = json.putArray("mergers");
        for (Merger merger : film.mergers()) {
            if (cast.contains(merger.kept()) || cast.contains(merger.gone())) {
                ArrayNode node = mergers.addArray();
                Brief.add(node, Brief.significant(merger.time()));
                place(node, node, node, merger.place());
                node.add(merger.kept()).add(merger.gone());
            }
        }
    }

    private void body(ObjectNode json, double[]... places) {
        ArrayNode x = json.putArray("x");
        ArrayNode y = json.putArray("y");
        ArrayNode distance = json.putArray("distance");
        for (int f = 0; f < places.length; f += every) {
            place(x, y, distance, places[f]);
        }
    }

    private static void place(ArrayNode x, ArrayNode y, ArrayNode distance, double... place) {
        Brief.add(x, Brief.thousandths(place[0]));
        Brief.add(y, Brief.thousandths(place[1]));
        Brief.add(distance, Brief.thousandths(FilmReel.distance(place)));
    }
}
