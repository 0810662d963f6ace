package io.github.nbodylab.experiment.nbody.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.diagnostics.Diagnostics.ClosestPair;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    private static final double[] REST = {0, 0, 0};

    /** Masses 1 and 3, 4 apart on the x axis, on circular orbits about each other: v = 1. */
    private static Bodies circular() {
        Bodies bodies = new Bodies(2);
        Shells.put(bodies, 0, 1, new double[] {-3, 0, 0}, new double[] {0, -0.75, 0});
        Shells.put(bodies, 1, 3, new double[] {1, 0, 0}, new double[] {0, 0.25, 0});
        return bodies;
    }

    @Test
    void aCircularBinaryHasTheFiguresOfTheTwoBodyProblem() {
        Diagnostics found = Diagnostics.of(circular(), 0);
        assertThat(found.kinetic()).isEqualTo(0.375);
        assertThat(found.potential()).isEqualTo(-0.75);
        assertThat(found.energy()).isEqualTo(-0.375);
        assertThat(found.virialRatio()).isEqualTo(0.5);
        assertThat(found.angularMomentum()).containsExactly(0, 0, 3);
        assertThat(found.bound()).isEqualTo(2);
        assertThat(found.closestPair()).contains(new ClosestPair(0, 1, 4));
    }

    @Test
    void aBinaryHasItsCentreOfMassForTheCentre() {
        Diagnostics found = Diagnostics.of(circular(), 0);
        assertThat(found.centre()).containsExactly(0, 0, 0);
        assertThat(found.coreRadius()).isEqualTo(Math.sqrt((1 * 9 + 3 * 1) / 4.0));
        assertThat(found.lagrangianRadii()).containsExactly(1, 1, 1, 1, 1, 3);
    }

    @Test
    void softeningMakesTheWellShallower() {
        assertThat(Diagnostics.of(circular(), 3).potential()).isCloseTo(-3 / 5.0, within(1e-15));
    }

    @Test
    void oneBodyIsNoPairAndNotBound() {
        Bodies alone = new Bodies(1);
        Shells.put(alone, 0, 2, new double[] {1, 2, 3}, new double[] {0, 2, 0});
        Diagnostics found = Diagnostics.of(alone, 0);
        assertThat(found.kinetic()).isEqualTo(4);
        assertThat(found.potential()).isZero();
        assertThat(found.virialRatio()).isNaN();
        assertThat(found.centre()).containsExactly(1, 2, 3);
        assertThat(found.coreRadius()).isZero();
        assertThat(found.lagrangianRadii()).containsOnly(0);
        assertThat(found.bound()).isZero();
        assertThat(found.closestPair()).isEmpty();
    }

    @Test
    void differencesOfNearPositionsKeepTheDigitsOfTheLowParts() {
        Bodies pair = new Bodies(2);
        Shells.put(pair, 0, 1, new double[] {1e6, 0, 0}, REST);
        Shells.put(pair, 1, 1, new double[] {1e6, 0, 0}, REST);
        pair.xLow[1] = 1e-14;
        Diagnostics found = Diagnostics.of(pair, 0);
        assertThat(found.closestPair().orElseThrow().separation()).isEqualTo(1e-14);
        assertThat(found.potential()).isCloseTo(-1e14, within(1.0));
    }

    @Test
    void bodiesAtOnePlaceHaveFiniteFigures() {
        Bodies heap = new Bodies(9);
        Arrays.fill(heap.mass, 0, 9, 1);
        Diagnostics found = Diagnostics.of(heap, 0);
        assertThat(found.potential()).isFinite();
        assertThat(found.coreRadius()).isZero();
        assertThat(found.closestPair()).contains(new ClosestPair(0, 1, 0));
    }

    @Test
    void lagrangianRadiiAreThoseOfTheShellsWithWhichTheMassIsReached() {
        Bodies shells = new Bodies(200);
        for (int shell = 0; shell < 100; shell++) { // two bodies opposite each other: the centre stays
            double angle = 2.4 * shell;
            double r = shell + 1;
            double[] place = {r * Math.cos(angle), r * Math.sin(angle), 0};
            Shells.put(shells, 2 * shell, 0.1, place, REST);
            Shells.put(shells, 2 * shell + 1, 0.1, new double[] {-place[0], -place[1], 0}, REST);
        }
        Diagnostics found = Diagnostics.of(shells, 0);
        assertThat(found.centre()).containsOnly(new double[] {0, 0, 0}, within(1e-12));
        double[] expected = {1, 10, 25, 50, 75, 90};
        for (int f = 0; f < expected.length; f++) {
            assertThat(found.lagrangianRadii()[f]).isCloseTo(expected[f], within(1e-9));
        }
    }

    @Test
    void aPlummerSphereHasItsLagrangianRadii() {
        double[] radii = Diagnostics.of(Shells.plummer(8192), 0).lagrangianRadii();
        assertThat(radii[3]).isCloseTo(0.7686, within(0.005));
        for (int f = 1; f < radii.length; f++) {
            double m = Diagnostics.MASS_FRACTIONS.get(f);
            assertThat(radii[f])
                    .as("radius of %s of the mass", m)
                    .isCloseTo(Shells.PLUMMER / Math.sqrt(Math.pow(m, -2.0 / 3) - 1), within(0.02 * radii[f]));
        }
    }

    @Test
    void aPlummerSphereHasItsPotentialEnergy() {
        assertThat(Diagnostics.of(Shells.plummer(8192), 0).potential()).isCloseTo(-0.5, within(0.002));
    }

    /** The integrals of rho^3 r^2 and rho^3 over space have the quotient 3/10 a^2. */
    @Test
    void aPlummerSphereHasItsCoreRadius() {
        double expected = Shells.PLUMMER * Math.sqrt(0.3);
        assertThat(Diagnostics.of(Shells.plummer(8192), 0).coreRadius()).isCloseTo(expected, within(0.05 * expected));
    }

    /** Seven bodies: the sixth neighbour of the first is the farthest, and the five between have the mass. */
    @Test
    void theDensityIsTheMassOfFiveNeighboursInTheSphereThatReachesToTheSixth() {
        Bodies line = new Bodies(7);
        for (int i = 0; i < 7; i++) {
            Shells.put(line, i, 1 << i, new double[] {i, 0, 0}, REST);
        }
        double[] density = PairSums.of(line, 0).density;
        assertThat(density[0]).isCloseTo((2 + 4 + 8 + 16 + 32) / (4 * Math.PI / 3 * 216), within(1e-15));
        assertThat(density[6]).isCloseTo((32 + 16 + 8 + 4 + 2) / (4 * Math.PI / 3 * 216), within(1e-15));
    }

    @Test
    void neighboursAndPotentialsAreThoseOfAPlainLoopInEveryTile() {
        int n = 531; // two full tiles and a part of one
        Bodies sphere = Shells.plummer(n);
        PairSums found = PairSums.of(sphere, 0.01);
        for (int i = 0; i < n; i++) {
            double[] square = new double[n];
            double potential = 0;
            for (int j = 0; j < n; j++) {
                double dx = sphere.x[j] - sphere.x[i];
                double dy = sphere.y[j] - sphere.y[i];
                double dz = sphere.z[j] - sphere.z[i];
                square[j] = dx * dx + dy * dy + dz * dz;
                potential += i == j ? 0 : sphere.mass[j] / Math.sqrt(square[j] + 1e-4);
            }
            Arrays.sort(square);
            double volume = 4 * Math.PI / 3 * Math.pow(square[6], 1.5);
            assertThat(found.density[i]).isCloseTo(5.0 / n / volume, within(1e-9 / volume));
            assertThat(found.potential[i]).isCloseTo(potential, within(1e-12));
        }
    }

    @Test
    void aBodyFasterThanItsEscapeSpeedIsNotBound() {
        Bodies sphere = Shells.plummer(64);
        for (int i = 0; i < 64; i++) {
            Shells.put(sphere, i, 1.0 / 64, new double[] {sphere.x[i], sphere.y[i], sphere.z[i]}, REST);
        }
        assertThat(Diagnostics.of(sphere, 0).bound()).isEqualTo(64);
        sphere.vx[10] = 20;
        assertThat(Diagnostics.of(sphere, 0).bound()).isEqualTo(63);
    }

    @Test
    void noFigureOfStructureOrEnergyDependsOnTheOrderOfTheBodies() {
        Bodies sphere = Shells.plummer(300);
        Bodies other = new Bodies(300);
        for (int i = 0; i < 300; i++) {
            for (int f = 0; f < 7; f++) {
                other.fields()[f][299 - i] = sphere.fields()[f][i];
            }
        }
        assertClose(Diagnostics.of(other, 0), Diagnostics.of(sphere, 0));
    }

    /** x to y, y to z, z to x. */
    @Test
    void noScalarFigureDependsOnTheOrientation() {
        Bodies sphere = Shells.plummer(300);
        Bodies turned = new Bodies(300);
        int[] from = {2, 0, 1, 5, 3, 4, 6};
        for (int f = 0; f < 7; f++) {
            System.arraycopy(sphere.fields()[from[f]], 0, turned.fields()[f], 0, 300);
        }
        Diagnostics expected = Diagnostics.of(sphere, 0);
        Diagnostics found = Diagnostics.of(turned, 0);
        assertClose(found, expected);
        assertThat(found.angularMomentum()[1]).isCloseTo(expected.angularMomentum()[0], within(1e-14));
        assertThat(found.centre()[2]).isCloseTo(expected.centre()[1], within(1e-14));
    }

    @Test
    void neitherPlaceNorDriftOfTheWholeChangesItsStructure() {
        Bodies sphere = Shells.plummer(300);
        Diagnostics expected = Diagnostics.of(sphere, 0);
        for (int i = 0; i < 300; i++) {
            sphere.x[i] += 4;
            sphere.vz[i] += 100;
        }
        Diagnostics found = Diagnostics.of(sphere, 0);
        assertThat(found.bound()).isEqualTo(expected.bound());
        assertThat(found.centre()[0]).isCloseTo(expected.centre()[0] + 4, within(1e-13));
        assertThat(found.coreRadius()).isCloseTo(expected.coreRadius(), within(1e-13));
        assertThat(found.potential()).isCloseTo(expected.potential(), within(1e-11));
    }

    @Test
    void nothingAndNegativeSofteningAreRefused() {
        assertThatThrownBy(() -> Diagnostics.of(new Bodies(0), 0)).hasMessageContaining("0 bodies");
        assertThatThrownBy(() -> Diagnostics.of(new Bodies(2), -1)).hasMessageContaining("-1");
    }

    private static void assertClose(Diagnostics found, Diagnostics expected) {
        assertThat(found.kinetic()).isCloseTo(expected.kinetic(), within(1e-14));
        assertThat(found.potential()).isCloseTo(expected.potential(), within(1e-13));
        assertThat(found.coreRadius()).isCloseTo(expected.coreRadius(), within(1e-13));
        assertThat(found.bound()).isEqualTo(expected.bound());
        for (int f = 0; f < 6; f++) {
            assertThat(found.lagrangianRadii()[f]).isCloseTo(expected.lagrangianRadii()[f], within(1e-13));
        }
        assertThat(found.closestPair().orElseThrow().separation())
                .isEqualTo(expected.closestPair().orElseThrow().separation());
    }
}
