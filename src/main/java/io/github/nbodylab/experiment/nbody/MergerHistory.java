package io.github.nbodylab.experiment.nbody;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What has merged in a simulation so far, and of what each of its bodies has become. */
final class MergerHistory {

    private final List<Merger> done = new ArrayList<>();

    /** For each slot, the ids of all that its body was at the start. */
    private final List<List<Integer>> origins = new ArrayList<>();

    private double energyLost;

    MergerHistory(int[] ids, int count) {
        for (int i = 0; i < count; i++) {
            origins.add(List.of(ids[i]));
        }
    }

    /** All mergers, in the order of their times. */
    List<Merger> done() {
        return done;
    }

    /** Energy that they have taken out of the system. */
    double energyLost() {
        return energyLost;
    }

    /** Joins what two bodies were at the start in the lower one's slot. Returns it. */
    List<Integer> join(int low, int high) {
        List<Integer> joined = new ArrayList<>(origins.get(low));
        joined.addAll(origins.get(high));
        origins.set(low, joined);
        return joined;
    }

    void add(Merger merger, double energy) {
        done.add(merger);
        energyLost += energy;
    }

    /** Copies a slot over another. */
    void move(int from, int into) {
        origins.set(into, origins.get(from));
    }

    /** Gives up the highest slots. */
    void shrinkTo(int count) {
        origins.subList(count, origins.size()).clear();
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(energyLost);
        out.writeInt(done.size());
        for (Merger merger : done) {
            merger.save(out);
        }
        for (List<Integer> origin : origins) {
            StateFile.write(out, origin);
        }
    }

    /**
     * Takes up what was saved.
     *
     * @param slots how many bodies there were then
     */
    void load(DataInput in, int slots) throws IOException {
        energyLost = in.readDouble();
        done.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            done.add(Merger.load(in));
        }
        origins.clear();
        for (int i = 0; i < slots; i++) {
            origins.add(StateFile.readList(in));
        }
    }
}
