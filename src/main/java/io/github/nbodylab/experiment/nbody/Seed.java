package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.store.Digest;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * From which all random numbers of one run follow: 256 bits, made by hashing what the run is, never by its position in a
 * list.
 *
 * @param digest 64 lower-case hexadecimal digits
 */
public record Seed(String digest) {

    private static final int LENGTH = 64;

    public Seed {
        if (digest.length() != LENGTH || !digest.matches("[0-9a-f]*")) {
            throw new IllegalArgumentException("a seed is 64 hexadecimal digits, not '" + digest + "'");
        }
    }

    /** The seed that belongs to a text. */
    public static Seed of(String material) {
        return new Seed(Digest.of(material));
    }

    /** A new generator, xoshiro256++ (Blackman and Vigna 2021), at the start of this seed's sequence. */
    public UniformRandomProvider generator() {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(digest));
        long[] state = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(state);
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    /** The first 52 bits, as many as a double's fraction has. */
    public long bits52() {
        return Long.parseLong(digest.substring(0, 13), 16);
    }
}
