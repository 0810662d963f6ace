package io.github.nbodylab.experiment.spec;

import static io.github.nbodylab.experiment.spec.Feature.Form.REAL;
import static io.github.nbodylab.experiment.spec.Feature.Form.SCALE;
import static io.github.nbodylab.experiment.spec.Feature.Form.WHOLE;

import io.github.nbodylab.experiment.surrogate.Target;
import java.util.List;
import java.util.Optional;

/** The features and the outcomes of each kind of row: what they are called, and in what units they are. */
public final class RowColumns {

    private static final String NUMBER = "1";
    private static final String TIME = "Henon time";
    private static final String LENGTH = "Henon length";
    private static final String SPEED = "Henon speed";
    private static final String MASS = "Henon mass";
    private static final String ENERGY = "Henon energy";
    private static final String SPECIFIC_ENERGY = "Henon energy per mass";
    private static final String SPECIFIC_ANGULAR_MOMENTUM = "Henon length times speed";
    private static final String DENSITY = "Henon mass per volume";

    private static final Outcome MERGERS = new Outcome("mergers", NUMBER, Target.Kind.COUNT, true);
    private static final Outcome TIME_TO_NEXT = real("timeToNext", TIME, true);
    private static final Outcome NEXT_RADIUS = real("nextRadius", LENGTH, true);

    private static final List<Feature> BLACK_HOLE = List.of(
            common("radius", LENGTH, REAL),
            common("radialVelocity", SPEED, REAL),
            common("tangentialVelocity", SPEED, REAL),
            common("speed", SPEED, REAL),
            common("orbitEnergy", SPECIFIC_ENERGY, REAL),
            common("angularMomentum", SPECIFIC_ANGULAR_MOMENTUM, REAL),
            common("mass", MASS, REAL),
            common("nearestDistance", LENGTH, SCALE),
            common("fifthNearestDistance", LENGTH, SCALE),
            common("localDensity", DENSITY, SCALE),
            common("nearestSpeed", SPEED, REAL),
            common("nearestApproachSpeed", SPEED, REAL),
            common("nearestBindingEnergy", SPECIFIC_ENERGY, REAL),
            common("closestApproach", LENGTH, SCALE),
            common("closestApproachTime", TIME, REAL),
            component("x", LENGTH),
            component("y", LENGTH),
            component("z", LENGTH),
            component("vx", SPEED),
            component("vy", SPEED),
            component("vz", SPEED));

    private static final List<Feature> MERGER = List.of(
            common("time", TIME, REAL),
            common("radius", LENGTH, REAL),
            common("mass1", MASS, REAL),
            common("mass2", MASS, REAL),
            common("relativeSpeed", SPEED, REAL),
            common("remnantMass", MASS, REAL),
            common("mergersSoFar", NUMBER, WHOLE),
            common("timeSinceLast", TIME, REAL),
            component("x", LENGTH),
            component("y", LENGTH),
            component("z", LENGTH));

    private static final List<Feature> SNAPSHOT = List.of(
            common("time", TIME, REAL),
            common("bodies", NUMBER, WHOLE),
            common("mergersSoFar", NUMBER, WHOLE),
            common("timeSinceLast", TIME, REAL),
            common("halfMassRadius", LENGTH, REAL),
            common("coreRadius", LENGTH, REAL),
            common("centralDensity", DENSITY, SCALE),
            common("kineticEnergy", ENERGY, REAL),
            common("potentialEnergy", ENERGY, REAL),
            common("virialRatioNow", NUMBER, REAL),
            common("heaviestMass", MASS, REAL));

    private RowColumns() {}

    /** The features of rows of a kind, in the order of the table; none of rows that are whole simulations or of a table from elsewhere. */
    public static List<Feature> features(TrainingSet.Row row) {
        return switch (row) {
            case SIMULATION, SIMULATION_TIME, SOURCE -> List.of();
            case BLACK_HOLE -> BLACK_HOLE;
            case MERGER -> MERGER;
            case SNAPSHOT -> SNAPSHOT;
        };
    }

    /** The outcomes that rows of a kind can have, the default first; none of a table from elsewhere, which names its own. */
    public static List<Outcome> outcomes(TrainingSet.Row row) {
        return switch (row) {
            case SIMULATION ->
                List.of(MERGERS, real("firstMergerTime", TIME, true), real("firstMergerRadius", LENGTH, true));
            case SIMULATION_TIME -> List.of(MERGERS);
            case BLACK_HOLE ->
                List.of(
                        new Outcome("merges", NUMBER, Target.Kind.CLASS, true),
                        real("timeToMerger", TIME, true),
                        real("laterRadius", LENGTH, false),
                        real("laterX", LENGTH, false),
                        real("laterY", LENGTH, false),
                        real("laterZ", LENGTH, false));
            case MERGER ->
                List.of(
                        TIME_TO_NEXT,
                        NEXT_RADIUS,
                        real("nextX", LENGTH, true),
                        real("nextY", LENGTH, true),
                        real("nextZ", LENGTH, true));
            case SNAPSHOT -> List.of(TIME_TO_NEXT, NEXT_RADIUS, MERGERS);
            case SOURCE -> List.of();
        };
    }

    /** The outcome of that name, if rows of a kind can have it. */
    public static Optional<Outcome> outcome(TrainingSet.Row row, String name) {
        return outcomes(row).stream()
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
    }

    /** Whether an outcome is at or until a time that is {@code lead} after the row's. */
    static boolean needsLead(TrainingSet.Row row, String outcome) {
        return (row == TrainingSet.Row.BLACK_HOLE && isLaterPlace(outcome))
                || (row == TrainingSet.Row.SNAPSHOT && outcome.equals(MERGERS.name()));
    }

    /** Whether an outcome is read from a later snapshot. */
    public static boolean isLaterPlace(String outcome) {
        return outcome.startsWith("later");
    }

    private static Feature common(String name, String unit, Feature.Form form) {
        return new Feature(name, unit, form, true);
    }

    private static Feature component(String name, String unit) {
        return new Feature(name, unit, REAL, false);
    }

    private static Outcome real(String name, String unit, boolean ofMergers) {
        return new Outcome(name, unit, Target.Kind.REAL, ofMergers);
    }
}
