package io.github.nbodylab.experiment.compute;

import java.util.Arrays;

/**
 * Many systems whose forces are asked for at once: a launch on a device costs as much as some ten thousand interactions,
 * so small systems share one. Each system is padded to a multiple of eight with far bodies of no mass, which is part of
 * the canonical sum. Reused from call to call; grows as needed; belongs to one thread.
 */
public final class ForceBatch {

    /** Systems are padded to a multiple of this; the canonical sum has as many lanes. */
    public static final int LANES = 8;

    static final int BODY_FIELDS = 7;
    static final int FORCE_FIELDS = 6;

    private static final double FAR = 1e10;

    double[][] bodies = new double[BODY_FIELDS][0];
    double[][] forces = new double[FORCE_FIELDS][0];
    private int[] starts = new int[1];
    private int[] counts = new int[0];
    private int systems;

    /** Forgets all systems. */
    public void clear() {
        systems = 0;
    }

    /**
     * Copies a system into the batch.
     *
     * @return its number in the batch, from 0
     */
    public int add(Bodies system) {
        int n = system.count();
        int start = starts[systems];
        int end = start + (n + LANES - 1) / LANES * LANES;
        reserve(end);
        double[][] from = system.fields();
        for (int f = 0; f < BODY_FIELDS; f++) {
            System.arraycopy(from[f], 0, bodies[f], start, n);
            Arrays.fill(bodies[f], start + n, end, f < 3 ? FAR : 0);
        }
        if (systems == counts.length) {
            counts = Arrays.copyOf(counts, Math.max(16, 2 * systems));
            starts = Arrays.copyOf(starts, counts.length + 1);
        }
        counts[systems] = n;
        starts[systems + 1] = end;
        return systems++;
    }

    /**
     * Copies the forces on a system out of the batch, after the engine has evaluated it.
     *
     * @param system its number in the batch
     * @param into room for its bodies at least
     */
    public void forces(int system, Forces into) {
        double[][] fields = into.fields();
        for (int f = 0; f < FORCE_FIELDS; f++) {
            System.arraycopy(forces[f], start(system), fields[f], 0, counts[system]);
        }
    }

    /** How many systems there are. */
    public int systems() {
        return systems;
    }

    /** How many bodies there are, pads included: the sum over all systems. */
    public int size() {
        return starts[systems];
    }

    /** Pairs (i, j) that an evaluation computes, i = j and pads left out: the sum of n (n - 1). */
    public long interactions() {
        long sum = 0;
        for (int s = 0; s < systems; s++) {
            sum += (long) counts[s] * (counts[s] - 1);
        }
        return sum;
    }

    int start(int system) {
        return starts[system];
    }

    int end(int system) {
        return starts[system + 1];
    }

    private void reserve(int size) {
        if (size <= bodies[0].length) {
            return;
        }
        int capacity = Math.max(size, bodies[0].length + bodies[0].length / 2);
        for (int f = 0; f < BODY_FIELDS; f++) {
            bodies[f] = Arrays.copyOf(bodies[f], capacity);
        }
        for (int f = 0; f < FORCE_FIELDS; f++) {
            forces[f] = Arrays.copyOf(forces[f], capacity);
        }
    }
}
