package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceRequest;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.spec.Integrator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One cluster on its way from time 0 to its end, as a machine that asks for forces and goes on when it has them, so that
 * many can share each launch of a device:
 *
 * <pre>{@code
 * while (!simulation.isFinished()) {
 *     batch.clear();
 *     batch.add(simulation.request());
 *     engine.evaluate(batch);
 *     simulation.goOn();
 * }
 * }</pre>
 *
 * <p>The result depends on nothing but the initial conditions and the options.
 */
public final class Simulation {

    private enum Phase {
        FORCES,
        STEP,
        JOIN
    }

    private final SimulationOptions options;
    private final int[] ids;
    private final Motion motion;
    private final Stepper stepper;
    private final Encounters encounters;
    private final MergerChoice choice;
    private final Mergers mergers;
    private final Log log;

    private Phase phase = Phase.FORCES;
    private boolean beginning;
    private double time;
    private Counters counters = Counters.NONE;
    private Outcome outcome = Outcome.OPEN;

    /**
     * A cluster at time 0; bodies that overlap and approach merge at once.
     *
     * @param bodies initial conditions; the simulation works on a copy
     */
    public Simulation(Bodies bodies, SimulationOptions options) {
        this.options = options;
        ids = IntStream.rangeClosed(1, bodies.count()).toArray();
        motion = new Motion(bodies, options.until());
        Integrator integrator = options.integrator();
        stepper = integrator.scheme() == Integrator.Scheme.LEAPFROG
                ? new Leapfrog(motion, integrator, options.until())
                : new Hermite(motion, integrator, options.until());
        encounters = new Encounters(motion, options.mergers().reach());
        choice = new MergerChoice(options.mergers(), motion);
        mergers = new Mergers(options.mergers(), motion, integrator.softening(), ids);
        log = new Log(motion, mergers.history(), ids, options);
        mergers.applyAtStart();
        log.start();
        restart();
    }

    /** Goes on from a time at which all bodies are, in a new epoch. */
    private void restart() {
        motion.restart(time);
        encounters.forget();
        phase = Phase.FORCES;
        if (motion.count() == 1 && !outcome.isFinished()) {
            outcome = Outcome.early("one body was left", time);
            log.whyBad(energyError(), time).ifPresent(this::fail);
        }
    }

    /** Whether the end is reached, or cannot be. */
    public boolean isFinished() {
        return outcome.isFinished();
    }

    /** The forces that are needed to go on. */
    public ForceRequest request() {
        return phase == Phase.FORCES ? stepper.first() : stepper.request();
    }

    /** Goes on when the {@link #request()} is fulfilled: to the next one or to the end. */
    public void goOn() {
        counters = counters.withInteractions(request().interactions());
        beginning = false;
        if (phase == Phase.FORCES) {
            stepper.start();
            next();
        } else if (stepper.take()) {
            counters = counters.withBodySteps(stepper.movedCount(), phase == Phase.STEP);
            afterStep();
        }
    }

    private void next() {
        if (stepper.isStuck()) {
            fail("the time step fell below " + Decimal.shortest(StepChoice.SHORTEST) + " or the forces are not finite");
            return;
        }
        if (options.mergers().reach() > 0) {
            encounters.prepare();
        }
        stepper.begin(motion.end());
        phase = Phase.STEP;
        beginning = true;
    }

    private void afterStep() {
        int[] moved = stepper.moved();
        int count = stepper.movedCount();
        double end = stepper.end();
        boolean atEnd = end == motion.end();
        time = motion.absolute(end);
        log.record(moved, count, end, counters);
        if (log.failure().isPresent()) {
            fail(log.failure().get());
            return;
        }
        List<Contact> contacts = contacts(moved, count, end);
        boolean synchronous = phase == Phase.JOIN || count == motion.count();
        if (!contacts.isEmpty() && !synchronous && stepper.synchronise()) {
            phase = Phase.JOIN;
            return;
        }
        if (atEnd) {
            outcome = Outcome.REACHED;
        }
        boolean merged = !contacts.isEmpty() && mergers.apply(contacts, end);
        if (merged || phase == Phase.JOIN) {
            restart();
        } else if (!atEnd) {
            next();
        }
    }

    /** The contacts of a step; where all have been brought to its end, those of all. */
    private List<Contact> contacts(int[] moved, int count, double end) {
        if (options.mergers().reach() == 0) {
            return List.of();
        }
        if (phase == Phase.JOIN) {
            int[] all = IntStream.range(0, motion.count()).toArray();
            return choice.of(encounters.find(all, all.length, end));
        }
        return choice.of(encounters.find(moved, count, end));
    }

    private void fail(String why) {
        outcome = outcome.failed(why, time);
    }

    /** The time that is reached. */
    public double time() {
        return time;
    }

    /** Figures at the times of {@link SimulationOptions#diagnosticsEvery()}. */
    public TimeSeries series() {
        return log.series();
    }

    /** Snapshots at the times of {@link SimulationOptions#snapshotsEvery()}. */
    public List<Snapshot> snapshots() {
        return List.copyOf(log.snapshots());
    }

    /** Whether the simulation can be saved just now: it can before every step. */
    public boolean canBeSaved() {
        return beginning && !outcome.isFinished();
    }

    /**
     * Saves all that the rest of the simulation depends on.
     *
     * @throws IllegalStateException if it {@linkplain #canBeSaved cannot} be saved just now
     */
    public void save(DataOutput out) throws IOException {
        if (!canBeSaved()) {
            throw new IllegalStateException("a simulation can be saved before a step only");
        }
        out.writeInt(ids.length);
        motion.save(out);
        stepper.save(out);
        mergers.history().save(out);
        log.save(out);
        StateFile.write(out, ids, motion.count());
        out.writeDouble(time);
        counters.save(out);
    }

    /**
     * Takes up a simulation where it was saved; the rest has the bits of the uninterrupted one.
     *
     * @param bodies the initial conditions of the saved one
     * @param options those of the saved one
     * @throws IOException if that cannot be read
     */
    public static Simulation resume(DataInput in, Bodies bodies, SimulationOptions options) throws IOException {
        Simulation simulation = new Simulation(bodies, options);
        if (in.readInt() != simulation.ids.length) {
            throw new IOException("what was saved is a simulation of another number of bodies");
        }
        simulation.load(in);
        return simulation;
    }

    private void load(DataInput in) throws IOException {
        motion.load(in);
        stepper.load(in);
        mergers.history().load(in, motion.count());
        log.load(in);
        StateFile.read(in, ids);
        time = in.readDouble();
        counters = Counters.load(in);
        encounters.forget();
        if (options.mergers().reach() > 0) {
            encounters.prepare();
        }
        outcome = Outcome.OPEN;
        beginning = true;
        phase = Phase.STEP;
    }

    /** Block steps done: how often some bodies were moved. */
    public long steps() {
        return counters.steps();
    }

    /** Steps of single bodies done. */
    public long bodySteps() {
        return counters.bodySteps();
    }

    /** Pair interactions evaluated: the sum of targets times (n - 1) over all evaluations. */
    public long interactions() {
        return counters.interactions();
    }

    /** Why the simulation failed numerically, if it did. */
    public Optional<String> failure() {
        return outcome.failure();
    }

    /** What is to be said of a simulation that ended early without a failure. */
    public Optional<String> note() {
        return outcome.note();
    }

    /** All mergers so far in the order of their times. */
    public List<Merger> mergers() {
        return List.copyOf(mergers.history().done());
    }

    /**
     * The bodies, not to be changed: all at {@link #time()} once the simulation is finished, those predicted to it whose step
     * a failure has cut short; each at a time of its own before.
     */
    public Bodies bodies() {
        return outcome.failure().isPresent() ? motion.predicted : motion.now;
    }

    /** The id of the body in a slot; ids count from 1 at the start. */
    public int id(int slot) {
        return ids[slot];
    }

    /**
     * |E(t) + E_lost - E(0)| / |E(0)| once the simulation is finished, with E_lost what mergers have dissipated; against the
     * potential energy at the start where the total is nearly zero.
     */
    public double energyError() {
        return log.energyError(bodies());
    }
}
