package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must hold between parameters at every design point. The points of a list are looked at one by one; of any other design
 * it is enough that the extremes of the axes could meet.
 */
final class AxesChecks {

    private final Map<String, Section> sections;
    private final SortedMap<String, Optional<Axis>> axes;
    private final Simulate.Design design;

    AxesChecks(Map<String, Section> sections, SortedMap<String, Optional<Axis>> axes, Simulate.Design design) {
        this.sections = sections;
        this.axes = axes;
        this.design = design;
    }

    void check() {
        requireOrder("minMass", "maxMass", false);
        requireOrder("minSemiMajorAxis", "maxSemiMajorAxis", true);
        requireTwoCentres();
    }

    private void requireOrder(String low, String high, boolean mayBeEqual) {
        for (Map<String, Value> point : worst(low, true, high, false)) {
            double room = point.get(high).asDouble() - point.get(low).asDouble();
            if (room < 0 || (room == 0 && !mayBeEqual)) {
                sections.get("cluster")
                        .refuse(
                                high,
                                "is " + point.get(high).text() + (mayBeEqual ? ", below " : ", not above ") + low
                                        + ", which is " + point.get(low).text(),
                                "give limits in rising order at every design point");
                return;
            }
        }
    }

    /** A cluster needs two members that are single bodies or binaries, of which there are N f / (1 + f), rounded. */
    private void requireTwoCentres() {
        for (Map<String, Value> point : worst("particles", false, "binaryFraction", true)) {
            double bodies = point.get("particles").asDouble();
            double fraction = point.get("binaryFraction").asDouble();
            if (bodies == 2 && bodies * fraction / (1 + fraction) >= 0.5) {
                sections.get("cluster")
                        .refuse(
                                "particles",
                                point.get("particles").text() + " bodies with binaryFraction "
                                        + point.get("binaryFraction").text() + " are one binary alone",
                                "give 3 bodies at least, or a smaller binaryFraction");
                return;
            }
        }
    }

    /** The points at which two parameters could break a rule, where both are known and mean something. */
    private List<Map<String, Value>> worst(String one, boolean highestOfOne, String other, boolean highestOfOther) {
        List<Map<String, Value>> points = new ArrayList<>();
        if (axes.getOrDefault(one, Optional.empty()).isEmpty()
                || axes.getOrDefault(other, Optional.empty()).isEmpty()) {
            return points;
        }
        if (design.list().isEmpty()) {
            Map<String, Value> point = new TreeMap<>();
            point.put(one, extreme(one, highestOfOne));
            point.put(other, extreme(other, highestOfOther));
            points.add(point);
            return points;
        }
        for (SortedMap<String, Value> listed : design.list()) {
            Map<String, Value> point = new TreeMap<>(listed);
            axes.forEach((name, axis) -> axis.filter(Axis::isFixed)
                    .ifPresent(fixed -> point.putIfAbsent(name, ((Axis.Fixed) fixed).value())));
            boolean both = point.containsKey(one) && point.containsKey(other);
            if (both && Relevance.isMeant(one, point) && Relevance.isMeant(other, point)) {
                points.add(point);
            }
        }
        return points;
    }

    private Value extreme(String parameter, boolean highest) {
        Comparator<Value> order = Comparator.comparingDouble(Value::asDouble);
        List<Value> values = axes.get(parameter).orElseThrow().extremes();
        return values.stream().max(highest ? order : order.reversed()).orElseThrow();
    }
}
