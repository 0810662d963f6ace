package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Relevance;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One point of the parameter space. Its replicates differ in nothing but their random numbers.
 *
 * @param id first 12 hexadecimal digits of the digest of {@link #canonical()}
 * @param parameters every parameter that means something here, by name, those with their default value too
 */
public record DesignPoint(String id, SortedMap<String, Value> parameters) {

    private static final int ID_LENGTH = 12;

    /** Parameters with these values are left out of ids, seeds and keys, so that a new parameter changes no old one. */
    private static final Map<String, Value> DEFAULTS = Map.of(
            "profile", new Value.Word("plummer"),
            "virialRatio", new Value.Real(0.5),
            "masses", new Value.Word("equal"),
            "binaryFraction", new Value.Real(0),
            "centralMass", new Value.Real(0),
            "rotation", new Value.Real(0),
            "criterion", new Value.Word("sticky-sphere"),
            "maximalSeparation", new Value.Real(0.01),
            "massLoss", new Value.Word("none"),
            "recoil", new Value.Word("none"));

    public DesignPoint {
        requireNonNull(id, "id");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * The point with these parameters, but for those that mean nothing beside the others.
     *
     * @param parameters by name; {@code particles} becomes a whole number and every other number a real one, so that
     *     {@code 1} and {@code 1.0} are one point
     */
    public static DesignPoint of(Map<String, Value> parameters) {
        SortedMap<String, Value> normal = new TreeMap<>();
        Relevance.meant(parameters).forEach((name, value) -> normal.put(name, normal(name, value)));
        return new DesignPoint(Digest.of(Json.canonical(canonical(normal))).substring(0, ID_LENGTH), normal);
    }

    /**
     * A parameter.
     *
     * @throws IllegalArgumentException if the point has none of that name
     */
    public Value parameter(String name) {
        Value value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter '" + name + "' among " + parameters.keySet());
        }
        return value;
    }

    /** What ids, seeds and keys see of the point: the parameters that are not at their default. A new tree each time. */
    public ObjectNode canonical() {
        return canonical(parameters);
    }

    private static ObjectNode canonical(SortedMap<String, Value> parameters) {
        ObjectNode node = Json.object();
        parameters.forEach((name, value) -> {
            if (value.equals(DEFAULTS.get(name))) {
                return;
            }
            if (value instanceof Value.Whole whole) {
                node.put(name, whole.number());
            } else if (value instanceof Value.Real real) {
                node.put(name, real.number());
            } else {
                node.put(name, value.text());
            }
        });
        return node;
    }

    private static Value normal(String name, Value value) {
        if (value instanceof Value.Word) {
            return value;
        }
        double number = value.asDouble();
        if (!name.equals("particles")) {
            return new Value.Real(number + 0.0); // + 0.0 turns -0.0 into 0.0
        }
        if (number != StrictMath.rint(number)) {
            throw new IllegalArgumentException("particles are whole, not " + value.text());
        }
        return new Value.Whole((long) number);
    }
}
