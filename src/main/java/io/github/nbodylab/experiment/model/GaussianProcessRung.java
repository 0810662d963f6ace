package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Kernel;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A Gaussian process about a constant mean with noise. It is fitted to the points of {@link Points}: of counts, the
 * means of equal input rows with their replicate noise, to which the fitted noise is added as a nugget.
 */
final class GaussianProcessRung implements Rung {

    /** The most points that are fitted. */
    static final int LIMIT = 2000;

    private final Kernel kernel;
    private final boolean perInput;

    /**
     * A rung.
     *
     * @param perInput whether every input has a length scale of its own
     */
    GaussianProcessRung(Kernel kernel, boolean perInput) {
        this.kernel = kernel;
        this.perInput = perInput;
    }

    @Override
    public String name() {
        return "gaussian-process";
    }

    @Override
    public String description() {
        return "a Gaussian process, " + kernel.text() + ", "
                + (perInput ? "a length scale for each input" : "one length scale for all inputs");
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = Scaling.standard(rows);
        Points points = Points.of(rows);
        int n = points.size();
        if (n > LIMIT) {
            throw new FitFailedException(refusal(n));
        }
        double[][] encoded = Arrays.stream(points.inputs())
                .map(row -> Features.oneHot(inputs, row))
                .toArray(double[][]::new);
        int[] columns = Features.columns(inputs);
        int[] scaleOf = perInput ? columns : new int[columns.length];
        double mean = Scaling.mean(points.values());
        double deviation = Scaling.deviation(points.values(), mean);
        double unit = deviation > 0 ? deviation : 1;
        double[] y = Arrays.stream(points.values()).map(v -> (v - mean) / unit).toArray();

        double[] noise = points.noise(points.values(), unit);
        MarginalLikelihood likelihood = new MarginalLikelihood(kernel, encoded, scaleOf, y, noise);
        double[] logs = HyperParameterSearch.search(likelihood);
        if (points.hasKnownNoise()) {
            noise = points.noise(fitted(likelihood, logs, y, noise, mean, unit), unit);
            likelihood = new MarginalLikelihood(kernel, encoded, scaleOf, y, noise);
            logs = HyperParameterSearch.refine(likelihood, logs);
        }
        ObjectNode json = ModelJson.head(name(), inputs, rows);
        describe(json, likelihood, logs, noise, mean, unit, inputs.size());
        ArrayNode array = json.putArray("trainingInputs");
        for (double[] row : encoded) {
            array.add(ModelJson.array(row));
        }
        return new Fit(json, likelihood.parameters() + 1, List.of());
    }

    /** The process itself at its points, in units of the target: what is left of the targets without the noise. */
    private static double[] fitted(
            MarginalLikelihood likelihood, double[] logs, double[] y, double[] noise, double mean, double unit)
            throws FitFailedException {
        double[] weights = state(likelihood, logs).weights();
        double nugget = StrictMath.exp(logs[logs.length - 1]);
        double[] fitted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            fitted[i] = mean + unit * (y[i] - (noise[i] + nugget) * weights[i]);
        }
        return fitted;
    }

    private static MarginalLikelihood.State state(MarginalLikelihood likelihood, double[] logs)
            throws FitFailedException {
        return likelihood
                .at(logs)
                .orElseThrow(() -> new FitFailedException("its covariance matrix is not positive definite"));
    }

    /** Everything in units of the target, so that predicting needs no more scaling. */
    private void describe(
            ObjectNode json,
            MarginalLikelihood likelihood,
            double[] logs,
            double[] noise,
            double mean,
            double unit,
            int inputs)
            throws FitFailedException {
        double[] lengthScales = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            lengthScales[i] = StrictMath.exp(logs[perInput ? i : 0]);
        }
        double nugget = StrictMath.exp(logs[logs.length - 1]);
        json.put("kernel", kernel.text());
        json.put("signalVariance", StrictMath.exp(logs[logs.length - 2]) * unit * unit);
        json.put("nugget", nugget * unit * unit);
        json.set("lengthScales", ModelJson.array(lengthScales));
        json.put("mean", mean);
        json.set(
                "noiseVariances",
                ModelJson.array(Arrays.stream(noise)
                        .map(known -> (known + nugget) * unit * unit)
                        .toArray()));
        json.set(
                "alpha",
                ModelJson.array(Arrays.stream(state(likelihood, logs).weights())
                        .map(weight -> weight / unit)
                        .toArray()));
        json.put(
                "logMarginalLikelihood", state(likelihood, logs).logLikelihood() - noise.length * StrictMath.log(unit));
    }

    private static String refusal(int n) {
        double operations = (double) n * n * n * HyperParameterSearch.EVALUATIONS;
        return String.format(
                Locale.ROOT,
                "it would be fitted to %d points, more than its limit of %d: each of its matrices would take %.1f GB, and"
                        + " a fit about %.1f hours at 4 thousand million operations a second, for every fold again;"
                        + " simulate fewer design points or ask for fewer times, or take it out of the ladder",
                n,
                LIMIT,
                8.0 * n * n / 1e9,
                operations / 4e9 / 3600);
    }
}
