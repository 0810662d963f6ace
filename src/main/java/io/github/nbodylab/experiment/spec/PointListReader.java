package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the points of a design by {@code list}.
 *
 * <p>All points name the same parameters. A parameter that they name need not stand elsewhere; where it does, its value,
 * values or range there is the domain to which every point must keep. A parameter that they do not name must be fixed.
 */
final class PointListReader {

    private final Map<String, Optional<Axis>> given;
    private final Conversion conversion;

    PointListReader(Map<String, Optional<Axis>> given, Conversion conversion) {
        this.given = given;
        this.conversion = conversion;
    }

    Optional<List<SortedMap<String, Value>>> read(Item item) {
        Optional<List<Item>> items = item.list("list one point at least, such as {particles: 32, captureNumber: 1}");
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Map<Section, SortedMap<String, Value>> points = new LinkedHashMap<>();
        for (Item each : items.get()) {
            each.section(Language.POINT).ifPresent(section -> points.put(section, point(section)));
        }
        refuseUneven(points.keySet().stream().toList());
        refuseUnnamed(item, points.keySet().stream().toList());
        refuseTwice(points);
        boolean read = points.size() == items.get().size()
                && points.entrySet().stream().allMatch(PointListReader::isWhole);
        return read ? Optional.of(new ArrayList<>(points.values())) : Optional.empty();
    }

    private SortedMap<String, Value> point(Section section) {
        SortedMap<String, Value> point = new TreeMap<>();
        for (Parameter parameter : Parameter.ALL) {
            Optional<Item> item = section.item(parameter.name());
            Optional<Value> value = item.flatMap(known -> parameter.value(known, conversion));
            value.ifPresent(known -> {
                keepToDomain(parameter, item.get(), known);
                point.put(parameter.name(), known);
            });
        }
        return point;
    }

    private void keepToDomain(Parameter parameter, Item item, Value value) {
        Optional<Axis> domain = given.getOrDefault(parameter.name(), Optional.empty());
        if (domain.isPresent() && !contains(domain.get(), value)) {
            item.refuse(
                    "'" + value.text() + "' is not among what " + parameter.key() + " gives",
                    "change one of the two, or leave " + parameter.key() + " out");
        }
    }

    private static boolean contains(Axis axis, Value value) {
        if (axis instanceof Axis.Range range) {
            return range.min() <= value.asDouble() && value.asDouble() <= range.max();
        }
        return axis instanceof Axis.Choice choice
                ? choice.values().contains(value)
                : ((Axis.Fixed) axis).value().equals(value);
    }

    private static void refuseUneven(List<Section> points) {
        SortedSet<String> named = new TreeSet<>();
        points.forEach(point -> named.addAll(point.keys()));
        for (Section point : points) {
            SortedSet<String> absent = new TreeSet<>(named);
            absent.removeAll(point.keys());
            if (named.isEmpty()) {
                point.self().refuse("names no parameter", "give it one at least, such as {particles: 32}");
            } else if (!absent.isEmpty()) {
                point.self()
                        .refuse(
                                "does not name " + String.join(", ", absent) + ", which other points do",
                                "name the same parameters in every point");
            }
        }
    }

    private void refuseUnnamed(Item item, List<Section> points) {
        given.forEach((name, axis) -> {
            boolean varies = axis.filter(known -> !known.isFixed()).isPresent();
            if (varies && points.stream().noneMatch(point -> point.has(name))) {
                item.refuse(
                        "no point names " + name + ", which is not one value",
                        "name " + name + " in every point, or give it one value");
            }
        });
    }

    private static boolean isWhole(Map.Entry<Section, SortedMap<String, Value>> point) {
        return point.getValue().size() == point.getKey().keys().size();
    }

    private static void refuseTwice(Map<Section, SortedMap<String, Value>> points) {
        Map<SortedMap<String, Value>, Integer> lines = new LinkedHashMap<>();
        points.forEach((section, point) -> {
            Integer first = lines.putIfAbsent(point, section.self().line());
            if (first != null && isWhole(Map.entry(section, point))) {
                section.self().refuse("is the same point as the one in line " + first, "list each point once");
            }
        });
    }
}
