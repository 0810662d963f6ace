package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.Arrays;

/**
 * Whether rows that a Gaussian process has not seen are as far from its predictions as it says (Bastos and O'Hagan 2009).
 *
 * @param latentDeviations {@code double[m]}: standard deviations of the process, without noise
 * @param noiseDeviations {@code double[m]}: standard deviations of the rows about the process
 * @param standardizedErrors {@code double[m]}: observed less predicted, over both deviations together
 * @param pivotedErrors {@code double[rank]}: the same made independent, the most uncertain row first
 * @param pivots {@code int[rank]}: the row of each of the latter, from 0
 * @param mahalanobis how far all rows together are from their prediction
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into a report, and compared by nobody
public record GaussianProcessDiagnostics(
        double[] latentDeviations,
        double[] noiseDeviations,
        double[] standardizedErrors,
        double[] pivotedErrors,
        int[] pivots,
        MahalanobisDistance mahalanobis) {

    public GaussianProcessDiagnostics {
        requireNonNull(mahalanobis, "mahalanobis");
    }

    /**
     * Diagnoses a model.
     *
     * @param model a Gaussian process that {@link Surrogate#hasNoise() knows its noise}
     * @param raw {@code double[m][inputs]}: rows that it was not fitted to
     * @param observed {@code double[m]}: their targets, each of one simulation
     * @param degrees of freedom of the fit: its points less the coefficients of its mean
     * @throws IllegalArgumentException if there are no rows, or fewer than 3 degrees of freedom
     */
    public static GaussianProcessDiagnostics of(Surrogate model, double[][] raw, double[] observed, int degrees) {
        double[] errors = new double[raw.length];
        double[] noise = new double[raw.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = observed[i] - model.predict(raw[i]);
            noise[i] = model.noiseVariance(raw[i], 1);
        }
        return of(errors, model.latentCovariance(raw), noise, degrees);
    }

    /**
     * Diagnoses errors.
     *
     * @param errors {@code double[m]}: observed less predicted
     * @param latent {@code double[m][m]}: covariances of the process
     * @param noise {@code double[m]}: variances of the rows about it
     * @param degrees of freedom of the fit
     * @throws IllegalArgumentException if there are no rows, or fewer than 3 degrees of freedom
     */
    static GaussianProcessDiagnostics of(double[] errors, double[][] latent, double[] noise, int degrees) {
        int m = errors.length;
        double[][] covariance = new double[m][];
        double[] latentDeviations = new double[m];
        double[] standardized = new double[m];
        for (int i = 0; i < m; i++) {
            covariance[i] = latent[i].clone();
            covariance[i][i] += noise[i];
            latentDeviations[i] = Math.sqrt(latent[i][i]);
            standardized[i] = errors[i] / Math.sqrt(covariance[i][i]);
        }
        PivotedErrors pivoted = PivotedErrors.of(errors, covariance);
        return new GaussianProcessDiagnostics(
                latentDeviations,
                Arrays.stream(noise).map(Math::sqrt).toArray(),
                standardized,
                pivoted.errors(),
                pivoted.rows(),
                new MahalanobisDistance(pivoted.distance(), pivoted.errors().length, degrees));
    }

    /** All of it, for a report. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("latentDeviations", ModelJson.array(latentDeviations));
        json.set("noiseDeviations", ModelJson.array(noiseDeviations));
        json.set("standardizedErrors", ModelJson.array(standardizedErrors));
        json.set("pivotedErrors", ModelJson.array(pivotedErrors));
        ArrayNode rows = json.putArray("pivots");
        Arrays.stream(pivots).forEach(rows::add);
        json.set("mahalanobis", mahalanobis.toJson());
        return json;
    }
}
