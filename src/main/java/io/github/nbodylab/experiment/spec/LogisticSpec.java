package io.github.nbodylab.experiment.spec;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logistic regression of classes.
 *
 * @param penalty of half the sum of the squared coefficients but the intercepts, above 0
 * @param degree 1, or 2 with all squares and products
 */
public record LogisticSpec(double penalty, int degree) implements ModelSpec {

    static final double DEFAULT_PENALTY = 1;
    static final int DEFAULT_DEGREE = 1;
    static final int HIGHEST_DEGREE = 2;

    @Override
    public String specName() {
        return "logistic";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("penalty", Decimal.shortest(penalty));
        options.put("degree", Integer.toString(degree));
        return options;
    }

    static LogisticSpec read(Section section) {
        return new LogisticSpec(
                section.item("penalty")
                        .flatMap(item -> item.real(Interval.ABOVE_ZERO))
                        .orElse(DEFAULT_PENALTY),
                section.item("degree")
                        .flatMap(item -> item.whole(1, HIGHEST_DEGREE))
                        .map(Long::intValue)
                        .orElse(DEFAULT_DEGREE));
    }
}
