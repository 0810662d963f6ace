package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Numbers to and from a checkpoint, bit by bit. */
final class StateFile {

    private StateFile() {}

    static void write(DataOutput out, double[] numbers, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.writeDouble(numbers[i]);
        }
    }

    static void read(DataInput in, double[] numbers, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readDouble();
        }
    }

    static void write(DataOutput out, double[][] fields, int count) throws IOException {
        for (double[] field : fields) {
            write(out, field, count);
        }
    }

    static void read(DataInput in, double[][] fields, int count) throws IOException {
        for (double[] field : fields) {
            read(in, field, count);
        }
    }

    static void write(DataOutput out, Bodies bodies) throws IOException {
        out.writeInt(bodies.count());
        write(out, bodies.fields(), bodies.count());
        write(out, bodies.low(), bodies.count());
    }

    /** Reads into a system with as many slots or more. */
    static void read(DataInput in, Bodies bodies) throws IOException {
        bodies.shrinkTo(in.readInt());
        read(in, bodies.fields(), bodies.count());
        read(in, bodies.low(), bodies.count());
    }

    static Bodies readBodies(DataInput in) throws IOException {
        Bodies bodies = new Bodies(in.readInt());
        read(in, bodies.fields(), bodies.count());
        read(in, bodies.low(), bodies.count());
        return bodies;
    }

    static void write(DataOutput out, int[] numbers, int count) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeInt(numbers[i]);
        }
    }

    static void write(DataOutput out, List<Integer> numbers) throws IOException {
        write(out, numbers.stream().mapToInt(Integer::intValue).toArray(), numbers.size());
    }

    static List<Integer> readList(DataInput in) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            numbers.add(in.readInt());
        }
        return numbers;
    }

    /** Reads into the first places. Returns how many there were. */
    static int read(DataInput in, int[] numbers) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readInt();
        }
        return count;
    }
}
