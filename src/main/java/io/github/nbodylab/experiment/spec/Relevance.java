package io.github.nbodylab.experiment.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which parameters mean something at a design point: King's central potential W0, say, with the profile {@code king} and only
 * there. What means nothing at a point is no part of it, so that designs which are equal in all that counts are one.
 */
public final class Relevance {

    /**
     * What must hold of another parameter, its parent, for a parameter to mean something.
     *
     * @param parent name of the other one, which must mean something itself
     * @param holds what must hold of its value
     * @param problem what to say where it never holds
     * @param remedy what to do then
     */
    record Condition(String parent, Predicate<Value> holds, String problem, String remedy) {}

    /** At how many points of an ensemble a parameter means something. */
    enum Extent {
        NOWHERE,
        SOMEWHERE,
        EVERYWHERE,
        /** What decides it could not be read. */
        UNKNOWN
    }

    /** What a parent is where a spec or a point does not name it. */
    private static final Map<String, Value> ASSUMED = Map.of(
            "profile", new Value.Word("plummer"),
            "masses", new Value.Word("equal"),
            "binaryFraction", new Value.Real(0),
            "criterion", new Value.Word("sticky-sphere"));

    private static final Condition NO_FILE = new Condition(
            "profile",
            value -> !value.text().equals("file"),
            "does not go with profile file, whose bodies are taken as they are",
            "leave it out, or use another profile");
    private static final Condition LIMITS = words("masses", "power-law", "salpeter", "kroupa");
    private static final Condition TWO = words("masses", "two-component");
    private static final Condition BINARIES = new Condition(
            "binaryFraction",
            value -> value.asDouble() > 0,
            "goes with a binaryFraction above 0 only",
            "leave it out, or give a binaryFraction");
    private static final Condition WAVES =
            words("criterion", "gravitational-wave-capture", "gravitational-wave-inspiral");

    private static final Map<String, Condition> CONDITIONS = Map.ofEntries(
            Map.entry("particles", NO_FILE),
            Map.entry("W0", words("profile", "king")),
            Map.entry("file", words("profile", "file")),
            Map.entry("virialRatio", NO_FILE),
            Map.entry("masses", NO_FILE),
            Map.entry("massExponent", words("masses", "power-law")),
            Map.entry("minMass", LIMITS),
            Map.entry("maxMass", LIMITS),
            Map.entry("massRatio", TWO),
            Map.entry("numberFraction", TWO),
            Map.entry("massFraction", TWO),
            Map.entry("binaryFraction", NO_FILE),
            Map.entry("minSemiMajorAxis", BINARIES),
            Map.entry("maxSemiMajorAxis", BINARIES),
            Map.entry("centralMass", NO_FILE),
            Map.entry("rotation", NO_FILE),
            Map.entry("captureNumber", words("criterion", "sticky-sphere")),
            Map.entry("speedOfLight", WAVES),
            Map.entry("maximalSeparation", WAVES),
            Map.entry("massLoss", WAVES),
            Map.entry("recoil", WAVES));

    private Relevance() {}

    private static Condition words(String parent, String... words) {
        List<String> all = List.of(words);
        return new Condition(
                parent,
                value -> all.contains(value.text()),
                "goes with " + parent + " " + String.join(" or ", all) + " only",
                "leave it out, or use " + parent + ": " + words[0]
                        + (all.size() > 1
                                ? " or "
                                        + String.join(
                                                " or ", Arrays.asList(words).subList(1, words.length))
                                : ""));
    }

    /**
     * Whether a parameter means something at a point.
     *
     * @param parameter name of one; any other name does
     * @param point parameter to value; what it lacks has its default
     */
    public static boolean isMeant(String parameter, Map<String, Value> point) {
        Condition condition = CONDITIONS.get(parameter);
        return condition == null
                || (isMeant(condition.parent(), point)
                        && condition
                                .holds()
                                .test(point.getOrDefault(condition.parent(), ASSUMED.get(condition.parent()))));
    }

    /** A point without the parameters that mean nothing there. */
    public static SortedMap<String, Value> meant(Map<String, Value> point) {
        SortedMap<String, Value> meant = new TreeMap<>(point);
        meant.keySet().removeIf(parameter -> !isMeant(parameter, point));
        return meant;
    }

    /** Where in an ensemble a parameter means something; an axis is empty where it could not be read. */
    static Extent extent(String parameter, Map<String, Optional<Axis>> axes) {
        Condition condition = CONDITIONS.get(parameter);
        if (condition == null) {
            return Extent.EVERYWHERE;
        }
        Extent parent = extent(condition.parent(), axes);
        if (parent == Extent.NOWHERE || parent == Extent.UNKNOWN) {
            return parent;
        }
        Optional<Axis> axis =
                axes.getOrDefault(condition.parent(), Optional.of(new Axis.Fixed(ASSUMED.get(condition.parent()))));
        if (axis.isEmpty()) {
            return Extent.UNKNOWN;
        }
        List<Value> values = axis.get().extremes();
        if (values.stream().noneMatch(condition.holds())) {
            return Extent.NOWHERE;
        }
        return values.stream().allMatch(condition.holds()) ? parent : Extent.SOMEWHERE;
    }

    /** The condition of a parameter that has one. */
    static Condition condition(String parameter) {
        return CONDITIONS.get(parameter);
    }
}
