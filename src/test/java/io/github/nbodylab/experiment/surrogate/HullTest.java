package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HullTest {

    private static final Hull CUBE = new Hull(new double[][] {
        {0, 0, 0}, {0, 0, 1}, {0, 1, 0}, {0, 1, 1}, {1, 0, 0}, {1, 0, 1}, {1, 1, 0}, {1, 1, 1}, {.5, .5, .5}
    });

    @Test
    void theDistanceFromACubeIsThatOfItsNearestFaceEdgeOrCorner() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1000; i++) {
            double[] p = {3 * random.nextDouble() - 1, 3 * random.nextDouble() - 1, 3 * random.nextDouble() - 1};
            double square = 0;
            for (double x : p) {
                double beyond = Math.max(0, Math.max(-x, x - 1));
                square += beyond * beyond;
            }
            assertThat(CUBE.distance(p)).as("%s %s %s", p[0], p[1], p[2]).isCloseTo(Math.sqrt(square), within(1e-5));
        }
    }

    @Test
    void whatIsInsideOrOnTheHullHasNoDistance() {
        assertThat(CUBE.distance(new double[] {.2, .7, .9})).isZero();
        assertThat(CUBE.distance(new double[] {.5, .5, .5})).isZero();
        assertThat(CUBE.distance(new double[] {1, 1, 1})).isZero();
        assertThat(CUBE.distance(new double[] {1, .3, .5})).isCloseTo(0, within(1e-5));
    }

    @Test
    void aHullMayBeFlatOrAPoint() {
        Hull line = new Hull(new double[][] {{0, 0}, {1, 1}, {2, 2}, {2, 2}});
        assertThat(line.distance(new double[] {1.5, 1.5})).isCloseTo(0, within(1e-5));
        assertThat(line.distance(new double[] {0, 2})).isCloseTo(Math.sqrt(2), within(1e-6));
        assertThat(line.distance(new double[] {3, 3})).isCloseTo(Math.sqrt(2), within(1e-6));
        assertThat(new Hull(new double[][] {{1, 2}}).distance(new double[] {4, 6}))
                .isEqualTo(5);
    }

    @Test
    void manyVerticesOfASphereHoldItsInsideOnly() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] sphere = new double[300][3];
        for (double[] v : sphere) {
            double square = 0;
            do {
                for (int k = 0; k < 3; k++) {
                    v[k] = 2 * random.nextDouble() - 1;
                }
                square = v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
            } while (square > 1 || square < .01);
            for (int k = 0; k < 3; k++) {
                v[k] /= Math.sqrt(square);
            }
        }
        Hull hull = new Hull(sphere);
        for (int i = 0; i < 200; i++) {
            double[] v = sphere[i];
            assertThat(hull.distance(new double[] {.8 * v[0], .8 * v[1], .8 * v[2]}))
                    .isZero();
            assertThat(hull.distance(new double[] {1.5 * v[0], 1.5 * v[1], 1.5 * v[2]}))
                    .isCloseTo(.5, within(1e-5));
        }
    }
}
