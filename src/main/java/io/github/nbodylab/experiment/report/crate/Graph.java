package io.github.nbodylab.experiment.report.crate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entities of a crate, flat, each known by its id. */
final class Graph {

    private static final String UNRESERVED = "-._~/!$&'()*+,;=:@";

    private final Map<String, ObjectNode> entities = new LinkedHashMap<>();

    /** A new entity; of one that is there already it returns that. */
    ObjectNode entity(String id, String type) {
        return entities.computeIfAbsent(id, key -> Json.object().put("@id", key).put("@type", type));
    }

    /** Whether an identifier names nothing yet, or this very thing. */
    boolean isFree(String id, String type, String name) {
        ObjectNode known = entities.get(id);
        return known == null
                || (known.path("@type").asText().equals(type)
                        && known.path("name").asText().equals(name));
    }

    /** A reference to an entity. */
    static ObjectNode reference(String id) {
        return Json.object().put("@id", id);
    }

    /** References as the value of a property, which is left out if there are none. */
    static void refer(ObjectNode entity, String property, Collection<String> ids) {
        if (!ids.isEmpty()) {
            ArrayNode references = entity.putArray(property);
            ids.forEach(id -> references.add(reference(id)));
        }
    }

    /** The ids of a type, in the order in which they came. */
    List<String> ids(String type) {
        List<String> ids = new ArrayList<>();
        entities.forEach((id, entity) -> {
            if (entity.path("@type").asText().equals(type)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** A path or a name as it may stand in an id, RFC 3986. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    /** All entities. */
    ArrayNode toJson() {
        ArrayNode graph = Json.object().putArray("@graph");
        entities.values().forEach(graph::add);
        return graph;
    }
}
