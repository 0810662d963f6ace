package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.compute.Forces;
import io.github.nbodylab.experiment.spec.Decimal;
import java.util.List;
import java.util.Optional;

/**
 * One cluster on its way from time 0 to its end, as a machine that asks for forces and goes on when it has them, so that
 * many can share each launch of a device:
 *
 * <pre>{@code
 * while (!simulation.isFinished()) {
 *     batch.add(simulation.request());
 *     engine.evaluate(batch);
 *     simulation.goOn();
 * }
 * }</pre>
 *
 * <p>All bodies share one adaptive step. The result depends on nothing but the initial conditions and the options.
 */
public final class Simulation {

    private static final double LONGEST_STEP = 0.125;
    private static final double SHORTEST_STEP = 1e-11;
    private static final double GROWTH = 2;

    /**
     * How to simulate.
     *
     * @param until end, Henon time units, above 0
     * @param accuracy eta of Aarseth's criterion, in (0, 1)
     * @param captureRadius of the sticky spheres, 0 for no mergers
     */
    public record Options(double until, double accuracy, double captureRadius) {
        public Options {
            if (!(until > 0 && Double.isFinite(until) && accuracy > 0 && accuracy < 1 && captureRadius >= 0)) {
                throw new IllegalArgumentException("cannot simulate until " + until + " with accuracy " + accuracy
                        + " and capture radius " + captureRadius);
            }
        }
    }

    private final Options options;
    private final int[] ids;
    private final StickySpheres mergers;
    private final Hermite4 hermite;
    private final double initialEnergy;
    private final double energyScale;

    private Bodies now;
    private Bodies next;
    private Forces forces;
    private Forces nextForces;
    private double time;
    private double step;
    private double end;
    private boolean stepping;
    private boolean finished;
    private Optional<String> failure = Optional.empty();
    private Optional<String> note = Optional.empty();
    private long steps;
    private long interactions;

    /**
     * A cluster at time 0; bodies that overlap and approach merge at once.
     *
     * @param bodies initial conditions; the simulation works on a copy
     */
    public Simulation(Bodies bodies, Options options) {
        this.options = options;
        int n = bodies.count();
        now = bodies.copy();
        next = bodies.copy();
        forces = new Forces(n);
        nextForces = new Forces(n);
        hermite = new Hermite4(n);
        ids = new int[n];
        for (int i = 0; i < n; i++) {
            ids[i] = i + 1;
        }
        double potential = Energy.potential(now);
        initialEnergy = Energy.kinetic(now) + potential;
        energyScale = Math.abs(initialEnergy) < 0.01 * Math.abs(potential) ? potential : initialEnergy;
        mergers = new StickySpheres(options.captureRadius());
        if (mergers.mergeAtStart(now, ids)) {
            afterMergers();
        }
    }

    /** Whether the end is reached, or cannot be. */
    public boolean isFinished() {
        return finished;
    }

    /** The forces that are needed to go on. */
    public ForceRequest request() {
        return stepping ? ForceRequest.all(next, nextForces) : ForceRequest.all(now, forces);
    }

    /** Goes on when the {@link #request()} is fulfilled: to the next one or to the end. */
    public void goOn() {
        interactions += (long) now.count() * (now.count() - 1);
        if (stepping) {
            finishStep();
        } else {
            begin(Math.min(hermite.firstStep(forces, options.accuracy(), now.count()), coldStep()));
        }
    }

    private void finishStep() {
        hermite.correct(forces, nextForces, step, next);
        steps++;
        Bodies before = now;
        now = next;
        next = before;
        Forces old = forces;
        forces = nextForces;
        nextForces = old;
        double start = time;
        time = end;
        double wish = hermite.nextStep(forces, step, options.accuracy(), now.count());
        if (Double.isNaN(wish)) {
            fail("the forces are not finite");
            return;
        }
        boolean merged = mergers.mergeInStep(before, now, ids, start, step, end);
        if (merged) {
            afterMergers();
        }
        if (time == options.until()) {
            finished = true;
        }
        if (!finished && !merged) {
            begin(Math.min(wish, GROWTH * step));
        }
    }

    /** The remnants' forces are not known: the next request is for those at this time. */
    private void afterMergers() {
        next = now.copy();
        stepping = false;
        if (now.count() == 1) {
            finished = true;
            note = Optional.of("one body was left at t = " + Decimal.shortest(time));
        }
    }

    /** Begins a step; the last two are equal, so that none is tiny and the last ends at the end exactly. */
    private void begin(double wish) {
        double left = options.until() - time;
        step = Math.min(wish, LONGEST_STEP);
        end = time + step;
        if (step >= left) {
            step = left;
            end = options.until();
        } else if (2 * step > left) {
            step = left / 2;
            end = time + step;
        }
        if (!(step >= Math.min(left, SHORTEST_STEP)) || !(end > time)) {
            fail("the time step fell to " + Decimal.shortest(wish));
            return;
        }
        Hermite4.predict(now, forces, step, next);
        stepping = true;
    }

    private void fail(String why) {
        finished = true;
        failure = Optional.of(why + " at t = " + Decimal.shortest(time));
    }

    /** Bodies at rest have no jerk to start from: a fraction of the time to fall to the nearest neighbour. */
    private double coldStep() {
        if (time > 0) {
            return LONGEST_STEP;
        }
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < now.count(); i++) {
            double a =
                    Math.sqrt(forces.ax[i] * forces.ax[i] + forces.ay[i] * forces.ay[i] + forces.az[i] * forces.az[i]);
            for (int j = 0; j < i; j++) {
                double fall = Energy.distance(now, i, j) / a;
                shortest = Math.min(shortest, fall);
            }
        }
        return Math.sqrt(options.accuracy() * shortest);
    }

    /** The time that is reached. */
    public double time() {
        return time;
    }

    /** Steps done. */
    public long steps() {
        return steps;
    }

    /** Pair interactions evaluated: the sum of n (n - 1) over all evaluations. */
    public long interactions() {
        return interactions;
    }

    /** Why the simulation failed numerically, if it did. */
    public Optional<String> failure() {
        return failure;
    }

    /** What is to be said of a simulation that ended early without a failure. */
    public Optional<String> note() {
        return note;
    }

    /** All mergers so far in the order of their times. */
    public List<Merger> mergers() {
        return List.copyOf(mergers.mergers());
    }

    /** The bodies at {@link #time()}; not to be changed. */
    public Bodies bodies() {
        return now;
    }

    /** The id of the body in a slot; ids count from 1 at the start. */
    public int id(int slot) {
        return ids[slot];
    }

    /**
     * |E(t) + E_lost - E(0)| / |E(0)|, with E_lost what mergers have dissipated; against the potential energy at the start
     * where the total is nearly zero.
     */
    public double energyError() {
        return Math.abs((Energy.total(now) + mergers.energyLost() - initialEnergy) / energyScale);
    }
}
