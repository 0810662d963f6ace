package io.github.nbodylab.experiment.report.crate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Takes a part out of a crate's metadata, so that they tell of what is there and of nothing else. */
public final class LeftOut {

    private static final List<String> REFERRING = List.of("hasPart", "object", "result");

    private LeftOut() {}

    /**
     * Takes a part out.
     *
     * @param metadata of the crate, which is changed
     * @param id of the part
     * @param sentence that the description of the whole gets
     */
    public static void take(ObjectNode metadata, String id, String sentence) {
        ArrayNode graph = (ArrayNode) metadata.get("@graph");
        remove(graph, id);
        for (JsonNode entity : graph) {
            REFERRING.forEach(property -> {
                if (entity.get(property) instanceof ArrayNode references) {
                    remove(references, id);
                }
            });
            if (entity.path("@id").asText().equals(CrateMetadata.ROOT)) {
                String description = entity.path("description").asText();
                ((ObjectNode) entity).put("description", description + " " + sentence);
            }
        }
    }

    private static void remove(ArrayNode entities, String id) {
        for (int i = entities.size() - 1; i >= 0; i--) {
            if (entities.get(i).path("@id").asText().equals(id)) {
                entities.remove(i);
            }
        }
    }
}
