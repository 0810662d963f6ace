package io.github.nbodylab.experiment.nbody.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadClusterTest {

    private static ClusterModel model(
            int n, double virialRatio, Binaries binaries, double centralMass, double rotation) {
        return new ClusterModel(
                n, new Profile.Plummer(), virialRatio, new MassFunction.Equal(), binaries, centralMass, rotation);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0, 0, 2 bodies or more",
        "9, -1, 0, 0, virial ratio is 0 or more",
        "9, NaN, 0, 0, virial ratio is 0 or more",
        "9, 0.5, 1, 0, central mass is 0 or more and below 1",
        "9, 0.5, -0.1, 0, central mass is 0 or more and below 1",
        "9, 0.5, 0, 1.5, between 0 and 1"
    })
    void whatIsNoClusterIsRefused(int n, double virialRatio, double centralMass, double rotation, String message) {
        assertThatThrownBy(() -> model(n, virialRatio, Binaries.NONE, centralMass, rotation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void oneBinaryIsNoCluster() {
        assertThatThrownBy(() -> model(2, 0.5, new Binaries(1, 0.1, 0.2), 0, 0)).hasMessageContaining("one binary");
        assertThatCode(() -> model(3, 0.5, new Binaries(1, 0.1, 0.2), 0, 0)).doesNotThrowAnyException();
    }

    @Test
    void whatAreNoBinariesIsRefused() {
        assertThatThrownBy(() -> new Binaries(1.1, 1, 2)).hasMessageContaining("between 0 and 1, not 1.1");
        assertThatThrownBy(() -> new Binaries(0.5, 0, 2)).hasMessageContaining("0.0 and 2.0");
        assertThatThrownBy(() -> new Binaries(0.5, 3, 2)).hasMessageContaining("3.0 and 2.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.09, 16.1, Double.NaN, -1})
    void kingsModelsAreKnownInARangeOnly(double w0) {
        assertThatThrownBy(() -> new Profile.King(w0)).hasMessageContaining("between 0.1 and 16.0, not " + w0);
    }
}
