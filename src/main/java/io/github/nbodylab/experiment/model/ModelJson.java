package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Term;
import io.github.nbodylab.experiment.trainingset.TargetJson;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;

/** The files that {@code surrogate} reads. */
final class ModelJson {

    private ModelJson() {}

    /** Schema, kind, inputs and targets. */
    static ObjectNode head(String kind, List<Input> inputs, TrainingTable rows) {
        ObjectNode json = Json.object();
        json.put("schema", Surrogate.SCHEMA);
        json.put("kind", kind);
        ArrayNode array = json.putArray("inputs");
        inputs.forEach(input -> array.add(input(input)));
        TargetJson.write(json, rows.targets());
        return json;
    }

    private static ObjectNode input(Input input) {
        ObjectNode json = Json.object();
        json.put("name", input.name());
        json.put("kind", input.kind().text());
        if (input.isCategory()) {
            ArrayNode levels = json.putArray("levels");
            input.levels().forEach(levels::add);
            return json;
        }
        json.put("log", input.log());
        json.put("mean", input.mean());
        json.put("deviation", input.deviation());
        json.put("min", input.min());
        json.put("max", input.max());
        return json;
    }

    /** A whole model of terms. */
    static ObjectNode linear(
            String kind,
            List<Input> inputs,
            TrainingTable rows,
            List<Term> terms,
            double[] coefficients,
            boolean logLink,
            double retransformation) {
        ObjectNode json = head(kind, inputs, rows);
        json.put("link", logLink ? "log" : "identity");
        json.put("retransformation", retransformation);
        ArrayNode array = json.putArray("terms");
        for (int t = 0; t < terms.size(); t++) {
            ObjectNode term = array.addObject();
            term.put("coefficient", coefficients[t]);
            factors(term, terms.get(t), inputs);
        }
        return json;
    }

    /** Terms, each with its coefficients: {@code double[terms][outputs]}. */
    static void terms(ObjectNode json, List<Input> inputs, List<Term> terms, double[][] coefficients) {
        ArrayNode array = json.putArray("terms");
        for (int t = 0; t < terms.size(); t++) {
            ObjectNode term = array.addObject();
            term.set("coefficients", array(coefficients[t]));
            factors(term, terms.get(t), inputs);
        }
    }

    private static void factors(ObjectNode json, Term term, List<Input> inputs) {
        ArrayNode factors = json.putArray("factors");
        for (Term.Factor factor : term.factors()) {
            Input input = inputs.get(factor.input());
            ObjectNode node = factors.addObject().put("input", input.name());
            if (factor instanceof Term.Power power) {
                node.put("power", power.exponent());
            } else if (factor instanceof Term.Level level) {
                node.put("level", input.levels().get(level.level()));
            }
        }
    }

    static ArrayNode array(double[] numbers) {
        ArrayNode array = Json.object().arrayNode();
        for (double number : numbers) {
            array.add(number);
        }
        return array;
    }
}
