package io.github.nbodylab.experiment.trainingset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.nbody.diagnostics.Diagnostics;
import io.github.nbodylab.experiment.nbody.snapshot.Snapshot;
import io.github.nbodylab.experiment.spec.Feature;
import io.github.nbodylab.experiment.spec.RowColumns;
import io.github.nbodylab.experiment.spec.TrainingSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlackHoleFeaturesTest {

    private static final List<Feature> FEATURES = RowColumns.features(TrainingSet.Row.BLACK_HOLE);

    private static int place(String name) {
        return FEATURES.stream().map(Feature::name).toList().indexOf(name);
    }

    @Test
    void thereAreAsManyNumbersAsFeatures() {
        for (double[] row : BlackHoleFeatures.of(SmallRuns.cloud(1, 0), 0)) {
            assertThat(row).hasSize(FEATURES.size());
        }
    }

    @Test
    void turningMovingAndPushingTheWholeClusterChangesNoFeatureButComponents() {
        Snapshot still = SmallRuns.cloud(1, 0);
        Snapshot moved = SmallRuns.cloud(1, 0);
        Bodies b = moved.bodies();
        for (int i = 0; i < b.count(); i++) {
            double x = b.x[i];
            b.x[i] = 0.6 * x - 0.8 * b.y[i] + 3;
            b.y[i] = 0.8 * x + 0.6 * b.y[i] - 2;
            double vx = b.vx[i];
            b.vx[i] = 0.6 * vx - 0.8 * b.vy[i] + 0.5;
            b.vy[i] = 0.8 * vx + 0.6 * b.vy[i];
            b.vz[i] += 0.25;
        }
        double[][] before = BlackHoleFeatures.of(still, 0);
        double[][] after = BlackHoleFeatures.of(moved, 0);
        for (int f = 0; f < FEATURES.size(); f++) {
            if (FEATURES.get(f).common()) {
                for (int i = 0; i < before.length; i++) {
                    assertThat(after[i][f])
                            .as(FEATURES.get(f).name())
                            .isCloseTo(before[i][f], within(1e-11 * (1 + Math.abs(before[i][f]))));
                }
            }
        }
    }

    @Test
    void speedAndAngularMomentumAreThoseOfTheComponents() {
        for (double[] row : BlackHoleFeatures.of(SmallRuns.cloud(2, 0), 0)) {
            double radial = row[place("radialVelocity")];
            double tangential = row[place("tangentialVelocity")];
            assertThat(Math.sqrt(radial * radial + tangential * tangential))
                    .isCloseTo(row[place("speed")], within(1e-14));
            assertThat(row[place("radius")] * tangential).isCloseTo(row[place("angularMomentum")], within(1e-14));
        }
    }

    @Test
    void orbitEnergiesAddUpToThatOfTheClusterWithPairsTwice() {
        Snapshot snapshot = SmallRuns.cloud(3, 0);
        Bodies b = snapshot.bodies();
        double[] drift = new double[3];
        double mass = 0;
        for (int i = 0; i < b.count(); i++) {
            mass += b.mass[i];
            for (int axis = 0; axis < 3; axis++) {
                drift[axis] += b.mass[i] * b.fields()[3 + axis][i];
            }
        }
        double ofDrift = (drift[0] * drift[0] + drift[1] * drift[1] + drift[2] * drift[2]) / (2 * mass);
        double sum = 0;
        for (double[] row : BlackHoleFeatures.of(snapshot, 0.1)) {
            sum += row[place("mass")] * row[place("orbitEnergy")];
        }
        Diagnostics figures = Diagnostics.of(b, 0.1);
        assertThat(sum).isCloseTo(figures.kinetic() - ofDrift + 2 * figures.potential(), within(1e-12));
    }

    @Test
    void thePairThatIsClosestIsNearestToEachOther() {
        Snapshot snapshot = SmallRuns.cloud(4, 0);
        Diagnostics.ClosestPair pair =
                Diagnostics.of(snapshot.bodies(), 0).closestPair().orElseThrow();
        double[][] rows = BlackHoleFeatures.of(snapshot, 0);
        for (String name : List.of("nearestDistance", "nearestSpeed", "nearestApproachSpeed", "nearestBindingEnergy")) {
            assertThat(rows[pair.slot1()][place(name)])
                    .as(name)
                    .isCloseTo(rows[pair.slot2()][place(name)], within(1e-14));
        }
        assertThat(rows[pair.slot1()][place("nearestDistance")]).isEqualTo(pair.separation());
    }
}
