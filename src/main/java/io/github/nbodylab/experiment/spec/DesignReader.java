package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code simulate.design}, and holds it against the parameters. */
final class DesignReader {

    static final long MOST_POINTS = 1_000_000;
    private static final long MOST_REPLICATES = 100_000;
    private static final Long UNKNOWN = 0L;
    private static final OptionalLong NOTHING_VARIES = OptionalLong.of(1);

    private final Map<String, Optional<Axis>> given;
    private final PointListReader pointList;
    private Optional<Item> replicates = Optional.empty();

    /**
     * Creates the reader.
     *
     * @param given the axes that the spec gives outside of the design, empty where one could not be read
     * @param conversion of physical quantities in listed points
     */
    DesignReader(Map<String, Optional<Axis>> given, Conversion conversion) {
        this.given = given;
        this.pointList = new PointListReader(given, conversion);
    }

    Optional<Simulate.Design> read(Item item) {
        return item.section(Language.DESIGN).flatMap(this::read);
    }

    private Optional<Simulate.Design> read(Section section) {
        replicates = section.item("replicates");
        int each = replicates
                .flatMap(item -> item.whole(1, MOST_REPLICATES))
                .orElse(1L)
                .intValue();
        Optional<Simulate.Method> method = section.required(
                        "method", "add one of " + String.join(", ", Language.METHODS.supported()))
                .flatMap(item -> item.constant(Simulate.Method.values(), Language.METHODS));
        return method.flatMap(known -> switch (known) {
            case GRID -> grid(section, each);
            case LIST -> list(section, each);
            case RANDOM, SOBOL -> drawn(section, known, each);
        });
    }

    private Optional<Simulate.Design> grid(Section section, int replicates) {
        section.item("points")
                .ifPresent(item -> item.refuse(
                        "does not go with method grid, whose points are all combinations of the values",
                        "leave it out"));
        given.forEach((name, axis) -> axis.filter(Axis.Range.class::isInstance)
                .ifPresent(range -> section.item("method")
                        .ifPresent(item -> item.refuse(
                                "a grid cannot be made of " + name + ", which has min and max",
                                "give " + name + " as {values: [...]}, or use method sobol"))));
        if (combinations(given).orElse(0) > MOST_POINTS) {
            section.item("method")
                    .ifPresent(item ->
                            item.refuse("the grid has more than " + MOST_POINTS + " points", "give fewer values"));
        }
        return Optional.of(new Simulate.Design(Simulate.Method.GRID, 0, replicates, List.of()));
    }

    private Optional<Simulate.Design> drawn(Section section, Simulate.Method method, int replicates) {
        Optional<Long> points = section.required("points", "say how many, such as points: 64")
                .flatMap(item -> item.isList()
                        ? item.refuse("must be a number with method " + method.specName(), "use method list")
                        : item.whole(1, MOST_POINTS));
        if (given.values().stream().allMatch(axis -> axis.filter(Axis::isFixed).isPresent())) {
            section.item("method")
                    .ifPresent(item -> item.refuse(
                            "nothing varies over a design by " + method.specName(),
                            "give a parameter of cluster or mergers as {values: [...]} or {min: ..., max: ...}"));
        }
        return Optional.of(new Simulate.Design(method, points.orElse(UNKNOWN).intValue(), replicates, List.of()));
    }

    private Optional<Simulate.Design> list(Section section, int replicates) {
        Optional<List<SortedMap<String, Value>>> points = section.required(
                        "points", "list them, such as points: [{particles: 32, captureNumber: 1}]")
                .flatMap(pointList::read);
        return points.map(list -> new Simulate.Design(Simulate.Method.LIST, 0, replicates, list));
    }

    /**
     * Complains about replicates that would be one run several times. What is random in a run are the bodies, unless they
     * are from a file, and the directions of kicks.
     *
     * @param axes all of them, empty where one could not be read
     */
    void requireRandomness(Simulate.Design design, Map<String, Optional<Axis>> axes) {
        if (design.replicates() == 1 || words(design, axes).stream().allMatch(DesignReader::isRandom)) {
            return;
        }
        replicates.ifPresent(item -> item.refuse(
                "makes " + design.replicates()
                        + " times the same run where the bodies are from a file and nothing kicks"
                        + " them, and would count it as so many independent ones",
                "leave it out; with recoil: kick or another profile replicates differ"));
    }

    /** What decides on randomness, at every design point that there may be; none where something could not be read. */
    private static List<Map<String, Value>> words(Simulate.Design design, Map<String, Optional<Axis>> axes) {
        List<Map<String, Value>> points = new ArrayList<>(design.list());
        if (points.isEmpty()) {
            points.add(Map.of());
        }
        for (String word : List.of("profile", "criterion", "recoil")) {
            Optional<Axis> axis = axes.get(word);
            if (axis == null || (!points.isEmpty() && points.get(0).containsKey(word))) {
                continue; // it means nothing anywhere, or the list has it
            }
            List<Value> values = axis.map(Axis::extremes).orElse(List.of());
            points = points.stream()
                    .flatMap(point -> values.stream().map(value -> with(point, word, value)))
                    .toList();
        }
        return points;
    }

    private static Map<String, Value> with(Map<String, Value> point, String word, Value value) {
        Map<String, Value> more = new TreeMap<>(point);
        more.put(word, value);
        return more;
    }

    private static boolean isRandom(Map<String, Value> point) {
        boolean drawn = Relevance.isMeant("particles", point);
        Value recoil = point.get("recoil");
        return drawn || (recoil != null && recoil.text().equals("kick") && Relevance.isMeant("recoil", point));
    }

    /** The most different points that a design over some axes can have. */
    static OptionalLong points(Simulate.Design design, Map<String, Optional<Axis>> axes) {
        OptionalLong combinations = combinations(axes);
        return switch (design.method()) {
            case LIST -> OptionalLong.of(design.list().size());
            case GRID -> combinations;
            case RANDOM, SOBOL ->
                design.points() == UNKNOWN || combinations.equals(NOTHING_VARIES)
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.min(design.points(), combinations.orElse(Long.MAX_VALUE)));
        };
    }

    /** The number of combinations of all values, if it is finite and known. */
    private static OptionalLong combinations(Map<String, Optional<Axis>> axes) {
        List<Double> counts = new ArrayList<>();
        axes.values().forEach(axis -> counts.add(axis.map(DesignReader::count).orElse(Double.NaN)));
        double product = counts.stream().reduce(1.0, (a, b) -> a * b);
        return Double.isFinite(product) ? OptionalLong.of((long) product) : OptionalLong.empty();
    }

    private static double count(Axis axis) {
        if (axis instanceof Axis.Choice choice) {
            return choice.values().size();
        }
        if (axis instanceof Axis.Range range) {
            return range.whole() ? range.max() - range.min() + 1 : Double.POSITIVE_INFINITY;
        }
        return 1;
    }
}
