package io.github.nbodylab.experiment.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** A film as the stage of films writes it, of bodies on circles; of two at a time one is gone, at t = .1, .2, ... */
final class SampleFilm {

    static final int FRAMES = 201;
    static final int MERGERS = 9;

    private SampleFilm() {}

    static ObjectNode of(int bodies) {
        ObjectNode film = Json.object();
        film.put("schema", 1).put("run", "sample-1").put("label", "N = " + bodies + ", k = 2");
        film.put("bodies", bodies).put("every", 1).put("scale", 0.8);
        film.putObject("parameters").put("particles", Integer.toString(bodies));
        ArrayNode ids = film.putArray("ids");
        ArrayNode masses = film.putArray("masses");
        ArrayNode lives = film.putArray("frames");
        for (int i = 0; i < bodies; i++) {
            ids.add(i + 1);
            masses.add(1.0 / bodies);
            lives.add(life(i, bodies));
        }
        ArrayNode times = film.putArray("times");
        ByteBuffer bytes = ByteBuffer.allocate(6 * bodies * FRAMES).order(ByteOrder.LITTLE_ENDIAN);
        for (int f = 0; f < FRAMES; f++) {
            times.add(f / (FRAMES - 1.0));
            for (int i = 0; i < bodies; i++) {
                if (f < life(i, bodies)) {
                    for (double c : place(i, f)) {
                        bytes.putShort((short) StrictMath.rint(32767 * c / (Math.abs(c) + 0.8)));
                    }
                }
            }
        }
        byte[] places = new byte[bytes.position()];
        bytes.rewind().get(places);
        film.put("places", Base64.getEncoder().encodeToString(places));
        ArrayNode mergers = film.putArray("mergers");
        for (int m = 1; m <= MERGERS; m++) {
            int gone = bodies - m;
            ArrayNode merger = mergers.addArray().add(m / 10.0);
            for (double c : place(m - 1, 20 * m)) {
                merger.add(c);
            }
            merger.add(m).add(gone + 1).add(1.0 / bodies).add(1.0 / bodies).add(2.0 / bodies);
        }
        return film;
    }

    private static int life(int body, int bodies) {
        int m = bodies - body;
        return m <= MERGERS ? 20 * m + 1 : FRAMES;
    }

    private static double[] place(int body, int frame) {
        double radius = 0.2 + 0.013 * (body % 97);
        double angle = 2.4 * body + frame * 0.02 / radius;
        double tilt = 0.1 * body;
        double up = radius * StrictMath.sin(angle);
        return new double[] {radius * StrictMath.cos(angle), up * StrictMath.cos(tilt), up * StrictMath.sin(tilt)};
    }
}
