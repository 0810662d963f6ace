package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The physical units in which a spec may give a quantity. Values are those of IAU 2012 Resolution B2, IAU 2015 Resolution B3
 * and CODATA 2018.
 */
public enum Unit {
    /** Kilogram. */
    KILOGRAM("kg", Dimension.MASS, 1),
    /** Gram. */
    GRAM("g", Dimension.MASS, 1e-3),
    /** Mass of the Sun: its gravitational parameter, which is known much better, over G. */
    SOLAR_MASS("Msun", Dimension.MASS, Constants.GM_SUN / Constants.G),
    /** Metre. */
    METRE("m", Dimension.LENGTH, 1),
    /** Kilometre. */
    KILOMETRE("km", Dimension.LENGTH, 1e3),
    /** Astronomical unit. */
    ASTRONOMICAL_UNIT("AU", Dimension.LENGTH, Constants.AU),
    /** Parsec, 648000 / pi astronomical units. */
    PARSEC("pc", Dimension.LENGTH, 648000 / Math.PI * Constants.AU),
    /** A thousand parsecs. */
    KILOPARSEC("kpc", Dimension.LENGTH, 648000e3 / Math.PI * Constants.AU),
    /** Nominal radius of the Sun. */
    SOLAR_RADIUS("Rsun", Dimension.LENGTH, 6.957e8),
    /** Second. */
    SECOND("s", Dimension.TIME, 1),
    /** Julian year, 365.25 days. */
    YEAR("yr", Dimension.TIME, Constants.YEAR),
    /** A thousand years. */
    KILOYEAR("kyr", Dimension.TIME, 1e3 * Constants.YEAR),
    /** A million years. */
    MEGAYEAR("Myr", Dimension.TIME, 1e6 * Constants.YEAR),
    /** A thousand million years. */
    GIGAYEAR("Gyr", Dimension.TIME, 1e9 * Constants.YEAR),
    /** Kilometre per second. */
    KILOMETRE_PER_SECOND("km/s", Dimension.SPEED, 1e3),
    /** Metre per second. */
    METRE_PER_SECOND("m/s", Dimension.SPEED, 1);

    /** What a unit measures. */
    public enum Dimension {
        /** Mass. */
        MASS("mass"),
        /** Length. */
        LENGTH("length"),
        /** Time. */
        TIME("time"),
        /** Speed. */
        SPEED("speed");

        private final String noun;

        Dimension(String noun) {
            this.noun = noun;
        }

        /** As a sentence has it. */
        public String noun() {
            return noun;
        }
    }

    private final String symbol;
    private final Dimension dimension;
    private final double si;

    Unit(String symbol, Dimension dimension, double si) {
        this.symbol = requireNonNull(symbol, "symbol");
        this.dimension = requireNonNull(dimension, "dimension");
        this.si = si;
    }

    /** As a spec writes it, such as {@code Myr}. */
    public String symbol() {
        return symbol;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** Its size in kilograms, metres, seconds, or metres per second. */
    public double si() {
        return si;
    }

    /** The unit of a symbol, if there is one. */
    static Optional<Unit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    /** The symbols of all units of a dimension. */
    static List<String> symbols(Dimension dimension) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension)
                .map(Unit::symbol)
                .toList();
    }
}
