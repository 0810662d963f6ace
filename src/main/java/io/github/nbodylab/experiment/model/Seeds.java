package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.store.Digest;
import java.nio.ByteBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Random numbers that follow from what they are for. */
public final class Seeds {

    private Seeds() {}

    /** A generator whose numbers depend on the purpose alone. */
    public static UniformRandomProvider random(String purpose) {
        long[] seed = new long[4];
        ByteBuffer.wrap(Digest.bytesOf(purpose)).asLongBuffer().get(seed);
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }
}
