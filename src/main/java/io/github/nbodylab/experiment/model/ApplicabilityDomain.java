package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Cholesky;
import io.github.nbodylab.experiment.surrogate.Hull;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where training rows lie, for {@link io.github.nbodylab.experiment.surrogate.Domain} to grade other points by. Every limit
 * comes from the training rows alone:
 *
 * <ul>
 *   <li>box: their lowest and highest values, of the logarithm where the column has one;
 *   <li>hull, of two or three numbers: at most 300 of their vertices, and as slack the farthest row beyond those;
 *   <li>Mahalanobis distance (and with it leverage, which rises with its square): their largest;
 *   <li>neighbour: the 95 % quantile of their distances from the nearest reference point but themselves, to which half the
 *       gap between neighbouring values is added for each input, so that the cells of a grid are no gaps;
 *   <li>variance, of a Gaussian process: the 95 % quantile of their leave-one-out variances over that without any data.
 * </ul>
 *
 * A point is far from them at 5 % of the range beyond the box; at 1 neighbour's distance more than the limits of hull and
 * neighbours, or 5 % of the mean range where that is more; at twice the limit of the Mahalanobis distance; and where a
 * Gaussian process knows less than half of the variance, if that is twice its limit.
 */
final class ApplicabilityDomain {

    private static final double QUANTILE = 0.95;
    private static final double GAP_QUANTILE = 0.9;
    private static final double HALF_KNOWN = 0.5;
    private static final double MARGIN = 0.05;

    /** Keeps the covariance of inputs that depend on each other positive definite; of the variance, which is 1. */
    private static final double RIDGE = 1e-6;

    private ApplicabilityDomain() {}

    /**
     * The domain of training rows.
     *
     * @param rows the training rows
     * @param varianceRatios {@code double[m]}, of a Gaussian process that left each of its m points out in turn, the
     *     variance there over that without any data; empty for other models
     * @return what a model file holds under {@code domain}
     */
    static ObjectNode of(TrainingTable rows, Optional<double[]> varianceRatios) {
        ScaledRows scaled = ScaledRows.of(rows);
        ReferencePoints references = ReferencePoints.of(scaled.distinct(), scaled.columns());
        ObjectNode json = Json.object();
        json.set("inputs", scaled.toJson());
        ObjectNode limits = json.putObject("limits");
        double[][] numbers = scaled.numbers();
        double neighbour = neighbour(scaled, references);
        double margin = Math.max(neighbour, MARGIN * range(numbers));
        limits.set("neighbour", band(neighbour, neighbour + margin));
        json.set("covariance", covariance(numbers, limits));
        int d = numbers[0].length;
        if (d == 2 || d == 3) {
            double[][] vertices = HullVertices.of(numbers);
            json.set("hull", matrix(vertices));
            Hull hull = new Hull(vertices);
            double slack =
                    Arrays.stream(numbers).mapToDouble(hull::distance).max().orElseThrow();
            limits.set("hull", band(slack, slack + margin));
        }
        json.set("points", matrix(references.points()));
        varianceRatios.ifPresent(ratios -> {
            double limit = quantile(ratios, QUANTILE);
            limits.set("variance", band(limit, Math.max(2 * limit, HALF_KNOWN)));
        });
        return json;
    }

    /** Highest less lowest value, in deviations, averaged over the inputs. */
    private static double range(double[][] numbers) {
        int d = numbers[0].length;
        double sum = 0;
        for (int i = 0; i < d; i++) {
            int input = i;
            sum += Arrays.stream(numbers).mapToDouble(row -> row[input]).max().orElseThrow()
                    - Arrays.stream(numbers)
                            .mapToDouble(row -> row[input])
                            .min()
                            .orElseThrow();
        }
        return d == 0 ? 0 : sum / d;
    }

    private static double neighbour(ScaledRows scaled, ReferencePoints references) {
        double usual = quantile(references.distances(), QUANTILE);
        double squares = usual * usual;
        for (int i = 0; i < scaled.columns().size(); i++) {
            if (!scaled.columns().get(i).isCategory()) {
                double half = gap(scaled.distinct(), i) / 2;
                squares += half * half;
            }
        }
        return Math.sqrt(squares);
    }

    /** The 90 % quantile of the distances between neighbouring values of an input. */
    private static double gap(double[][] rows, int input) {
        double[] values = Arrays.stream(rows)
                .mapToDouble(row -> row[input])
                .sorted()
                .distinct()
                .toArray();
        double[] gaps = new double[Math.max(1, values.length - 1)];
        for (int k = 1; k < values.length; k++) {
            gaps[k - 1] = values[k] - values[k - 1];
        }
        return quantile(gaps, GAP_QUANTILE);
    }

    private static ArrayNode covariance(double[][] numbers, ObjectNode limits) {
        int d = numbers[0].length;
        double[][] covariance = new double[d][d];
        for (double[] row : numbers) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    covariance[a][b] += row[a] * row[b] / numbers.length;
                }
            }
        }
        for (int a = 0; a < d; a++) {
            covariance[a][a] += RIDGE;
        }
        ArrayNode json = matrix(covariance);
        if (d > 0) {
            Cholesky factor = Cholesky.of(covariance).orElseThrow();
            double largest = 0;
            for (double[] row : numbers) {
                double square = 0;
                for (double z : factor.forward(row)) {
                    square += z * z;
                }
                largest = Math.max(largest, square);
            }
            limits.set("mahalanobis", band(Math.sqrt(largest), 2 * Math.sqrt(largest)));
        }
        return json;
    }

    private static ObjectNode band(double limit, double far) {
        return Json.object().put("limit", limit).put("far", far);
    }

    private static ArrayNode matrix(double[][] rows) {
        ArrayNode json = Json.object().arrayNode();
        for (double[] row : rows) {
            json.add(ModelJson.array(row));
        }
        return json;
    }

    /** The smallest value that at least that fraction of all does not exceed. */
    private static double quantile(double[] values, double fraction) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[Math.max(0, (int) StrictMath.ceil(fraction * sorted.length) - 1)];
    }
}
