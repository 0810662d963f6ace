package io.github.nbodylab.experiment.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Holds a device to the JVM's bits before it may compute anything. */
final class SelfTest {

    private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 17, 64, 100};
    private static final double SOFTENING = 0.03125;
    private static final double UNTOUCHED = 12345;

    private SelfTest() {}

    /**
     * What the device computes otherwise than the JVM does, if anything.
     *
     * @param engine on that device
     * @return one clause, such as {@code a / b = ... for a = ..., b = ..., not ...}
     * @throws IllegalStateException if the device fails, or a kernel does not build
     */
    static Optional<String> firstDifference(OpenClDevice device, ForceEngine engine) {
        return ArithmeticCheck.firstDifference(device).or(() -> forces(engine));
    }

    /** Batches of systems, against the twin: all bodies, which the kernels for many do, and few, with and without jerk. */
    private static Optional<String> forces(ForceEngine engine) {
        List<Bodies> systems = systems();
        try (ForceEngine twin = new JvmForceEngine()) {
            for (ForceRequest.Order order : ForceRequest.Order.values()) {
                for (int step : new int[] {1, 13}) {
                    List<Forces> expected = evaluate(twin, systems, order, step);
                    List<Forces> got = evaluate(engine, systems, order, step);
                    for (int s = 0; s < SIZES.length; s++) {
                        if (!Arrays.deepEquals(
                                got.get(s).fields(), expected.get(s).fields())) {
                            return Optional.of("the forces (" + (step == 1 ? "of all" : "of some") + ", "
                                    + (order == ForceRequest.Order.JERK ? "with jerk" : "acceleration alone") + ") on "
                                    + SIZES[s] + " bodies differ from the JVM twin's");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Bodies in a cube, with low parts and masses of both signs. */
    private static List<Bodies> systems() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {5, 6, 7, 8});
        List<Bodies> systems = new ArrayList<>();
        for (int size : SIZES) {
            Bodies bodies = new Bodies(size);
            for (double[] field : bodies.fields()) {
                for (int i = 0; i < size; i++) {
                    field[i] = 2 * random.nextDouble() - 1;
                }
            }
            for (double[] low : bodies.low()) {
                for (int i = 0; i < size; i++) {
                    low[i] = 0x1p-54 * random.nextDouble();
                }
            }
            systems.add(bodies);
        }
        return systems;
    }

    /** The forces on every so manieth body, every other system softened. */
    private static List<Forces> evaluate(ForceEngine engine, List<Bodies> systems, ForceRequest.Order order, int step) {
        ForceBatch batch = new ForceBatch();
        List<Forces> forces = new ArrayList<>();
        for (Bodies system : systems) {
            int[] targets = IntStream.range(0, system.count())
                    .filter(i -> i % step == 0)
                    .toArray();
            Forces into = new Forces(system.count());
            for (double[] field : into.fields()) {
                Arrays.fill(field, UNTOUCHED);
            }
            double softening = forces.size() % 2 == 0 ? 0 : SOFTENING;
            batch.add(new ForceRequest(system, targets, targets.length, order, softening, into));
            forces.add(into);
        }
        engine.evaluate(batch);
        return forces;
    }
}
