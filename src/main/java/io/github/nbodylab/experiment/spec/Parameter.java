package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of a design point.
 *
 * @param name as a spec writes it
 * @param section the key under {@code simulate} that holds it
 * @param kind what its values are
 * @param interval for a real number: its range; else null
 * @param measure for a real number: what it measures; else plain
 * @param words for a word: the words; else none
 * @param byDefault the value where a spec gives none; empty where it must
 * @param remedy what to write where it is missing; empty where something else decides whether it is
 */
record Parameter(
        String name,
        String section,
        Kind kind,
        Interval interval,
        Measure measure,
        Vocabulary words,
        Optional<Value> byDefault,
        String remedy) {

    /** What the values of a parameter are. */
    enum Kind {
        WHOLE,
        REAL,
        WORD
    }

    static final long MOST_PARTICLES = 1_000_000;

    private static final String CLUSTER = "cluster";
    private static final String MERGERS = "mergers";
    private static final String LIMITS = "give the limits of the mass function, such as minMass: 0.08 and maxMass: 100";
    private static final String AXES = "give the limits of the semi-major axes of the binaries, such as"
            + " minSemiMajorAxis: 1e-4 and maxSemiMajorAxis: 1e-2";

    /** All of them, in the order of the language. */
    static final List<Parameter> ALL = List.of(
            new Parameter(
                    "particles",
                    CLUSTER,
                    Kind.WHOLE,
                    null,
                    Measure.NUMBER,
                    Language.NO_OPTIONS,
                    Optional.empty(),
                    "give the number of bodies, such as particles: 64"),
            word("profile", CLUSTER, Language.PROFILES, "plummer"),
            real("W0", CLUSTER, new Interval(0.1, true, 16, true), Measure.NUMBER)
                    .needed("give the central potential of the King model, such as W0: 6"),
            real("virialRatio", CLUSTER, Interval.ZERO_TO_BELOW_ONE, Measure.NUMBER)
                    .or(0.5),
            word("masses", CLUSTER, Language.MASSES, "equal"),
            real("massExponent", CLUSTER, Interval.ANY, Measure.NUMBER)
                    .needed("give the exponent of dN/dm ~ m^-massExponent, such as massExponent: 2.3"),
            real("minMass", CLUSTER, Interval.ABOVE_ZERO, Measure.SOLAR_MASS).needed(LIMITS),
            real("maxMass", CLUSTER, Interval.ABOVE_ZERO, Measure.SOLAR_MASS).needed(LIMITS),
            real("massRatio", CLUSTER, Interval.ABOVE_ZERO, Measure.NUMBER)
                    .needed("give the mass of a heavy body over that of a light one, such as massRatio: 10"),
            real("numberFraction", CLUSTER, Interval.OPEN_UNIT, Measure.NUMBER),
            real("massFraction", CLUSTER, Interval.OPEN_UNIT, Measure.NUMBER),
            real("binaryFraction", CLUSTER, Interval.UNIT, Measure.NUMBER).or(0),
            real("minSemiMajorAxis", CLUSTER, Interval.ABOVE_ZERO, Measure.LENGTH)
                    .needed(AXES),
            real("maxSemiMajorAxis", CLUSTER, Interval.ABOVE_ZERO, Measure.LENGTH)
                    .needed(AXES),
            real("centralMass", CLUSTER, Interval.ZERO_TO_BELOW_ONE, Measure.MASS)
                    .or(0),
            real("rotation", CLUSTER, Interval.UNIT, Measure.NUMBER).or(0),
            word("criterion", MERGERS, Language.CRITERIA, "sticky-sphere"),
            real("captureNumber", MERGERS, Interval.ABOVE_ZERO, Measure.NUMBER)
                    .needed("give k = N r_c, such as captureNumber: 1, or use criterion: none"),
            real("speedOfLight", MERGERS, Interval.ABOVE_ZERO, Measure.SPEED)
                    .needed("give c in Henon units, such as speedOfLight: 500, or add units, from which it follows"),
            real("maximalSeparation", MERGERS, Interval.ABOVE_ZERO, Measure.LENGTH)
                    .or(0.01),
            word("massLoss", MERGERS, Language.MASS_LOSSES, "none"),
            word("recoil", MERGERS, Language.RECOILS, "none"));

    private static Parameter real(String name, String section, Interval interval, Measure measure) {
        return new Parameter(name, section, Kind.REAL, interval, measure, Language.NO_OPTIONS, Optional.empty(), "");
    }

    private static Parameter word(String name, String section, Vocabulary words, String byDefault) {
        Optional<Value> value = Optional.of(new Value.Word(byDefault));
        return new Parameter(name, section, Kind.WORD, null, Measure.NUMBER, words, value, "");
    }

    private Parameter or(double byDefault) {
        Optional<Value> value = Optional.of(new Value.Real(byDefault));
        return new Parameter(name, section, kind, interval, measure, words, value, remedy);
    }

    private Parameter needed(String remedy) {
        return new Parameter(name, section, kind, interval, measure, words, byDefault, remedy);
    }

    /** Reads one value of this parameter, or complains. */
    Optional<Value> value(Item item, Conversion conversion) {
        return switch (kind) {
            case WHOLE -> item.whole(2, MOST_PARTICLES).map(Value.Whole::new);
            case REAL -> conversion.number(item, measure, interval).map(Value.Real::new);
            case WORD -> item.word(words).map(Value.Word::new);
        };
    }

    /** Where a spec has this parameter. */
    String key() {
        return "simulate." + section + "." + name;
    }
}
