package io.github.nbodylab.experiment.nbody.snapshot;

import io.github.nbodylab.experiment.spec.Decimal;
import java.util.Optional;

/** The units that a GADGET file names in its attributes, and what they make of its numbers. */
final class UnitAttributes {

    static final String LENGTH = "UnitLength_in_cm";
    static final String MASS = "UnitMass_in_g";
    static final String VELOCITY = "UnitVelocity_in_cm_per_s";

    static final String HENON = "Henon: G = M = 1, no units";
    static final String PHYSICAL = "physical: G = 1 in UnitMass_in_g, UnitLength_in_cm, UnitVelocity_in_cm_per_s";

    /** So close to 1 must G be where nothing is converted. */
    private static final double TOLERANCE = 0.01;

    private UnitAttributes() {}

    /** The units of a file; empty if it names none, or says that it has none. */
    static Optional<SnapshotUnits> of(GadgetFile file) {
        Optional<Double> length = file.number(LENGTH);
        Optional<Double> mass = file.number(MASS);
        Optional<Double> velocity = file.number(VELOCITY);
        boolean henon = file.text("UnitSystem").orElse("").startsWith("Henon");
        if (henon || length.isEmpty() || mass.isEmpty() || velocity.isEmpty()) {
            return Optional.empty();
        }
        boolean none = length.get() == 1 && mass.get() == 1 && velocity.get() == 1;
        return none ? Optional.empty() : Optional.of(new SnapshotUnits(true, mass.get(), length.get(), velocity.get()));
    }

    /**
     * Converts the columns of a file to the wanted units.
     *
     * @return the time in the wanted units
     */
    static double convert(GadgetFile file, SnapshotUnits wanted, double[][] columns, Problems problems) {
        double time = file.number("Time").orElse(0.0);
        Optional<SnapshotUnits> own;
        try {
            own = of(file);
        } catch (IllegalArgumentException e) {
            problems.add("Header", e.getMessage() + "; a unit is above 0 and finite");
            return time;
        }
        if (own.isEmpty()) {
            return time;
        }
        if (!wanted.physical()) {
            double g = own.get().gravitationalConstant();
            if (!(Math.abs(g - 1) < TOLERANCE)) {
                problems.add(
                        "Header",
                        "G is " + Decimal.shortest(g) + " in the units of its attributes, and 1 in Henon's; give the"
                                + " spec 'units', to which it is then converted, or scale the file so that G = 1");
            }
            return time;
        }
        double hubble = file.number("HubbleParam").orElse(1.0);
        if (hubble != 0 && hubble != 1) {
            problems.add(
                    "Header",
                    "HubbleParam is " + Decimal.shortest(hubble) + ", so that it is not known whether lengths and"
                            + " masses are to be divided by it; divide them where they are, and set it to 1");
        }
        double length = own.get().centimetres() / wanted.centimetres();
        double velocity = own.get().centimetresPerSecond() / wanted.centimetresPerSecond();
        double mass = own.get().grams() / wanted.grams();
        for (int f = 0; f < columns.length; f++) {
            double factor = f < 3 ? length : f < 6 ? velocity : mass;
            for (int i = 0; i < columns[f].length; i++) {
                columns[f][i] *= factor;
            }
        }
        return time * (own.get().seconds() / wanted.seconds());
    }
}
