package io.github.nbodylab.experiment.nbody.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Seed;
import io.github.nbodylab.experiment.store.Digest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden digests: where one changes, the revision of the stage that simulates is to be raised. */
class ClusterBitsTest {

    static Stream<Arguments> models() {
        MassFunction equal = new MassFunction.Equal();
        MassFunction powerLaw = new MassFunction.PowerLaw(2.35, 1, 50);
        Binaries some = new Binaries(0.3, 1e-5, 1e-3);
        return Stream.of(
                golden(
                        new Profile.Hernquist(),
                        equal,
                        Binaries.NONE,
                        0,
                        0,
                        "8ee844c5f3f9e5f052d192ed13d39da409ca53cbe3fa2c2f24984c147a13a591"),
                golden(
                        new Profile.King(0.1),
                        equal,
                        Binaries.NONE,
                        0,
                        0,
                        "68637f39a6f9472c5ff037fd8f6898f7a7b1505524f4d1147d34d220dc5c3388"),
                golden(
                        new Profile.King(7),
                        powerLaw,
                        Binaries.NONE,
                        0,
                        0,
                        "2a59d411a9ce14e143c0977178e069823f9b83c01293b74caf4427455db8bbde"),
                golden(
                        new Profile.Uniform(),
                        new MassFunction.Kroupa(0.05, 50),
                        Binaries.NONE,
                        0,
                        0.5,
                        "fbd615a6b3105aba06e26fae3439dddc0b1571d6211d0bf9be79eebc5493537e"),
                golden(
                        new Profile.Plummer(),
                        new MassFunction.TwoComponent(10, 0.1),
                        some,
                        0,
                        0,
                        "3b4a04dafa7e5bc59b631074da47287d92665bc2e14719ba884ca8cd535c3163"),
                golden(
                        new Profile.King(16),
                        equal,
                        Binaries.NONE,
                        0.1,
                        0,
                        "cc02ab7628415118c25fbe9692df6f22a4b4f51f0dbc33f36b4daf06aef74b80"),
                golden(
                        new Profile.Plummer(),
                        powerLaw,
                        some,
                        0.01,
                        1,
                        "db1cc21fa48c5e49905745c242d1aa05d97a4ed8d81a7818a6fee3ad299d5b8e"),
                golden(
                        new Profile.Hernquist(),
                        new MassFunction.PowerLaw(1, 1, 2),
                        some,
                        0.2,
                        0.3,
                        "b647b359e7a221ee16caac7fe2442e37570c740887450c431073f428ec596067"));
    }

    private static Arguments golden(
            Profile profile,
            MassFunction masses,
            Binaries binaries,
            double centralMass,
            double rotation,
            String digest) {
        return Arguments.of(new ClusterModel(60, profile, 0.5, masses, binaries, centralMass, rotation), digest);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theBitsAreThoseOfEarlierReleases(ClusterModel model, String digest) {
        Bodies cluster = Cluster.create(model, Seed.of("golden"));
        StringBuilder bits = new StringBuilder();
        Stream.of(cluster.fields(), cluster.low()).flatMap(Stream::of).forEach(field -> {
            for (int i = 0; i < cluster.count(); i++) {
                bits.append(Double.doubleToRawLongBits(field[i])).append(' ');
            }
        });
        assertThat(Digest.of(bits.toString())).isEqualTo(digest);
    }
}
