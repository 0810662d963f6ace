package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** A fitted power law as one reads it, such as {@code mergers = 1.08 particles^0.181 captureNumber^1.08}. */
final class PowerLawFormula {

    private PowerLawFormula() {}

    /**
     * The formula.
     *
     * @param model what the file of a power law holds
     */
    static String of(JsonNode model) {
        StringBuilder formula =
                new StringBuilder(model.path("target").path("name").asText()).append(" =");
        for (JsonNode term : model.path("terms")) {
            double coefficient = term.path("coefficient").doubleValue();
            JsonNode factor = term.path("factors").path(0);
            if (factor.isMissingNode()) {
                formula.append(digits(model.path("retransformation").doubleValue() * StrictMath.exp(coefficient)));
            } else if (factor.has("level")) {
                formula.append(digits(StrictMath.exp(coefficient)))
                        .append(" (if ")
                        .append(factor.path("input").asText())
                        .append(" is ")
                        .append(factor.path("level").asText())
                        .append(')');
            } else {
                formula.append(' ')
                        .append(factor.path("input").asText())
                        .append('^')
                        .append(digits(coefficient).strip());
            }
        }
        return formula.toString();
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, " %.3g", value);
    }
}
