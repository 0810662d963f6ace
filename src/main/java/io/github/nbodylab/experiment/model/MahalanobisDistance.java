package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import org.hipparchus.distribution.RealDistribution;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * How far observations of several rows are from what a Gaussian process said of them together, and how far they would be if
 * it were right (Bastos and O'Hagan 2009, section 3.2.1). With known variances the squared distance has a chi-squared
 * distribution with m degrees of freedom; with a signal variance that was estimated, as it is here,
 * {@code distance * degrees / (m * (degrees - 2))} has an F distribution with m and {@code degrees}. The band is that of the
 * latter.
 *
 * @param distance squared
 * @param rows m: of how many independent errors it is the sum
 * @param degrees of freedom of the fit: its points less the coefficients of its mean; above 2
 */
public record MahalanobisDistance(double distance, int rows, int degrees) {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    public MahalanobisDistance {
        if (rows < 1 || degrees < 3) {
            throw new IllegalArgumentException(
                    "a distance of " + rows + " rows from a process with " + degrees + " degrees of freedom");
        }
    }

    /** Below this it lies with a probability of 2.5 %. */
    public double low() {
        return scale() * f().inverseCumulativeProbability(LOW);
    }

    /** Above this it lies with a probability of 2.5 %. */
    public double high() {
        return scale() * f().inverseCumulativeProbability(HIGH);
    }

    /** The probability of a distance as large as this or larger. */
    public double tail() {
        return 1 - f().cumulativeProbability(distance / scale());
    }

    /** Whether it is between {@link #low} and {@link #high}. */
    public boolean isWithin() {
        return distance >= low() && distance <= high();
    }

    private double scale() {
        return rows * (degrees - 2.0) / degrees;
    }

    private RealDistribution f() {
        return new FDistribution(rows, degrees);
    }

    /** The distance with its bands. */
    ObjectNode toJson() {
        RealDistribution exact = new ChiSquaredDistribution(rows);
        ObjectNode json = Json.object();
        json.put("squaredDistance", distance);
        json.put("rows", rows);
        json.put("degrees", degrees);
        json.put("low", low());
        json.put("high", high());
        json.put("tail", tail());
        json.put("within", isWithin());
        json.putObject("ofKnownVariances")
                .put("low", exact.inverseCumulativeProbability(LOW))
                .put("high", exact.inverseCumulativeProbability(HIGH));
        return json;
    }
}
