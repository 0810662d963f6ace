package io.github.nbodylab.experiment.model.study;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.store.Json;
import java.util.List;
import java.util.Locale;

/**
 * How the error falls with the number of groups n: as n^-a at the end of a learning curve.
 *
 * @param exponent a, with its 95 % interval
 * @param certain whether it is defined in nearly all resamples: noise that is taken out may hide the error in some
 */
record Slope(Interval exponent, boolean certain) {

    /** Below it, halving the error would take more than a thousand times as many groups. */
    private static final double FLAT = 0.1;

    Slope {
        requireNonNull(exponent, "exponent");
    }

    /** What a curve does at its end. */
    enum Trend {
        /** Its error falls, beyond what chance would do. */
        FALLS,
        /** Its error does not fall, or so slowly that nobody would pay for it. */
        FLAT,
        /** It seems to fall, but chance might do that. */
        UNCLEAR
    }

    /**
     * The exponent of a line through the logarithms, by least squares.
     *
     * @param groups numbers of groups, two different ones at least
     * @param errors as many
     * @return NaN if an error is not above 0
     */
    static double exponent(List<Double> groups, List<Double> errors) {
        int n = groups.size();
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < n; i++) {
            if (!(errors.get(i) > 0)) {
                return Double.NaN;
            }
            meanX += StrictMath.log(groups.get(i)) / n;
            meanY += StrictMath.log(errors.get(i)) / n;
        }
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            double x = StrictMath.log(groups.get(i)) - meanX;
            xx += x * x;
            xy += x * (StrictMath.log(errors.get(i)) - meanY);
        }
        return -xy / xx;
    }

    Trend trend() {
        if (exponent.value() < FLAT) {
            return Trend.FLAT;
        }
        return certain && exponent.low() > 0 ? Trend.FALLS : Trend.UNCLEAR;
    }

    /** How many times as many groups halve the error, 2^(1/a). */
    private static double halving(double a) {
        return StrictMath.pow(2, 1 / a);
    }

    /** {@code exponent}, {@code trend}, and where it falls {@code halvingTakes}, with an upper end only if there is one. */
    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("exponent", exponent.toJson());
        json.put("trend", trend().name().toLowerCase(Locale.ROOT));
        if (trend() == Trend.FALLS) {
            ObjectNode takes = json.putObject("halvingTakes")
                    .put("value", halving(exponent.value()))
                    .put("low", halving(exponent.high()));
            double high = halving(exponent.low());
            if (Double.isFinite(high)) {
                takes.put("high", high);
            }
        }
        return json;
    }
}
