package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ModelSpec.Counts;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Term;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;

/**
 * A line in the inputs as they are, a power law (a line in the logarithms) or a polynomial. Counts are quasi-Poisson or
 * negative binomial with log link. Other targets are fitted by least squares as they are, and by a power law in their
 * logarithm; its exponential, which estimates a median, is then brought to the mean by the smearing factor of Duan (1983),
 * the mean of the exponentials of the residuals.
 */
final class LinearRung implements Rung {

    private final Shape shape;
    private final int degree;
    private final double ridge;
    private final Counts counts;

    private LinearRung(Shape shape, int degree, double ridge, Counts counts) {
        this.shape = shape;
        this.degree = degree;
        this.ridge = ridge;
        this.counts = counts;
    }

    /** A line in the inputs as they are. */
    static LinearRung linear(Counts counts) {
        return new LinearRung(Shape.LINEAR, 1, 0, counts);
    }

    /** A product of powers. */
    static LinearRung powerLaw(Counts counts) {
        return new LinearRung(Shape.POWER_LAW, 1, 0, counts);
    }

    /**
     * A polynomial in scaled inputs.
     *
     * @param degree highest total degree of a term
     * @param ridge penalty of the squares of all coefficients but the intercept, 0 or more
     */
    static LinearRung polynomial(int degree, double ridge, Counts counts) {
        return new LinearRung(Shape.POLYNOMIAL, degree, ridge, counts);
    }

    @Override
    public String name() {
        return shape.text;
    }

    @Override
    public String description() {
        return switch (shape) {
            case LINEAR -> "a line in the inputs";
            case POWER_LAW -> "a product of powers of the inputs";
            case POLYNOMIAL ->
                "a polynomial of degree " + degree + (ridge > 0 ? " with the ridge penalty " + ridge : "");
        };
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = switch (shape) {
            case LINEAR -> Scaling.unscaled(rows);
            case POWER_LAW -> Scaling.logarithms(rows);
            case POLYNOMIAL -> Scaling.standard(rows);
        };
        List<Term> terms = Term.upToDegree(inputs, degree);
        if (terms.size() > rows.size() && ridge == 0) {
            throw new FitFailedException("it has " + terms.size() + " parameters but only " + rows.size()
                    + " rows to fit them to: ask for " + (shape == Shape.POLYNOMIAL ? "a lower degree" : "fewer inputs")
                    + ", or have more groups of rows");
        }
        double[][] x = Arrays.stream(rows.inputs())
                .map(row -> Features.terms(inputs, terms, row))
                .toArray(double[][]::new);
        double[] y = rows.values();
        boolean logLink = rows.target().isCount() || shape == Shape.POWER_LAW;
        ObjectNode details = Json.object();
        LeastSquares solution;
        double retransformation = 1;
        if (rows.target().isCount()) {
            solution = fitCounts(x, y, details);
        } else if (shape == Shape.POWER_LAW) {
            double[] logs = logarithms(y, rows.target().name());
            solution = LeastSquares.solve(x, logs);
            retransformation = smearing(x, logs, solution.coefficients());
        } else {
            solution = LeastSquares.ridge(x, y, ridge);
        }
        double[] coefficients = solution.coefficients();
        return new Fit(
                ModelJson.linear(name(), inputs, rows, terms, coefficients, logLink, retransformation),
                solution.rank(),
                notes(terms.size() - solution.rank()),
                details);
    }

    private LeastSquares fitCounts(double[][] x, double[] y, ObjectNode details) throws FitFailedException {
        if (counts == Counts.QUASI_POISSON) {
            return new CountRegression(x, y, ridge, 0).fit();
        }
        NegativeBinomial fit = NegativeBinomial.fit(x, y, ridge);
        details.put("dispersion", fit.dispersion());
        details.put("logLikelihood", fit.logLikelihood());
        return fit.solution();
    }

    private static double[] logarithms(double[] values, String target) throws FitFailedException {
        for (double value : values) {
            if (!(value > 0)) {
                throw new FitFailedException("it is fitted to the logarithm of '" + target + "', which is " + value
                        + " in a row: take the model out of the ladder, or the row out of the table");
            }
        }
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }

    private static double smearing(double[][] x, double[] logs, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            double predictor = 0;
            for (int j = 0; j < coefficients.length; j++) {
                predictor += x[i][j] * coefficients[j];
            }
            sum += StrictMath.exp(logs[i] - predictor);
        }
        return sum / logs.length;
    }

    private static List<String> notes(int missing) {
        return missing == 0
                ? List.of()
                : List.of(missing + (missing == 1 ? " term says" : " terms say")
                        + " nothing in these rows that simpler terms do not say; the coefficient is 0.");
    }

    private enum Shape {
        LINEAR("linear"),
        POWER_LAW("power-law"),
        POLYNOMIAL("polynomial");

        private final String text;

        Shape(String text) {
            this.text = text;
        }
    }
}
