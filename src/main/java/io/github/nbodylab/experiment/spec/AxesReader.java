package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.spec.Relevance.Extent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the parameters under {@code simulate.cluster} and {@code simulate.mergers}, and holds them against each other. */
final class AxesReader {

    private final Map<String, Section> sections;
    private final Conversion conversion;
    private final SortedMap<String, Optional<Axis>> axes = new TreeMap<>();

    AxesReader(Section simulate, Conversion conversion) {
        this.sections = Map.of(
                "cluster", simulate.section("cluster", Language.CLUSTER),
                "mergers", simulate.section("mergers", Language.MERGERS));
        this.conversion = conversion;
        for (Parameter parameter : Parameter.ALL) {
            section(parameter)
                    .item(parameter.name())
                    .ifPresent(item -> axes.put(parameter.name(), new AxisReader(parameter, conversion).read(item)));
        }
    }

    /** The axes so far, by parameter, sorted; empty for one that could not be read. */
    SortedMap<String, Optional<Axis>> axes() {
        return axes;
    }

    /** The axes of a section that are known and mean something. */
    SortedMap<String, Axis> axes(String section) {
        SortedMap<String, Axis> known = new TreeMap<>();
        for (Parameter parameter : Parameter.ALL) {
            if (parameter.section().equals(section)) {
                axes.getOrDefault(parameter.name(), Optional.empty())
                        .ifPresent(axis -> known.put(parameter.name(), axis));
            }
        }
        return known;
    }

    Section cluster() {
        return sections.get("cluster");
    }

    /** Adds the axes that the spec leaves to the list of points or to the defaults; complains about one too many or too few. */
    void complete(Optional<Simulate.Design> design) {
        if (design.isEmpty()) {
            Parameter.ALL.forEach(parameter -> axes.putIfAbsent(parameter.name(), Optional.empty()));
            return;
        }
        for (Parameter parameter : Parameter.ALL) {
            listed(design.get().list(), parameter.name())
                    .ifPresent(axis -> axes.putIfAbsent(parameter.name(), Optional.of(axis)));
        }
        for (Parameter parameter : Parameter.ALL) {
            if (axes.containsKey(parameter.name())) {
                refuseWhereItMeansNothing(parameter);
            } else {
                add(parameter);
            }
        }
        requireOneFraction();
        new AxesChecks(sections, axes, design.get()).check();
    }

    private void refuseWhereItMeansNothing(Parameter parameter) {
        if (Relevance.extent(parameter.name(), axes) == Extent.NOWHERE) {
            Relevance.Condition condition = Relevance.condition(parameter.name());
            section(parameter).refuse(parameter.name(), condition.problem(), condition.remedy());
        }
    }

    private void add(Parameter parameter) {
        Extent extent = Relevance.extent(parameter.name(), axes);
        Optional<Value> byDefault = byDefault(parameter);
        if (extent == Extent.UNKNOWN) {
            axes.put(parameter.name(), Optional.empty());
        } else if (extent != Extent.NOWHERE && byDefault.isPresent()) {
            axes.put(parameter.name(), byDefault.map(Axis.Fixed::new));
        } else if (extent != Extent.NOWHERE && !parameter.remedy().isEmpty()) {
            axes.put(parameter.name(), Optional.empty());
            if (!followsFromUnits(parameter) || !conversion.given()) {
                section(parameter).missing(parameter.name(), parameter.remedy());
            }
        }
    }

    private Optional<Value> byDefault(Parameter parameter) {
        return followsFromUnits(parameter)
                ? conversion.units().map(units -> new Value.Real(units.speedOfLight()))
                : parameter.byDefault();
    }

    private static boolean followsFromUnits(Parameter parameter) {
        return parameter.name().equals("speedOfLight");
    }

    /** Two kinds of bodies are told apart by number or by mass. */
    private void requireOneFraction() {
        Extent extent = Relevance.extent("numberFraction", axes);
        boolean number = axes.containsKey("numberFraction");
        boolean mass = axes.containsKey("massFraction");
        if (extent == Extent.NOWHERE || extent == Extent.UNKNOWN || number != mass) {
            return;
        }
        if (number) {
            cluster()
                    .refuse(
                            "massFraction",
                            "does not go with numberFraction, which says the same",
                            "leave one of the two out");
        } else {
            axes.put("numberFraction", Optional.empty());
            cluster()
                    .missing(
                            "numberFraction",
                            "say how many bodies are heavy, such as numberFraction: 0.1, or how much of the mass is in them,"
                                    + " such as massFraction: 0.1");
        }
    }

    /** The values that the points of a list give to a parameter, if they name it. */
    private static Optional<Axis> listed(List<SortedMap<String, Value>> points, String parameter) {
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

    private Section section(Parameter parameter) {
        return sections.get(parameter.section());
    }
}
