package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Covariance;
import java.util.Arrays;
import java.util.List;

/**
 * A Gaussian process after the search for its hyper-parameters.
 *
 * @param likelihood that was searched
 * @param box in which it was searched
 * @param logs {@code double[parameters]}, the best
 * @param optima the log marginal likelihood where each start ended
 * @param basis of the mean
 * @param centre which was taken from the targets
 * @param unit by which they were divided then
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never changed
record FittedProcess(
        MarginalLikelihood likelihood,
        SearchBox box,
        double[] logs,
        List<Double> optima,
        MeanBasis basis,
        double centre,
        double unit) {

    /** The process at hyper-parameters. */
    static ProcessState state(MarginalLikelihood likelihood, double[] logs) throws FitFailedException {
        return likelihood
                .at(logs)
                .orElseThrow(() -> new FitFailedException("its covariance matrix is not positive definite"));
    }

    /**
     * Writes it, everything in units of the target, so that predicting needs no more scaling.
     *
     * @param json the head of the model
     * @param writer of the kernel
     * @param points it was fitted to
     */
    Fit fit(ObjectNode json, GaussianProcessJson writer, Points points) throws FitFailedException {
        ProcessState state = state(likelihood, logs);
        writer.kernel(json, likelihood.kernel(), logs, unit);
        json.put("nugget", likelihood.noise(logs) * unit * unit);
        if (points.isOfCounts()) {
            json.put("dispersion", points.dispersion());
        }
        mean(json, state);
        json.set("noiseVariances", scaled(likelihood.noises(logs), unit * unit));
        json.set("alpha", scaled(state.weights(), 1 / unit));
        json.put("logMarginalLikelihood", inUnits(state.logLikelihood()));
        ArrayNode inputs = json.putArray("trainingInputs");
        for (double[] row : likelihood.points()) {
            inputs.add(ModelJson.array(row));
        }
        LeaveOneOut leftOut = LeaveOneOut.of(likelihood.targets(), state.weights(), state.precision());
        return new Fit(
                json,
                likelihood.parameters() + basis.functions().length,
                List.of(),
                details(writer, state, leftOut),
                leftOut.varianceRatios(likelihood.noises(logs), priors()));
    }

    private void mean(ObjectNode json, ProcessState state) {
        double[] coefficients = state.coefficients();
        json.put("mean", centre + coefficients[0] * unit);
        ArrayNode trend = json.putArray("trend");
        for (int j = 0; j < basis.columns().length; j++) {
            trend.addObject().put("column", basis.columns()[j]).put("slope", coefficients[j + 1] * unit);
        }
    }

    /** How good a fit it is, without looking at any row but its own. */
    private ObjectNode details(GaussianProcessJson writer, ProcessState state, LeaveOneOut leftOut) {
        ObjectNode details = Json.object();
        details.set("leaveOneOut", leftOut.toJson(unit));
        details.set("atBounds", box.atBounds(logs, writer.names(likelihood.kernel(), logs.length)));
        ArrayNode ends = details.putArray("optima");
        optima.forEach(optimum -> ends.add(inUnits(optimum)));
        details.put("conditionNumber", likelihood.conditionNumber(logs, state));
        return details;
    }

    /** The variances at its points without any data, in units of the targets squared. */
    private double[] priors() {
        Covariance covariance = likelihood.kernel().at(logs, 1);
        return Arrays.stream(likelihood.points())
                .mapToDouble(covariance::variance)
                .toArray();
    }

    private double inUnits(double logLikelihood) {
        return logLikelihood - (likelihood.size() - basis.functions().length) * StrictMath.log(unit);
    }

    private static ArrayNode scaled(double[] values, double factor) {
        return ModelJson.array(
                Arrays.stream(values).map(value -> value * factor).toArray());
    }
}
