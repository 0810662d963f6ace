package io.github.nbodylab.experiment.nbody.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.Energy;
import io.github.nbodylab.experiment.nbody.Seed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterBinariesTest {

    private static final Seed SEED = Seed.of("binaries");

    private static Bodies cluster(int n, MassFunction masses, Binaries binaries, double centralMass) {
        return Cluster.create(new ClusterModel(n, new Profile.Plummer(), 0.5, masses, binaries, centralMass, 0), SEED);
    }

    /** The semi-major axis of a body and the next one, negative if they are not bound to each other. */
    private static double semiMajorAxis(Bodies b, int i) {
        double[][] f = b.fields();
        double[][] low = b.low();
        double distance2 = 0;
        double speed2 = 0;
        for (int c = 0; c < 3; c++) {
            double d = (f[c][i] - f[c][i + 1]) + (low[c][i] - low[c][i + 1]);
            double v = f[c + 3][i] - f[c + 3][i + 1];
            distance2 += d * d;
            speed2 += v * v;
        }
        return 1 / (2 / Math.sqrt(distance2) - speed2 / (b.mass[i] + b.mass[i + 1]));
    }

    @ParameterizedTest
    @CsvSource({"64, 0.1, 6", "64, 1, 32", "65, 1, 32", "3, 1, 1", "100, 0.5, 33", "10, 0, 0"})
    void theFractionIsThatOfPairsAmongPairsAndSingles(int bodies, double fraction, int pairs) {
        assertThat(new Binaries(fraction, 1, 2).pairs(bodies)).isEqualTo(pairs);
    }

    @Test
    void membersAreNeighboursOnOrbitsWithTheAxesAskedFor() {
        int n = 300;
        Bodies b = cluster(n, new MassFunction.Kroupa(0.1, 10), new Binaries(0.5, 1e-7, 1e-5), 0.1);
        assertThat(b.count()).isEqualTo(n + 1);
        int found = 0;
        for (int i = 0; i < n - 1; i++) {
            double axis = semiMajorAxis(b, i);
            if (axis > 0 && axis < 1e-4) {
                assertThat(axis).isBetween(1e-7 * (1 - 1e-9), 1e-5 * (1 + 1e-9));
                found++;
                i++;
            }
        }
        assertThat(found).isEqualTo(100);
    }

    @Test
    void theTightestBinariesKeepTheirBindingEnergyToNineDigits() {
        double axis = 1e-10;
        Bodies b = cluster(64, new MassFunction.Equal(), new Binaries(1, axis, axis), 0);
        for (int i = 0; i < 64; i += 2) {
            assertThat(semiMajorAxis(b, i)).isCloseTo(axis, within(1e-9 * axis));
        }
    }

    @Test
    void centresOfMassAreInHenonUnitsWithoutTheBinariesOwnEnergy() {
        int n = 60;
        Bodies b = cluster(n, new MassFunction.PowerLaw(2, 1, 9), new Binaries(1, 1e-6, 1e-3), 0);
        Bodies centres = new Bodies(n / 2);
        for (int k = 0; k < n / 2; k++) {
            int i = 2 * k;
            centres.mass[k] = b.mass[i] + b.mass[i + 1];
            for (int f = 0; f < 6; f++) {
                double[] field = b.fields()[f];
                centres.fields()[f][k] = (b.mass[i] * field[i] + b.mass[i + 1] * field[i + 1]) / centres.mass[k];
            }
        }
        assertThat(Energy.kinetic(centres) + Energy.potential(centres)).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void bothKindsOfBodiesHaveTheirShareOfBinaries() {
        int n = 150;
        Bodies b = cluster(n, new MassFunction.TwoComponent(10, 0.4), new Binaries(0.5, 1e-8, 1e-8), 0);
        int[] first = IntStream.range(0, n - 1)
                .filter(i -> Math.abs(semiMajorAxis(b, i) - 1e-8) < 1e-12)
                .toArray();
        assertThat(first).hasSize(50);
        assertThat(IntStream.of(first).filter(i -> i < 60).count()).isEqualTo(20);
    }
}
