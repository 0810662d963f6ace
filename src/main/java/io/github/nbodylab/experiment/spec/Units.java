package io.github.nbodylab.experiment.spec;

/**
 * The physical size of the Henon units of a spec. The simulation itself never sees it.
 *
 * @param mass the mass unit, which is the total mass of the cluster, above 0
 * @param length the length unit, which is the virial radius of a cluster in equilibrium, above 0
 */
public record Units(Quantity mass, Quantity length) {

    public Units {
        require(mass, Unit.Dimension.MASS);
        require(length, Unit.Dimension.LENGTH);
    }

    private static void require(Quantity quantity, Unit.Dimension dimension) {
        if (quantity.unit().dimension() != dimension || !(quantity.number() > 0)) {
            throw new IllegalArgumentException(
                    "the unit of " + dimension.noun() + " must be one above 0, not " + quantity.text());
        }
    }

    /** The mass unit in kg. */
    public double kilograms() {
        return mass.si();
    }

    /** The length unit in m. */
    public double metres() {
        return length.si();
    }

    /** G times the mass unit in m^3/s^2: from that of the Sun for a mass in solar masses, since it is known better than G. */
    public double gravitationalParameter() {
        return mass.unit() == Unit.SOLAR_MASS ? mass.number() * Constants.GM_SUN : Constants.G * kilograms();
    }

    /** The time unit in s: sqrt(L^3 / (G M)). */
    public double time() {
        double l = metres();
        return StrictMath.sqrt(l * l * l / gravitationalParameter());
    }

    /** The speed unit in m/s: sqrt(G M / L). */
    public double speed() {
        return StrictMath.sqrt(gravitationalParameter() / metres());
    }

    /** The speed of light in Henon units. */
    public double speedOfLight() {
        return Constants.SPEED_OF_LIGHT / speed();
    }

    /** A quantity in Henon units. */
    public double henon(Quantity quantity) {
        return switch (quantity.unit().dimension()) {
            case MASS -> quantity.over(mass);
            case LENGTH -> quantity.over(length);
            case TIME -> quantity.si() / time();
            case SPEED -> quantity.si() / speed();
        };
    }

    /** How many of a unit are one Henon unit of its dimension: what a number in Henon units is multiplied by. */
    public double in(Unit unit) {
        return switch (unit.dimension()) {
            case MASS -> mass.over(new Quantity(1, unit));
            case LENGTH -> length.over(new Quantity(1, unit));
            case TIME -> time() / unit.si();
            case SPEED -> speed() / unit.si();
        };
    }
}
