package io.github.nbodylab.experiment.nbody.snapshot;

import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The groups and attributes of a GADGET snapshot.
 *
 * @param root of the file
 */
record GadgetFile(Group root) {

    /** The types of bodies there are. */
    static final int TYPES = 6;

    /** Where codes have their attributes: the header first, and newer ones the others. */
    private static final List<String> ATTRIBUTES = List.of("Header", "Units", "Parameters");

    /** The groups {@code PartType0} to {@code PartType5} that are there. */
    List<Group> types() {
        List<Group> types = new ArrayList<>();
        for (int type = 0; type < TYPES; type++) {
            if (root.getChild("PartType" + type) instanceof Group group) {
                types.add(group);
            }
        }
        return types;
    }

    /** An attribute that is one number. */
    Optional<Double> number(String name) {
        return number(name, 0);
    }

    /** One number of an attribute. */
    Optional<Double> number(String name, int index) {
        Object value = attribute(name).orElse(null);
        if (value != null && value.getClass().isArray()) {
            value = index < Array.getLength(value) ? Array.get(value, index) : null;
        }
        return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** An attribute that is a text. */
    Optional<String> text(String name) {
        return attribute(name).map(String::valueOf);
    }

    private Optional<Object> attribute(String name) {
        for (String group : ATTRIBUTES) {
            Node node = root.getChild(group);
            Attribute attribute = node == null ? null : node.getAttribute(name);
            if (attribute != null) {
                return Optional.ofNullable(attribute.getData());
            }
        }
        return Optional.empty();
    }
}
