package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Reads numbers in physical units, such as {@code 12 Myr}, as numbers in Henon units. */
final class Conversion {

    private static final String ADD_UNITS = "say at the top what the Henon units are, such as units: {mass: 1e5 Msun,"
            + " length: 1 pc}, or give a plain number in Henon units";

    private final boolean given;
    private final Optional<Units> units;
    private boolean told;

    private Conversion(boolean given, Optional<Units> units) {
        this.given = given;
        this.units = requireNonNull(units, "units");
    }

    /** Whether the spec has units, readable or not. */
    boolean given() {
        return given;
    }

    /** The units, if there are any that could be read. */
    Optional<Units> units() {
        return units;
    }

    /** Of the section {@code units} of a spec, which need not be there. */
    static Conversion of(Section top) {
        if (!top.has("units")) {
            return new Conversion(false, Optional.empty());
        }
        Optional<Section> section = top.item("units").flatMap(item -> item.section(Language.UNITS));
        Optional<Quantity> mass = section.flatMap(known -> unit(known, "mass", Unit.Dimension.MASS, "1e5 Msun"));
        Optional<Quantity> length = section.flatMap(known -> unit(known, "length", Unit.Dimension.LENGTH, "1 pc"));
        Optional<Units> units = mass.isPresent() && length.isPresent()
                ? Optional.of(new Units(mass.get(), length.get()))
                : Optional.empty();
        if (units.isPresent()
                && !isUsable(
                        units.get().time(), units.get().speed(), units.get().speedOfLight())) {
            section.get().self().refuse("the unit of time or of speed that follows is out of range", "check both");
            return new Conversion(true, Optional.empty());
        }
        return new Conversion(true, units);
    }

    private static boolean isUsable(double... units) {
        for (double unit : units) {
            if (!(unit > 0) || Double.isInfinite(unit)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Quantity> unit(Section section, String key, Unit.Dimension dimension, String example) {
        String remedy = "give a " + key + " with its unit, such as " + key + ": " + example;
        Optional<Item> item = section.required(key, remedy);
        Optional<String> text = item.flatMap(known -> known.token(remedy));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Quantity.Parts> parts = Quantity.parts(text.get());
        if (parts.isEmpty()) {
            String problem = NumberText.parse(text.get()).isPresent() ? " has no unit" : " is not a number and a unit";
            return item.get().refuse(item.get().quoted() + problem, remedy);
        }
        Optional<Quantity> quantity = quantity(item.get(), parts.get(), dimension, remedy);
        return quantity.filter(known -> known.number() > 0
                || item.get()
                        .refuse(item.get().quoted() + " is not above 0", remedy)
                        .isPresent());
    }

    private static Optional<Quantity> quantity(
            Item item, Quantity.Parts parts, Unit.Dimension dimension, String remedy) {
        Vocabulary symbols = new Vocabulary(Unit.symbols(dimension), List.of());
        Optional<Unit> unit = Unit.of(parts.symbol());
        if (unit.isEmpty()) {
            return item.refuse(
                    item.quoted() + " has an unknown unit, " + parts.symbol(), symbols.remedyFor(parts.symbol()));
        }
        if (unit.get().dimension() != dimension) {
            return item.refuse(
                    item.quoted() + " is a " + unit.get().dimension().noun() + ", not a " + dimension.noun(), remedy);
        }
        return Optional.of(new Quantity(parts.number(), unit.get()));
    }

    /** A number in the units of a measure, within an interval there, that may be given as a physical quantity. */
    Optional<Double> number(Item item, Measure measure, Interval interval) {
        Optional<Quantity.Parts> parts = item.raw().flatMap(Quantity::parts);
        if (parts.isEmpty()) {
            return item.real(interval);
        }
        if (measure == Measure.NUMBER) {
            return item.refuse(item.quoted() + " has a unit, but this is a plain number", "give " + interval.noun());
        }
        Optional<Quantity> quantity = quantity(item, parts.get(), measure.dimension(), "give " + measure.example());
        if (quantity.isEmpty()) {
            return Optional.empty();
        }
        if (measure == Measure.SOLAR_MASS) {
            double solar = quantity.get().over(new Quantity(1, Unit.SOLAR_MASS));
            return item.converted(interval, solar, measure.unit());
        }
        if (!given && !told) {
            told = true; // once is enough: what is missing stands elsewhere
            return item.refuse(item.quoted() + " is in physical units, but the spec has no units", ADD_UNITS);
        }
        return units.flatMap(known -> item.converted(interval, known.henon(quantity.get()), measure.unit()));
    }
}
