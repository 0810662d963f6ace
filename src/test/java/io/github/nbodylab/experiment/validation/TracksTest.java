package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracksTest {

    private static final int BODIES = 20;
    private static final int FRAMES = 201;
    private static final FilmScale SCALE = new FilmScale(0.8);

    @TempDir
    Path folder;

    private ObjectNode film;

    /** Bodies at rest at the distances .1, .2, ...; body 3 takes in 4 in frame 100, then 5 in frame 150. */
    @BeforeEach
    void film() {
        film = Json.object().put("run", "abc-1").put("label", "N = 20").put("scale", SCALE.half());
        ByteBuffer bytes = ByteBuffer.allocate(6 * BODIES * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
        ArrayNode ids = film.putArray("ids");
        ArrayNode frames = film.putArray("frames");
        for (int id = 1; id <= BODIES; id++) {
            ids.add(id);
            frames.add(life(id));
        }
        ArrayNode times = film.putArray("times");
        for (int f = 0; f < FRAMES; f++) {
            times.add(f / 200.0);
            for (int id = 1; id <= BODIES; id++) {
                if (f < life(id)) {
                    bytes.putShort(SCALE.encode(0.06 * id));
                    bytes.putShort(SCALE.encode(-0.08 * id));
                    bytes.putShort(SCALE.encode(0));
                }
            }
        }
        film.put("places", Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position())));
        ArrayNode mergers = film.putArray("mergers");
        mergers.addArray()
                .add(0.5)
                .add(0.2)
                .add(-0.1)
                .add(0.2)
                .add(3)
                .add(4)
                .add(.1)
                .add(.1)
                .add(.2);
        mergers.addArray()
                .add(0.75)
                .add(0.3)
                .add(0)
                .add(0.4)
                .add(3)
                .add(5)
                .add(.2)
                .add(.1)
                .add(.3);
    }

    private static int life(int id) {
        return id == 4 ? 100 : id == 5 ? 150 : FRAMES;
    }

    private JsonNode tracks() throws Exception {
        Json.write(folder.resolve(FilmJob.FILM), film);
        return Tracks.of(folder, "abc-1").orElseThrow();
    }

    @Test
    void theCastHasWhoMergesAndOthersFromTheInsideOut() throws Exception {
        // of the 17 that never merge, by distance 1, 2, 6, 7, ..., 20: the 3rd, 9th and 15th
        assertThat(tracks().get("bodies"))
                .extracting(body -> body.get("id").asInt())
                .containsExactly(3, 5, 6, 12, 18);
    }

    @Test
    void aTrackIsWhereTheFilmHasItsBodyAndEndsWithIt() throws Exception {
        JsonNode tracks = tracks();

        assertThat(tracks.get("times")).hasSize(101);
        assertThat(tracks.at("/bodies/0/x")).hasSize(101);
        assertThat(tracks.at("/bodies/1/x")).hasSize(75);
        assertThat(tracks.at("/bodies/3/x/7").asDouble()).isCloseTo(0.72, within(6e-4));
        assertThat(tracks.at("/bodies/3/y/7").asDouble()).isCloseTo(-0.96, within(6e-4));
        assertThat(tracks.at("/bodies/3/distance/7").asDouble()).isCloseTo(1.2, within(6e-4));
    }

    @Test
    void theMergersOfTheCastAreKept() throws Exception {
        assertThat(Json.canonical(tracks().get("mergers")))
                .isEqualTo(Json.canonical(Json.parse("[[0.5, 0.2, -0.1, 0.3, 3, 4], [0.75, 0.3, 0, 0.5, 3, 5]]")));
    }

    @Test
    void withoutMergersFiveAreSpreadOverTheCluster() throws Exception {
        film.putArray("mergers");

        assertThat(tracks().get("bodies"))
                .extracting(body -> body.get("id").asInt())
                .containsExactly(3, 7, 11, 15, 19);
    }

    @Test
    void ofAFilmOfAnotherRunOrWithoutOneThereIsNone() throws Exception {
        assertThat(Tracks.of(folder, "abc-1")).isEmpty();
        tracks();

        assertThat(Tracks.of(folder, "abc-2")).isEmpty();
    }
}
