package io.github.nbodylab.experiment.nbody.merger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.nbody.Seed;
import io.github.nbodylab.experiment.oracle.Oracle;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MergedBlackHoleTest {

    private static final double LIGHT = 299792.458; // km/s

    /** The smaller mass of two that are 1 together, from the symmetric mass ratio. */
    private static double smaller(double eta) {
        return (1 - Math.sqrt(1 - 4 * eta)) / 2;
    }

    @Test
    void equalMassesRadiateFortyEightThousandths() {
        new Oracle(
                        Oracle.Topic.GRAVITATIONAL_WAVES,
                        "radiated-fraction",
                        "Radiated fraction of the mass of equal black holes without spin",
                        "numerical relativity: Barausse, Morozova & Rezzolla 2012")
                .close(0.048, 0.0005, MergedBlackHole.radiatedFraction(0.5, 0.5));
    }

    @Test
    void aTestParticleRadiatesWhatItLosesDownToTheLastStableOrbit() {
        double eta = 1e-7;
        double known = eta * (1 - Math.sqrt(8.0 / 9));
        assertThat(MergedBlackHole.radiatedFraction(1, eta)).isCloseTo(known, Percentage.withPercentage(1e-3));
    }

    @Test
    void equalMassesAreNotKickedAndTheGreatestKickIsThatOfGonzalezAtItsMassRatio() {
        assertThat(MergedBlackHole.recoilSpeed(0.3, 0.3)).isZero();
        double greatest = 0;
        double at = 0;
        for (double eta = 0.001; eta < 0.25; eta += 0.001) {
            double speed = MergedBlackHole.recoilSpeed(smaller(eta), 1 - smaller(eta)) * LIGHT;
            if (speed > greatest) {
                greatest = speed;
                at = eta;
            }
        }
        new Oracle(
                        Oracle.Topic.GRAVITATIONAL_WAVES,
                        "recoil-speed",
                        "Greatest recoil of black holes without spin, km/s",
                        "numerical relativity: Gonzalez et al. 2007")
                .close(175.2, 1, greatest);
        new Oracle(
                        Oracle.Topic.GRAVITATIONAL_WAVES,
                        "recoil-mass-ratio",
                        "Symmetric mass ratio of the greatest recoil",
                        "numerical relativity: Gonzalez et al. 2007")
                .close(0.195, 0.005, at);
    }

    @Test
    void whatIsLeftDoesNotDependOnWhichOfTheTwoIsFirst() {
        assertThat(MergedBlackHole.radiatedFraction(0.1, 0.4)).isEqualTo(MergedBlackHole.radiatedFraction(0.4, 0.1));
        assertThat(MergedBlackHole.recoilSpeed(0.1, 0.4)).isEqualTo(MergedBlackHole.recoilSpeed(0.4, 0.1));
    }

    @Test
    void kicksLieInThePlaneOfTheOrbitAndTheirDirectionsAreUniform() {
        UniformRandomProvider random = Seed.of("kicks").generator();
        TwoBodyOrbit orbit = new TwoBodyOrbit(1, 3, new double[] {1, 2, -1}, new double[] {0.3, -1, 2});
        double[] h = orbit.specificAngularMomentum();
        double speed = MergedBlackHole.recoilSpeed(1, 3) * 500;
        int n = 20_000;
        double[] mean = new double[3];
        double alongSquared = 0;
        double doubled = 0;
        for (int i = 0; i < n; i++) {
            double[] kick = MergedBlackHole.recoil(orbit, 500, random);
            assertThat(TwoBodyOrbit.length(kick)).isCloseTo(speed, Percentage.withPercentage(1e-10));
            assertThat(TwoBodyOrbit.dot(kick, h)).isCloseTo(0, within(1e-13 * speed * TwoBodyOrbit.length(h)));
            for (int c = 0; c < 3; c++) {
                mean[c] += kick[c] / (n * speed);
            }
            double along = TwoBodyOrbit.dot(kick, orbit.position()) / (speed * orbit.distance());
            alongSquared += along * along / n;
            doubled += 2 * Math.pow(2 * along * along - 1, 2) / n;
        }
        double sigma = 1 / Math.sqrt(2.0 * n);
        assertThat(TwoBodyOrbit.length(mean)).isLessThan(4 * sigma * Math.sqrt(2));
        assertThat(alongSquared).isCloseTo(0.5, within(4 * sigma / 2));
        assertThat(doubled).isCloseTo(1, within(4 * sigma));
    }

    @Test
    void aHeadOnCollisionIsKickedAlongItsPathOrAcrossItWithTheSameSpeed() {
        UniformRandomProvider random = Seed.of("head-on").generator();
        for (double[] axis : new double[][] {{1, 0, 0}, {0, 1, 0}, {1, 1, 1}}) {
            TwoBodyOrbit orbit = new TwoBodyOrbit(1, 3, axis, axis);
            double[] kick = MergedBlackHole.recoil(orbit, 1, random);
            assertThat(TwoBodyOrbit.length(kick))
                    .isCloseTo(MergedBlackHole.recoilSpeed(1, 3), Percentage.withPercentage(1e-10));
        }
    }
}
