package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.KernelExpression;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A kernel with its numbers, as the file of a model has it. */
final class GaussianProcessJson {

    private static final String KERNEL = "kernel";

    private final int[] columns;
    private final List<String> inputs;

    /**
     * A writer.
     *
     * @param columns which input each column of the encoding belongs to
     * @param inputs their names
     */
    GaussianProcessJson(int[] columns, List<String> inputs) {
        this.columns = columns.clone();
        this.inputs = List.copyOf(inputs);
    }

    /**
     * Writes a kernel: one alone into the model itself, a linear one or an expression of several under {@code kernel}.
     *
     * @param logs {@code double[parameters]}, for targets that were divided by {@code unit}
     */
    void kernel(ObjectNode model, KernelNode node, double[] logs, double unit) {
        if (node.hasSignal() && node.children().isEmpty()) {
            model.setAll(tree(node, logs, unit));
        } else {
            model.set(KERNEL, tree(node, logs, unit));
        }
    }

    private ObjectNode tree(KernelNode node, double[] logs, double unit) {
        ObjectNode json = Json.object();
        if (node.hasSignal()) {
            json.put("signalVariance", node.signal(logs, unit));
        }
        if (node.children().isEmpty()) {
            double[] lengthScales = new double[inputs.size()];
            for (int c = 0; c < columns.length; c++) {
                lengthScales[columns[c]] = node.lengthScale(logs, c, unit);
            }
            json.put(KERNEL, node.expression().text());
            json.set("lengthScales", ModelJson.array(lengthScales));
            return json;
        }
        ArrayNode children = json.putArray(node.expression() instanceof KernelExpression.Sum ? "sum" : "product");
        for (int c = 0; c < node.children().size(); c++) {
            children.add(tree(node.children().get(c), logs, node.unitOf(c, unit)));
        }
        return json;
    }

    /** What each hyper-parameter is, {@code parameters} names for people to read. */
    List<String> names(KernelNode root, int parameters) {
        List<String> names = new ArrayList<>(Collections.nCopies(parameters, "noise variance"));
        name(root, names);
        return names;
    }

    private void name(KernelNode node, List<String> names) {
        String of = " of " + node.expression().text();
        if (node.children().isEmpty()) {
            for (int c = 0; c < columns.length; c++) {
                names.set(node.scaleIndex(c), "length scale" + of + " for " + seenBy(node, node.scaleIndex(c)));
            }
        }
        if (node.hasSignal()) {
            names.set(node.signalIndex(), "signal variance" + of);
        }
        node.children().forEach(child -> name(child, names));
    }

    private String seenBy(KernelNode node, int parameter) {
        List<String> seen = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            if (node.scaleIndex(c) == parameter && !seen.contains(inputs.get(columns[c]))) {
                seen.add(inputs.get(columns[c]));
            }
        }
        return seen.stream().collect(Collectors.joining(", "));
    }
}
