package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.surrogate.Term;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;

/** Logistic regression of classes on terms of the scaled inputs; a category is one factor. */
final class LogisticRung implements Rung {

    /** Its matrix of second derivatives takes 32 MB, and each step a few seconds. */
    private static final int MOST_PARAMETERS = 2000;

    private final double penalty;
    private final int degree;

    /**
     * A rung.
     *
     * @param penalty of half the sum of the squared coefficients but the intercepts, above 0
     * @param degree highest total degree of a term
     */
    LogisticRung(double penalty, int degree) {
        this.penalty = penalty;
        this.degree = degree;
    }

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public String description() {
        return "logistic regression of degree " + degree + " with the penalty " + penalty;
    }

    @Override
    public boolean fits(Target target) {
        return target.isClass();
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        List<Input> inputs = Scaling.standard(rows);
        List<Term> terms = Term.upToDegree(inputs, degree);
        int classes = rows.target().levels().size();
        int parameters = LogisticRegression.parameters(terms.size(), classes);
        if (parameters > MOST_PARAMETERS) {
            throw new FitFailedException("it has " + parameters + " parameters, more than the " + MOST_PARAMETERS
                    + " that it can fit: ask for " + (degree > 1 ? "a lower degree" : "fewer inputs"));
        }
        double[][] x = Arrays.stream(rows.inputs())
                .map(row -> Features.terms(inputs, terms, row))
                .toArray(double[][]::new);
        int[] labels =
                Arrays.stream(rows.values()).mapToInt(value -> (int) value).toArray();
        ObjectNode json = ModelJson.head(name(), inputs, rows);
        ModelJson.terms(json, inputs, terms, new LogisticRegression(x, labels, classes, penalty).fit());
        return new Fit(json, parameters, List.of());
    }
}
