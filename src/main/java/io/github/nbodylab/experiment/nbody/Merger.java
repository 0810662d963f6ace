package io.github.nbodylab.experiment.nbody;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Two bodies that became one. Henon units.
 *
 * @param time of the contact, interpolated within the step
 * @param position {@code double[3]}, centre of mass of the two at that time
 * @param velocity {@code double[3]}, of that centre of mass
 * @param id1 of the body in the lower slot; the remnant keeps it
 * @param id2 of the other, which is gone
 * @param mass1 of the first
 * @param mass2 of the second
 * @param relativeSpeed of the two at that time
 * @param remnantMass of the one they became
 * @param kickSpeed that the remnant got besides
 * @param history ids of all that the remnant was at the start: those in the first body, then those in the second
 */
@SuppressWarnings("ArrayRecordComponent") // small, copied in and out of nothing, and compared by nobody
public record Merger(
        double time,
        double[] position,
        double[] velocity,
        int id1,
        int id2,
        double mass1,
        double mass2,
        double relativeSpeed,
        double remnantMass,
        double kickSpeed,
        List<Integer> history) {

    public Merger {
        history = List.copyOf(history);
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(time);
        StateFile.write(out, new double[][] {position, velocity}, 3);
        out.writeInt(id1);
        out.writeInt(id2);
        StateFile.write(out, new double[] {mass1, mass2, relativeSpeed, remnantMass, kickSpeed}, 5);
        StateFile.write(out, history);
    }

    static Merger load(DataInput in) throws IOException {
        double time = in.readDouble();
        double[] position = new double[3];
        double[] velocity = new double[3];
        StateFile.read(in, new double[][] {position, velocity}, 3);
        int id1 = in.readInt();
        int id2 = in.readInt();
        double[] rest = new double[5];
        StateFile.read(in, rest, 5);
        List<Integer> history = StateFile.readList(in);
        return new Merger(time, position, velocity, id1, id2, rest[0], rest[1], rest[2], rest[3], rest[4], history);
    }
}
