package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.spec.GaussianProcessSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VectorRungTest {

    private static final List<Target> PLACE = List.of(Target.real("x"), Target.real("y"));

    private static TrainingTable spiral() throws Exception {
        double[][] inputs = new double[30][];
        double[][] places = new double[30][];
        for (int i = 0; i < inputs.length; i++) {
            double phase = 0.3 * i;
            inputs[i] = new double[] {phase};
            places[i] = new double[] {phase * StrictMath.cos(phase), phase * StrictMath.sin(phase)};
        }
        return Tables.of(PLACE, Tables.numbers(1), inputs, places);
    }

    @Test
    void eachTargetIsPredictedAsIfItWereAlone() throws Exception {
        TrainingTable rows = spiral();
        for (ModelSpec spec : List.of(
                new ModelSpec.Constant(),
                new ModelSpec.Linear(ModelSpec.Counts.QUASI_POISSON),
                new ModelSpec.Polynomial(3),
                new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, 5, 0.05, OptionalDouble.empty(), 3),
                new RandomForestSpec(10, 30, 1, OptionalDouble.empty(), 1),
                GaussianProcessSpec.of(Kernels.of("matern-5/2"), GaussianProcessSpec.LengthScales.PER_INPUT))) {
            Rung rung = Rung.of(spec, 5, 1);
            Surrogate both = rung.fit(rows).surrogate();
            Surrogate x = rung.fit(rows.only(0)).surrogate();
            Surrogate y = rung.fit(rows.only(1)).surrogate();
            assertThat(both.targets()).isEqualTo(PLACE);
            for (double[] row : rows.inputs()) {
                assertThat(both.outputs(row)).containsExactly(x.predict(row), y.predict(row));
            }
        }
    }

    @Test
    void severalTargetsAreNotTakenForOne() throws Exception {
        Surrogate both = Rung.of(new ModelSpec.Constant(), 5, 1).fit(spiral()).surrogate();
        assertThatThrownBy(() -> both.predict(new double[] {1}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the model predicts x and y together: ask for its outputs");
    }
}
