package io.github.nbodylab.experiment.spec;

/** What the number of a key measures: in which physical units it may be given, and what it is without one. */
enum Measure {
    /** No physical unit goes with it. */
    NUMBER(null, "", ""),
    /** A length. */
    LENGTH(Unit.Dimension.LENGTH, "a length, such as 10 AU", "in Henon units"),
    /** A time. */
    TIME(Unit.Dimension.TIME, "a time, such as 12 Myr", "in Henon units"),
    /** A speed. */
    SPEED(Unit.Dimension.SPEED, "a speed, such as 300000 km/s", "in Henon units"),
    /** A mass. */
    MASS(Unit.Dimension.MASS, "a mass, such as 1000 Msun", "in Henon units"),
    /** A mass in solar masses, whatever the units of the spec: the limits of mass functions. */
    SOLAR_MASS(Unit.Dimension.MASS, "a mass, such as 8 Msun", "in solar masses");

    private final Unit.Dimension dimension;
    private final String example;
    private final String unit;

    Measure(Unit.Dimension dimension, String example, String unit) {
        this.dimension = dimension;
        this.example = example;
        this.unit = unit;
    }

    /** Null for a plain number. */
    Unit.Dimension dimension() {
        return dimension;
    }

    /** As a noun with an example. */
    String example() {
        return example;
    }

    /** What the plain number is in. */
    String unit() {
        return unit;
    }
}
