package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The acceptance rules of a {@code report.json} that do not hold, as sentences. */
public final class MissedRules {

    /** What a metric is where a model predicts infinity. */
    private static final String NOT_FINITE = "beyond all numbers, as its predictions are";

    private MissedRules() {}

    /**
     * One sentence for each: what was asked, and what was found.
     *
     * @param report as {@code report.json} holds it
     */
    public static List<String> of(JsonNode report) {
        return List.copyOf(byIndex(report).values());
    }

    /**
     * The same sentences, by the place of their rule in the list of all, from 0.
     *
     * @param report as {@code report.json} holds it
     */
    public static SortedMap<Integer, String> byIndex(JsonNode report) {
        SortedMap<Integer, String> missed = new TreeMap<>();
        JsonNode rules = report.path("acceptance");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i);
            if (!rule.path("passed").asBoolean()) {
                missed.put(
                        i,
                        rule.path("rule").asText().replaceFirst(" is ", " must be ")
                                + beaten(report, rule)
                                + ", but it is "
                                + (rule.has("value")
                                        ? rounded(rule.path("value").asDouble())
                                        : NOT_FINITE)
                                + (rule.has("on") ? "" : " on the held-out rows"));
            }
        }
        return missed;
    }

    /** Where a rule compares two models, the figure of the other. */
    private static String beaten(JsonNode report, JsonNode rule) {
        String other = rule.path("beats").asText("");
        for (JsonNode model : report.path("models")) {
            if (model.path("name").asText().equals(other)) {
                String metric = rule.path("rule").asText().split(" ", 2)[0];
                String scores = switch (rule.path("on").asText()) {
                    case "beyond" -> "beyond";
                    case "cross-validation" -> "crossValidation";
                    default -> "test";
                };
                JsonNode value = model.path(scores).path(metric).path("value");
                return value.isNumber() ? " (" + rounded(value.asDouble()) + ")" : "";
            }
        }
        return "";
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
