package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.ensemble.Replay;
import io.github.nbodylab.experiment.nbody.Merger;
import io.github.nbodylab.experiment.nbody.Simulation;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.store.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A simulation as a viewer plays it: {@code film.json}, the same bytes on every machine. */
final class Film {

    private static final int SCHEMA = 1;

    private final Simulation simulation;
    private final List<Snapshot> snapshots;
    private final FilmCast cast;
    private final FilmScale scale;

    private Film(Simulation simulation) {
        this.simulation = simulation;
        snapshots = simulation.snapshots();
        cast = FilmCast.of(bodiesAtStart(), simulation.mergers());
        scale = FilmScale.of(snapshots.get(0));
    }

    /** Bodies that overlap at the start are one in the first snapshot already. */
    private int bodiesAtStart() {
        return simulation.bodies().count() + simulation.mergers().size();
    }

    /**
     * The film of a run.
     *
     * @param label what to call the run
     */
    static ObjectNode of(Replay replay, String label) {
        ObjectNode json = new Film(replay.simulation()).json();
        json.put("run", replay.run().id()).put("label", label);
        ObjectNode parameters = json.putObject("parameters");
        replay.run().point().parameters().forEach((name, value) -> parameters.put(name, value.text()));
        return json;
    }

    private ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("schema", SCHEMA);
        json.put("bodies", bodiesAtStart()).put("every", cast.every());
        cast.ids().forEach(json.putArray("ids")::add);
        double[] masses = massesAtStart();
        ArrayNode shownMasses = json.putArray("masses");
        cast.ids().forEach(id -> shownMasses.add(masses[id]));
        ArrayNode times = json.putArray("times");
        snapshots.forEach(snapshot -> times.add(snapshot.time()));
        json.put("scale", scale.half());
        places(json);
        ArrayNode mergers = json.putArray("mergers");
        simulation.mergers().forEach(merger -> add(mergers.addArray(), merger));
        return json;
    }

    /** By id: that of the first snapshot, and of what merged at once that of the merger. */
    private double[] massesAtStart() {
        double[] masses = new double[bodiesAtStart() + 1];
        Snapshot first = snapshots.get(0);
        for (int i = 0; i < first.ids().length; i++) {
            masses[first.ids()[i]] = first.bodies().mass[i];
        }
        List<Merger> mergers = simulation.mergers();
        for (int m = mergers.size() - 1; m >= 0; m--) { // the earliest has the last word
            masses[mergers.get(m).id1()] = mergers.get(m).mass1();
            masses[mergers.get(m).id2()] = mergers.get(m).mass2();
        }
        return masses;
    }

    /** Of each frame x, y and z of all who are still there; and of each body, in how many frames it is. */
    private void places(ObjectNode json) {
        List<Integer> ids = cast.ids();
        int[] frames = new int[ids.size()];
        ByteBuffer bytes = ByteBuffer.allocate(snapshots.size() * ids.size() * 3 * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        int[] slots = new int[bodiesAtStart() + 1];
        for (Snapshot snapshot : snapshots) {
            Arrays.fill(slots, -1);
            for (int slot = 0; slot < snapshot.ids().length; slot++) {
                slots[snapshot.ids()[slot]] = slot;
            }
            for (int i = 0; i < frames.length; i++) {
                int slot = slots[ids.get(i)];
                if (slot >= 0) {
                    frames[i]++;
                    for (int c = 0; c < 3; c++) {
                        bytes.putShort(scale.encode(snapshot.bodies().fields()[c][slot]));
                    }
                }
            }
        }
        ArrayNode lives = json.putArray("frames");
        Arrays.stream(frames).forEach(lives::add);
        json.put("places", Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position())));
    }

    private static void add(ArrayNode numbers, Merger merger) {
        numbers.add(merger.time());
        for (double coordinate : merger.position()) {
            numbers.add(coordinate);
        }
        numbers.add(merger.id1()).add(merger.id2()).add(merger.mass1()).add(merger.mass2());
        numbers.add(merger.remnantMass());
    }
}
