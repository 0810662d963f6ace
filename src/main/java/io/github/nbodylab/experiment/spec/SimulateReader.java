package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads {@code simulate}. */
final class SimulateReader {

    private static final String UNTIL = "give the end of every simulation in Henon time units, such as until: 1.0";
    private static final String METHOD = "add one, such as design: {method: sobol, points: 64, replicates: 4}";
    private static final String FILE = "name the file of the bodies, relative to the spec, such as file: stars.hdf5";
    private static final List<String> FILE_ENDINGS = List.of(".hdf5", ".h5", ".csv");
    private static final int MOST_EVERY = 10_000;

    private final Section simulate;
    private final Conversion conversion;
    private final Path folder;

    /**
     * Creates the reader.
     *
     * @param folder to which the file of the bodies is relative
     */
    SimulateReader(Section simulate, Conversion conversion, Path folder) {
        this.simulate = simulate;
        this.conversion = conversion;
        this.folder = folder;
    }

    /**
     * Reads the section.
     *
     * @return the simulations, unless something was wrong, and what could be read of them
     */
    Reading read() {
        AxesReader axes = new AxesReader(simulate, conversion);
        DesignReader designs = new DesignReader(axes.axes(), conversion);
        Optional<Simulate.Design> design = simulate.required("design", METHOD).flatMap(designs::read);
        axes.complete(design);
        design.ifPresent(known -> designs.requireRandomness(known, axes.axes()));
        Optional<String> file = file(axes);
        double until = simulate.required("until", UNTIL)
                .flatMap(item -> conversion.number(item, Measure.TIME, Interval.ABOVE_ZERO))
                .orElse(Double.NaN);
        OptionalDouble snapshots = every("snapshots", until);
        double diagnostics = every("diagnostics", until).orElse(Simulate.defaultDiagnosticsEvery(until));
        OptionalLong points =
                design.map(known -> DesignReader.points(known, axes.axes())).orElse(OptionalLong.empty());
        int replicates = design.map(Simulate.Design::replicates).orElse(1);
        Integrator integrator = new IntegratorReader(
                        simulate.section("integrator", Language.INTEGRATOR),
                        conversion,
                        until,
                        axes.axes().getOrDefault("criterion", Optional.empty()))
                .read();
        Simulate.Failures failures = failures(simulate.section("failures", Language.FAILURES));
        Optional<Simulate> whole = design.map(known -> new Simulate(
                new Simulate.Cluster(axes.axes("cluster"), file),
                new Simulate.Mergers(axes.axes("mergers")),
                integrator,
                until,
                snapshots,
                diagnostics,
                known,
                failures));
        return new Reading(whole, new Outline(axes.axes(), until, snapshots, points, replicates));
    }

    /** The file of the bodies, where a profile is one. */
    private Optional<String> file(AxesReader axes) {
        Section cluster = axes.cluster();
        switch (Relevance.extent("file", axes.axes())) {
            case NOWHERE -> {
                Relevance.Condition condition = Relevance.condition("file");
                cluster.item("file").ifPresent(item -> item.refuse(condition.problem(), condition.remedy()));
                return Optional.empty();
            }
            case UNKNOWN -> {
                return Optional.empty();
            }
            default -> {
                return cluster.required("file", FILE)
                        .flatMap(item -> new RelativeFile(folder, FILE_ENDINGS, FILE).existing(item));
            }
        }
    }

    /** How often something is written; empty where the spec does not say. */
    private OptionalDouble every(String key, double until) {
        if (!simulate.has(key)) {
            return OptionalDouble.empty();
        }
        Optional<Item> item = simulate.item(key)
                .flatMap(section -> section.section(Language.EVERY))
                .flatMap(section -> section.required("every", "say how often, such as " + key + ": {every: 0.25}"));
        Optional<Double> every = item.flatMap(known -> conversion.number(known, Measure.TIME, Interval.ABOVE_ZERO));
        if (every.isEmpty()) {
            return OptionalDouble.empty();
        }
        // the sections that follow are read on with an interval that does no harm
        boolean useless = !Double.isNaN(until) && isUseless(item.get(), key, every.get(), until);
        return OptionalDouble.of(useless ? until : every.get());
    }

    /** Whether there would be nothing or too much; complains if so. */
    private static boolean isUseless(Item item, String key, double every, double until) {
        if (every > until) {
            item.refuse(
                    "is longer than the simulations, which end at " + Decimal.shortest(until),
                    "give at most that, or leave " + key + " out");
            return true;
        }
        if (new TimeGrid(every, until).last() > MOST_EVERY) {
            item.refuse(
                    "makes more than " + MOST_EVERY + " " + key + " of each simulation",
                    "give at least " + Decimal.shortest(until / MOST_EVERY) + " in Henon units");
            return true;
        }
        return false;
    }

    private static Simulate.Failures failures(Section section) {
        return new Simulate.Failures(
                section.item("retries")
                        .flatMap(item -> item.whole(0, 100))
                        .orElse(2L)
                        .intValue(),
                section.item("maxFailed")
                        .flatMap(item -> item.fraction(Interval.ZERO_TO_BELOW_ONE))
                        .orElse(0.0),
                section.item("maxEnergyError")
                        .flatMap(item -> item.real(Interval.ABOVE_ZERO))
                        .orElse(Simulate.Failures.DEFAULT_MAX_ENERGY_ERROR));
    }

    /**
     * What was read.
     *
     * @param simulate the simulations, empty where no design could be read; good only if there are no complaints
     * @param outline what the later sections must know of them
     */
    record Reading(Optional<Simulate> simulate, Outline outline) {
        Reading {
            requireNonNull(simulate, "simulate");
            requireNonNull(outline, "outline");
        }
    }
}
