package io.github.nbodylab.experiment.nbody.snapshot;

import io.github.nbodylab.experiment.spec.Constants;
import io.github.nbodylab.experiment.spec.Units;
import java.util.Optional;

/**
 * What the numbers of a file of bodies are multiples of.
 *
 * @param physical whether they have units; without any they are Henon's (G = M = 1), and the others are 1
 * @param grams unit of mass, g
 * @param centimetres unit of length, cm
 * @param centimetresPerSecond unit of velocity, cm/s
 */
public record SnapshotUnits(boolean physical, double grams, double centimetres, double centimetresPerSecond) {

    /** No units: Henon's numbers as they are. */
    public static final SnapshotUnits HENON = new SnapshotUnits(false, 1, 1, 1);

    public SnapshotUnits {
        if (!(isScale(grams) && isScale(centimetres) && isScale(centimetresPerSecond))) {
            throw new IllegalArgumentException(
                    "no units are " + grams + " g, " + centimetres + " cm, " + centimetresPerSecond + " cm/s");
        }
    }

    private static boolean isScale(double unit) {
        return unit > 0 && Double.isFinite(unit);
    }

    /** Those of a spec: the physical size of Henon's units, or none. */
    public static SnapshotUnits of(Optional<Units> units) {
        return units.map(u -> new SnapshotUnits(true, 1e3 * u.kilograms(), 1e2 * u.metres(), 1e2 * u.speed()))
                .orElse(HENON);
    }

    /** The unit of time, s: length over velocity. */
    public double seconds() {
        return centimetres / centimetresPerSecond;
    }

    /** The gravitational constant in these units, 1 in those that are Henon's. */
    public double gravitationalConstant() {
        return physical ? Constants.G_CGS * grams / (centimetres * centimetresPerSecond * centimetresPerSecond) : 1;
    }
}
