package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code simulate.integrator}. */
final class IntegratorReader {

    private static final double MOST_STEPS = 1e9;
    private static final String STEP = "give the step, such as step: 0.001";

    private final Section integrator;
    private final Conversion conversion;
    private final double until;
    private final Optional<Axis> criterion;

    /**
     * Creates the reader.
     *
     * @param until end of the simulations, Henon time units; NaN where it could not be read
     * @param criterion of the mergers; empty where it could not be read
     */
    IntegratorReader(Section integrator, Conversion conversion, double until, Optional<Axis> criterion) {
        this.integrator = integrator;
        this.conversion = conversion;
        this.until = until;
        this.criterion = criterion;
    }

    Integrator read() {
        Optional<Scheme> scheme = integrator.has("scheme")
                ? integrator.item("scheme").flatMap(item -> item.constant(Scheme.values(), Language.SCHEMES))
                : Optional.of(Scheme.HERMITE_4);
        Optional<Timesteps> timesteps = integrator.has("timesteps")
                ? integrator.item("timesteps").flatMap(item -> item.constant(Timesteps.values(), Language.TIMESTEPS))
                : scheme.map(Scheme::defaultTimesteps);
        double accuracy = integrator
                .item("accuracy")
                .flatMap(item -> item.real(Interval.OPEN_UNIT))
                .orElse(Integrator.DEFAULT_ACCURACY);
        double softening = integrator
                .item("softening")
                .flatMap(item -> conversion.number(item, Measure.LENGTH, Interval.AT_LEAST_ZERO))
                .orElse(0.0);
        if (softening > 0) {
            refuseSofteningOfWaves();
        }
        int iterations = integrator
                .item("iterations")
                .flatMap(item -> item.whole(1, 2))
                .orElse(1L)
                .intValue();
        Optional<Double> step = step(timesteps);
        boolean possible = scheme.isPresent() && timesteps.isPresent() && hold(scheme.get(), timesteps.get());
        boolean fixed = timesteps.filter(known -> known == Timesteps.FIXED).isPresent();
        if (!possible || fixed != step.isPresent()) {
            return Integrator.DEFAULT;
        }
        OptionalDouble known = step.map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return new Integrator(scheme.get(), timesteps.get(), known, accuracy, iterations, softening);
    }

    /** The rules of gravitational waves take a close pair for a Kepler orbit, which softened forces do not make. */
    private void refuseSofteningOfWaves() {
        criterion.stream()
                .flatMap(axis -> axis.extremes().stream())
                .filter(word -> Relevance.isMeant("speedOfLight", Map.of("criterion", word)))
                .findFirst()
                .ifPresent(word -> integrator.refuse(
                        "softening",
                        "does not go with criterion " + word.text() + ", which takes close pairs for Kepler orbits",
                        "leave it out, or use criterion: sticky-sphere or none"));
    }

    /** Holds scheme, time steps and their options against each other. */
    private boolean hold(Scheme scheme, Timesteps timesteps) {
        boolean leapfrog = scheme == Scheme.LEAPFROG;
        if (leapfrog && timesteps == Timesteps.BLOCK) {
            integrator.refuse(
                    "timesteps",
                    "'block' does not go with scheme leapfrog",
                    "use shared or fixed, or scheme: hermite-4");
        }
        if (leapfrog && integrator.has("iterations")) {
            integrator.refuse(
                    "iterations", "goes with scheme hermite-4 only", "leave it out, or use scheme: hermite-4");
        }
        if (timesteps == Timesteps.FIXED && integrator.has("accuracy")) {
            integrator.refuse("accuracy", "does not go with timesteps fixed, which have a step", "leave it out");
        }
        return !leapfrog || (timesteps != Timesteps.BLOCK && !integrator.has("iterations"));
    }

    private Optional<Double> step(Optional<Timesteps> timesteps) {
        if (timesteps.isPresent() && timesteps.get() != Timesteps.FIXED) {
            integrator
                    .item("step")
                    .ifPresent(item ->
                            item.refuse("goes with timesteps fixed only", "leave it out, or use timesteps: fixed"));
            return Optional.empty();
        }
        Optional<Item> item = timesteps.isPresent() ? integrator.required("step", STEP) : integrator.item("step");
        Optional<Double> step = item.flatMap(known -> conversion.number(known, Measure.TIME, Interval.ABOVE_ZERO));
        if (step.isPresent() && step.get() > until) {
            return item.get()
                    .refuse(
                            "is longer than the simulations, which end at " + Decimal.shortest(until),
                            "give a shorter one");
        }
        double enough = until / MOST_STEPS;
        double shortest = enough > Integrator.SHORTEST_STEP ? enough : Integrator.SHORTEST_STEP;
        if (step.isPresent() && step.get() < shortest) {
            return item.get()
                    .refuse(tooShort(step.get()), "give at least " + Decimal.shortest(shortest) + " in Henon units");
        }
        return step;
    }

    private String tooShort(double step) {
        String steps = String.format(Locale.ROOT, "%.2g steps of each simulation", until / step);
        return step >= Integrator.SHORTEST_STEP
                ? "makes " + steps + ", more than 1000000000"
                : "is below 2^-44, the shortest step" + (Double.isNaN(until) ? "" : ", and would make " + steps);
    }
}
