package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;

/** The text of a model's file, which tells whether it was changed since. */
final class ModelFile {

    private ModelFile() {}

    /**
     * A model with the digest of its own text, made while zeros stood in the digest's place.
     *
     * @param json of a fit
     * @return as {@link Surrogate#parse} reads and checks it
     */
    static ObjectNode withDigest(ObjectNode json) {
        ObjectNode whole = json.deepCopy();
        String text = Json.canonical(whole.put(Surrogate.DIGEST, Surrogate.NO_DIGEST));
        return whole.put(Surrogate.DIGEST, Digest.of(text));
    }
}
