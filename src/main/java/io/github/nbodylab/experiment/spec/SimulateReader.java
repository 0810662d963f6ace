package io.github.nbodylab.experiment.spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code simulate}. */
final class SimulateReader {

    private static final String UNTIL = "give the end of every simulation in Henon time units, such as until: 1.0";
    private static final String METHOD = "add one, such as design: {method: sobol, points: 64, replicates: 4}";

    /** A time with a unit, such as {@code 12 Myr}. */
    private static final String PHYSICAL = "[-+]?[0-9.]+([eE][-+]?[0-9]+)? *[A-Za-z]+";

    private final Section simulate;
    private final Map<String, Section> sections;
    private final SortedMap<String, Optional<Axis>> axes = new TreeMap<>();

    SimulateReader(Section simulate) {
        this.simulate = simulate;
        this.sections = Map.of(
                "cluster", simulate.section("cluster", Language.CLUSTER),
                "mergers", simulate.section("mergers", Language.MERGERS));
    }

    /**
     * Reads the section.
     *
     * @return the simulations, unless something was wrong, and what could be read of them
     */
    Reading read() {
        for (Parameter parameter : Parameter.ALL) {
            sections.get(parameter.section())
                    .item(parameter.name())
                    .ifPresent(item -> axes.put(parameter.name(), new AxisReader(parameter).read(item)));
        }
        Optional<Simulate.Design> design =
                simulate.required("design", METHOD).flatMap(item -> new DesignReader(axes).read(item));
        completeAxes(design);
        double until =
                simulate.required("until", UNTIL).flatMap(SimulateReader::until).orElse(Double.NaN);
        OptionalLong points =
                design.map(known -> DesignReader.points(known, axes)).orElse(OptionalLong.empty());
        Integrator integrator = integrator(simulate.section("integrator", Language.INTEGRATOR));
        Simulate.Failures failures = failures(simulate.section("failures", Language.FAILURES));
        Optional<Simulate> whole =
                design.map(known -> Simulate.of(cluster(), mergers(), integrator, until, known, failures));
        return new Reading(whole, new Outline(axes, until, points));
    }

    private static Optional<Double> until(Item item) {
        return item.raw().filter(text -> text.matches(PHYSICAL)).isPresent()
                ? item.refuse(
                        "a time in physical units is " + Vocabulary.NOT_YET, "give a plain number of Henon time units")
                : item.real(Interval.ABOVE_ZERO);
    }

    /** Adds the axes that the spec leaves to the list of points or to the defaults. */
    private void completeAxes(Optional<Simulate.Design> design) {
        for (Parameter parameter : Parameter.ALL) {
            if (design.isEmpty()) {
                axes.putIfAbsent(parameter.name(), Optional.empty());
            } else if (!axes.containsKey(parameter.name())) {
                axisOf(design.get().list(), parameter.name())
                        .or(() -> parameter.byDefault().map(Axis.Fixed::new))
                        .ifPresent(axis -> axes.put(parameter.name(), Optional.of(axis)));
            }
        }
        if (!axes.containsKey("particles")) {
            axes.put("particles", Optional.empty());
            sections.get("cluster").missing("particles", "give the number of bodies, such as particles: 64");
        }
        holdCaptureNumberToCriterion();
    }

    private void holdCaptureNumberToCriterion() {
        Section mergers = sections.get("mergers");
        Optional<Axis> criterion = axes.get("criterion");
        if (criterion.isEmpty()) {
            return;
        }
        boolean none = criterion.get().equals(new Axis.Fixed(new Value.Word("none")));
        if (none && axes.get("captureNumber") != null) {
            mergers.refuse(
                    "captureNumber",
                    "does not go with criterion none",
                    "leave it out, or use criterion: sticky-sphere");
        } else if (!none && !axes.containsKey("captureNumber")) {
            axes.put("captureNumber", Optional.empty());
            mergers.missing("captureNumber", "give k = N r_c, such as captureNumber: 1, or use criterion: none");
        }
    }

    /** The values that the points of a list give to a parameter, if they name it. */
    private static Optional<Axis> axisOf(List<SortedMap<String, Value>> points, String parameter) {
        Set<Value> values = new LinkedHashSet<>();
        points.stream()
                .filter(point -> point.containsKey(parameter))
                .forEach(point -> values.add(point.get(parameter)));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Value> list = List.copyOf(values);
        return Optional.of(list.size() == 1 ? new Axis.Fixed(list.get(0)) : new Axis.Choice(list));
    }

    private Simulate.Cluster cluster() {
        return new Simulate.Cluster(axes("cluster"), Optional.empty());
    }

    private Simulate.Mergers mergers() {
        return new Simulate.Mergers(axes("mergers"));
    }

    private SortedMap<String, Axis> axes(String section) {
        SortedMap<String, Axis> known = new TreeMap<>();
        for (Parameter parameter : Parameter.ALL) {
            if (parameter.section().equals(section)) {
                axes.getOrDefault(parameter.name(), Optional.empty())
                        .ifPresent(axis -> known.put(parameter.name(), axis));
            }
        }
        return known;
    }

    private static Integrator integrator(Section section) {
        return Integrator.of(
                section.item("scheme")
                        .flatMap(item -> item.constant(Integrator.Scheme.values(), Language.SCHEMES))
                        .orElse(Integrator.Scheme.HERMITE_4),
                section.item("timesteps")
                        .flatMap(item -> item.constant(Integrator.Timesteps.values(), Language.TIMESTEPS))
                        .orElse(Integrator.Timesteps.SHARED),
                section.item("accuracy")
                        .flatMap(item -> item.real(Interval.OPEN_UNIT))
                        .orElse(0.01));
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
                Simulate.Failures.DEFAULT_MAX_ENERGY_ERROR);
    }

    /**
     * What was read.
     *
     * @param simulate the simulations, empty where no design could be read; good only if there are no complaints
     * @param outline what the later sections must know of them
     */
    record Reading(Optional<Simulate> simulate, Outline outline) {}
}
