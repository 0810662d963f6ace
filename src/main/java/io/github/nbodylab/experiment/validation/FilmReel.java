package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What {@code film.json} shows, read back.
 *
 * @param ids of the bodies shown
 * @param times of the frames
 * @param places {@code double[bodies][frames of the body][3]}
 * @param mergers in the order in which they happened
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into a picture, and compared by nobody
record FilmReel(List<Integer> ids, double[] times, double[][][] places, List<Merger> mergers) {

    /** A merger: when, where, the id of what is left and that of the other one. */
    @SuppressWarnings("ArrayRecordComponent") // on its way into a picture, and compared by nobody
    record Merger(double time, double[] place, int kept, int gone) {}

    FilmReel {
        ids = List.copyOf(ids);
        mergers = List.copyOf(mergers);
    }

    /** Reads a film as {@link Film} made it. */
    static FilmReel of(JsonNode film) {
        List<Integer> ids = new ArrayList<>();
        film.path("ids").forEach(id -> ids.add(id.asInt()));
        double[] times = new double[film.path("times").size()];
        for (int f = 0; f < times.length; f++) {
            times[f] = film.path("times").path(f).asDouble();
        }
        List<Merger> mergers = new ArrayList<>();
        for (JsonNode m : film.path("mergers")) {
            double[] place = {
                m.path(1).asDouble(), m.path(2).asDouble(), m.path(3).asDouble()
            };
            mergers.add(new Merger(
                    m.path(0).asDouble(), place, m.path(4).asInt(), m.path(5).asInt()));
        }
        return new FilmReel(ids, times, places(film, times.length), mergers);
    }

    private static double[][][] places(JsonNode film, int frames) {
        FilmScale scale = new FilmScale(film.path("scale").asDouble());
        ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(film.path("places").asText()))
                .order(ByteOrder.LITTLE_ENDIAN);
        JsonNode lives = film.path("frames");
        double[][][] places = new double[lives.size()][][];
        for (int i = 0; i < places.length; i++) {
            places[i] = new double[lives.path(i).asInt()][3];
        }
        for (int f = 0; f < frames; f++) {
            for (double[][] body : places) {
                for (int c = 0; f < body.length && c < 3; c++) {
                    body[f][c] = scale.decode(bytes.getShort());
                }
            }
        }
        return places;
    }

    /** The distance of a place from the origin, at which the centre of mass is. */
    static double distance(double... place) {
        return Math.sqrt(place[0] * place[0] + place[1] * place[1] + place[2] * place[2]);
    }
}
