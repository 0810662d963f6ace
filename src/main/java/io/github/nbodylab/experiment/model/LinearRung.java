package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Term;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;

/**
 * A power law (a line in the logarithms) or a polynomial. Counts are quasi-Poisson with log link. Of other targets a
 * polynomial is fitted by least squares as they are, and a power law in their logarithm; its exponential, which
 * estimates a median, is then brought to the mean by the smearing factor of Duan (1983), the mean of the exponentials of
 * the residuals.
 */
final class LinearRung implements Rung {

    private final String name;
    private final int degree;
    private final boolean powers;

    /**
     * A rung.
     *
     * @param degree highest total degree of a term
     * @param powers whether every number is logged, and a target that is no count too
     */
    LinearRung(String name, int degree, boolean powers) {
        this.name = name;
        this.degree = degree;
        this.powers = powers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return powers ? "a product of powers of the inputs" : "a polynomial of degree " + degree;
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = powers ? Scaling.logarithms(rows) : Scaling.standard(rows);
        List<Term> terms = Term.upToDegree(inputs, degree);
        if (terms.size() > rows.size()) {
            throw new FitFailedException("it has " + terms.size() + " parameters but only " + rows.size()
                    + " rows to fit them to: ask for " + (powers ? "fewer inputs" : "a lower degree")
                    + ", or simulate more design points");
        }
        double[][] x = Arrays.stream(rows.inputs())
                .map(row -> Features.terms(inputs, terms, row))
                .toArray(double[][]::new);
        double[] y = rows.values();
        boolean logLink = rows.target().isCount() || powers;
        LeastSquares solution;
        double retransformation = 1;
        if (rows.target().isCount()) {
            solution = QuasiPoisson.fit(x, y);
        } else if (powers) {
            double[] logs = logarithms(y, rows.target().name());
            solution = LeastSquares.solve(x, logs);
            retransformation = smearing(x, logs, solution.coefficients());
        } else {
            solution = LeastSquares.solve(x, y);
        }
        double[] coefficients = solution.coefficients();
        return new Fit(
                ModelJson.linear(name, inputs, rows, terms, coefficients, logLink, retransformation),
                solution.rank(),
                notes(terms.size() - solution.rank()));
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
}
