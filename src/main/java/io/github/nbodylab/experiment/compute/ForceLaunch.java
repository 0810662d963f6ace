package io.github.nbodylab.experiment.compute;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests of one order that share a launch, and how they lie in a device's memory: see {@code canonical.cl}.
 *
 * @param requests at least one
 * @param order of all of them
 * @param shape of the kernel
 * @param size bodies and pads of all systems
 * @param units work-items
 */
record ForceLaunch(List<ForceRequest> requests, ForceRequest.Order order, Shape shape, int size, int units) {

    /** The most that a body takes of the input, as a source and a unit of its own. */
    static final int BODY_BYTES = 10 * Double.BYTES + Double.BYTES + 3 * Integer.BYTES;

    /** The most that a body takes of the output. */
    static final int TARGET_BYTES = 6 * Double.BYTES;

    /** What a work-item does. */
    enum Shape {
        /** Eight targets, one lane of the sum after another. */
        MANY(Bodies.LANES),
        /** One target, all lanes at once. */
        FEW(1);

        /** Targets to a unit. */
        final int targets;

        Shape(int targets) {
            this.targets = targets;
        }

        int units(ForceRequest request) {
            return (request.count() + targets - 1) / targets;
        }

        /** Where among its system's bodies the one in a slot lies. */
        int place(int slot, int padded) {
            return this == FEW ? slot : slot % Bodies.LANES * (padded / Bodies.LANES) + slot / Bodies.LANES;
        }
    }

    /** Joining eight lanes of one target, and starting it, costs the time of about so many interactions. */
    private static final int JOIN = 24;

    /** A launch of those requests of a batch that want this order, in the shape that costs less; null if none does. */
    static ForceLaunch of(ForceBatch batch, ForceRequest.Order order) {
        long many = 0;
        long few = 0;
        for (ForceRequest request : batch.requests()) {
            if (request.order() == order) {
                long sources = request.sources().padded();
                many += (long) Shape.MANY.units(request) * Bodies.LANES * sources;
                few += request.count() * (sources + JOIN);
            }
        }
        return many == 0 ? null : of(batch, order, few < many ? Shape.FEW : Shape.MANY);
    }

    static ForceLaunch of(ForceBatch batch, ForceRequest.Order order, Shape shape) {
        List<ForceRequest> requests = new ArrayList<>(batch.requests().size());
        int size = 0;
        int units = 0;
        for (ForceRequest request : batch.requests()) {
            if (request.order() == order) {
                requests.add(request);
                size = Math.addExact(size, request.sources().padded());
                units = Math.addExact(units, shape.units(request));
            }
        }
        return new ForceLaunch(requests, order, shape, size, units);
    }

    /** Name of the kernel, and of its file without {@code .cl}. */
    String kernel() {
        return kernel(order, shape);
    }

    static String kernel(ForceRequest.Order order, Shape shape) {
        return (order == ForceRequest.Order.JERK ? "jerk" : "acceleration") + (shape == Shape.MANY ? "_many" : "_few");
    }

    private int bodyFields() {
        return order == ForceRequest.Order.JERK ? 10 : 7;
    }

    private int forceFields() {
        return order == ForceRequest.Order.JERK ? 6 : 3;
    }

    long inputBytes() {
        long unit = Double.BYTES + (2L + shape.targets) * Integer.BYTES;
        return (long) Double.BYTES * bodyFields() * size + unit * units;
    }

    long forceBytes() {
        return (long) Double.BYTES * forceFields() * shape.targets * units;
    }

    /** Writes all that the kernel reads. */
    void stage(ByteBuffer input) {
        DoubleBuffer doubles = input.asDoubleBuffer();
        int softenings = bodyFields() * size;
        int systems = (softenings + units) * Double.BYTES;
        int targets = systems + 2 * Integer.BYTES * units;
        int start = 0;
        int unit = 0;
        for (ForceRequest request : requests) {
            int padded = request.sources().padded();
            stage(request.sources(), doubles, start);
            int end = start + padded;
            double softening2 = request.softening2();
            for (int last = unit + shape.units(request), k = 0; unit < last; unit++) {
                doubles.put(softenings + unit, softening2);
                input.putInt(systems + 2 * Integer.BYTES * unit, start);
                input.putInt(systems + 2 * Integer.BYTES * unit + Integer.BYTES, end);
                for (int i = 0; i < shape.targets; i++, k++) {
                    int slot = request.targets()[Math.min(k, request.count() - 1)];
                    int place = start + shape.place(slot, padded);
                    input.putInt(targets + Integer.BYTES * (unit * shape.targets + i), place);
                }
            }
            start = end;
        }
    }

    private void stage(Bodies sources, DoubleBuffer doubles, int start) {
        double[][] fields = sources.forceFields();
        int padded = sources.padded();
        int width = bodyFields();
        for (int f = 0; f < width; f++) {
            if (shape == Shape.FEW) {
                doubles.put(f * size + start, fields[f], 0, padded);
                continue;
            }
            for (int slot = 0; slot < padded; slot++) {
                doubles.put((start + shape.place(slot, padded)) * width + f, fields[f][slot]);
            }
        }
    }

    /** Hands out what the kernel has written. */
    void scatter(ByteBuffer forces) {
        DoubleBuffer doubles = forces.asDoubleBuffer();
        int start = 0;
        for (ForceRequest request : requests) {
            double[][] into = request.into().fields();
            int[] targets = request.targets();
            for (int f = 0; f < forceFields(); f++) {
                int from = f * shape.targets * units + start;
                for (int k = 0; k < request.count(); k++) {
                    into[f][targets[k]] = doubles.get(from + k);
                }
            }
            start += shape.units(request) * shape.targets;
        }
    }
}
