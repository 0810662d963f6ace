package io.github.nbodylab.experiment.nbody.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KingStructureTest {

    /** King (1966); Binney and Tremaine (2008), section 4.3.3. */
    @ParameterizedTest
    @CsvSource({"3, 0.67", "6, 1.26", "9, 2.12", "12, 2.74"})
    void theConcentrationIsKings(double w0, double concentration) {
        assertThat(Math.log10(new KingStructure(w0).edge())).isCloseTo(concentration, within(0.006));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 3, 6, 9, 12, 16})
    void halfTheStepChangesNothingThatMatters(double w0) {
        KingStructure coarse = new KingStructure(w0);
        KingStructure fine = new KingStructure(w0, 2 * (coarse.w.length - 1));
        assertThat(coarse.edge()).isCloseTo(fine.edge(), within(1e-9 * fine.edge()));
        assertThat(coarse.totalMass()).isCloseTo(fine.totalMass(), within(1e-9 * fine.totalMass()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 3, 9, 16})
    void theMassIsTheIntegralOfTheDensity(double w0) {
        KingStructure king = new KingStructure(w0);
        double sum = 0;
        for (int k = 1; k < king.w.length; k++) {
            double shell = (Math.pow(king.y[k], 1.5) - Math.pow(king.y[k - 1], 1.5)) / 3;
            sum += 9 * shell * KingStructure.density((king.w[k] + king.w[k - 1]) / 2) / KingStructure.density(w0);
        }
        assertThat(king.totalMass()).isCloseTo(sum, within(1e-5 * sum));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 8, 16})
    void densityIsKings(double w) {
        double exact = Math.exp(w) * Erf.erf(Math.sqrt(w)) - Math.sqrt(4 * w / Math.PI) * (1 + 2 * w / 3);
        assertThat(KingStructure.density(w)).isCloseTo(exact, within(1e-12 * Math.exp(w)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3})
    void nearTheEdgeDensityGoesAsTheDepthToFiveHalves(double w) {
        double leading = 8 / (15 * Math.sqrt(Math.PI)) * Math.pow(w, 2.5);
        assertThat(KingStructure.density(w)).isCloseTo(leading, within(w * leading));
    }
}
