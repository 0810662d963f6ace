package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A Gaussian process with noise, the coefficients of its mean estimated by generalised least squares. It is fitted to the
 * points of {@link Points}: of counts, the means of equal input rows with their replicate noise, to which the other noise is
 * added as a nugget.
 */
final class GaussianProcessRung implements Rung {

    /** The noise of a process without any, in units of the variance of the targets, for the sake of the arithmetic. */
    private static final double JITTER = 1e-10;

    private final GaussianProcessSpec spec;

    GaussianProcessRung(GaussianProcessSpec spec) {
        this.spec = spec;
    }

    @Override
    public String name() {
        return spec.specName();
    }

    @Override
    public String description() {
        return "a Gaussian process, " + spec.kernel().text() + ", "
                + (perInput() ? "a length scale for each input" : "one length scale for all inputs")
                + (spec.mean() == GaussianProcessSpec.Mean.LINEAR ? ", about a linear mean" : "");
    }

    private boolean perInput() {
        return spec.lengthScales() == GaussianProcessSpec.LengthScales.PER_INPUT;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = Scaling.standard(rows);
        Points points = Points.of(rows);
        int n = points.size();
        if (n > spec.limit()) {
            throw new FitFailedException(refusal(n));
        }
        double[][] encoded = Arrays.stream(points.inputs())
                .map(row -> Features.oneHot(inputs, row))
                .toArray(double[][]::new);
        MeanBasis basis = MeanBasis.of(encoded, spec.mean() == GaussianProcessSpec.Mean.LINEAR);
        if (n <= basis.functions().length) {
            throw new FitFailedException("it has only " + n + " points, not enough for the " + basis.functions().length
                    + " coefficients of its mean and the rest");
        }
        double centre = Scaling.mean(points.values());
        double deviation = Scaling.deviation(points.values(), centre);
        double unit = deviation > 0 ? deviation : 1;
        double[] y =
                Arrays.stream(points.values()).map(v -> (v - centre) / unit).toArray();
        int[] columns = Features.columns(inputs);
        MarginalLikelihood likelihood = new MarginalLikelihood(
                KernelNode.of(spec.kernel(), perInput() ? columns : new int[columns.length]),
                encoded,
                basis.functions(),
                y,
                points.noise(points.values(), unit),
                spec.noise().isPresent()
                        ? OptionalDouble.of(Math.max(JITTER, spec.noise().getAsDouble() / (unit * unit)))
                        : OptionalDouble.empty());
        SearchBox box = SearchBox.of(likelihood, spec.minLengthScale(), spec.maxLengthScale());
        HyperParameterSearch.Found found = new HyperParameterSearch(likelihood, box).search(spec.starts());
        double[] logs = found.logs();
        if (points.hasKnownNoise()) {
            likelihood = likelihood.withKnownNoise(points.noise(fitted(likelihood, logs, y, centre, unit), unit));
            logs = new HyperParameterSearch(likelihood, box).refine(logs);
        }
        return new FittedProcess(likelihood, box, logs, found.optima(), basis, centre, unit)
                .fit(ModelJson.head(name(), inputs, rows), new GaussianProcessJson(columns, names(inputs)), points);
    }

    private static List<String> names(List<Input> inputs) {
        return inputs.stream().map(Input::name).toList();
    }

    /** The process itself at its points, in units of the target: what is left of the targets without the noise. */
    private static double[] fitted(MarginalLikelihood likelihood, double[] logs, double[] y, double centre, double unit)
            throws FitFailedException {
        double[] weights = FittedProcess.state(likelihood, logs).weights();
        double[] noises = likelihood.noises(logs);
        double[] fitted = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            fitted[i] = centre + unit * (y[i] - noises[i] * weights[i]);
        }
        return fitted;
    }

    private String refusal(int n) {
        double operations = (double) n * n * n * HyperParameterSearch.EVALUATIONS * spec.starts();
        return String.format(
                Locale.ROOT,
                "it would be fitted to %d points, more than its limit of %d: each of its matrices would take %.1f GB, and"
                        + " a fit about %.1f hours at 10 thousand million operations a second, for every fold again;"
                        + " give it fewer design points, times or rows, take it out of the ladder, or raise its"
                        + " limit",
                n,
                spec.limit(),
                8.0 * n * n / 1e9,
                operations / 1e10 / 3600);
    }
}
