package io.github.nbodylab.experiment.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a result depends on, and the digest under which it is stored.
 *
 * @param digest SHA-256 of the canonical JSON of the material
 * @param material key schema, stage, revision and what the stage reads
 */
public record Key(String digest, ObjectNode material) {

    private static final int SCHEMA = 1;

    public Key {
        requireNonNull(digest, "digest");
        requireNonNull(material, "material");
    }

    /**
     * The key of a result.
     *
     * @param stage which makes it
     * @param inputs named parameters (those equal to their default left out), seeds, and digests of what is read
     */
    public static Key of(Stage stage, ObjectNode inputs) {
        ObjectNode material = Json.object();
        material.put("schema", SCHEMA);
        material.put("stage", stage.name());
        material.put("revision", stage.revision());
        material.set("inputs", inputs);
        return new Key(Digest.of(Json.canonical(material)), material);
    }
}
