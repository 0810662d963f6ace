package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.spec.LogisticSpec;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rung promises. */
class LadderRungsTest {

    private static final List<Column> COLUMNS =
            List.of(Tables.number("a"), Tables.number("b"), Tables.category("c", "u", "v", "w"));

    record Case(Rung rung, TrainingTable rows) {
        @Override
        public String toString() {
            return rung.name() + " of a " + rows.target().kind().text();
        }
    }

    static Stream<Case> cases() {
        List<TrainingTable> tables = List.of(
                table(Target.real("y")),
                table(Target.count("y")),
                table(Target.ofClasses("y", List.of("p", "q", "r"))));
        return specs().map(spec -> Rung.of(spec, 3, 5))
                .flatMap(rung ->
                        tables.stream().filter(rows -> rung.fits(rows.target())).map(rows -> new Case(rung, rows)));
    }

    private static Stream<ModelSpec> specs() {
        return Stream.of(
                new ModelSpec.Linear(ModelSpec.Counts.QUASI_POISSON),
                new ModelSpec.Linear(ModelSpec.Counts.NEGATIVE_BINOMIAL),
                new ModelSpec.Polynomial(2, 0.5, ModelSpec.Counts.NEGATIVE_BINOMIAL),
                new LogisticSpec(1, 2),
                new SupportVectorSpec(SupportVectorSpec.Kernel.GAUSSIAN, 10, 0.05, OptionalDouble.empty(), 3),
                new SupportVectorSpec(SupportVectorSpec.Kernel.LINEAR, 1, 0.05, OptionalDouble.empty(), 3),
                new SupportVectorSpec(SupportVectorSpec.Kernel.POLYNOMIAL, 1, 0.05, OptionalDouble.of(0.3), 2),
                new RandomForestSpec(20, 30, 2, OptionalDouble.empty(), 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aModelReadBackFromItsFilePredictsTheSameBits(Case told) throws Exception {
        Fit fit = told.rung.fit(told.rows);
        String text = Json.canonical(fit.json());
        Surrogate model = Surrogate.parse(text);
        Surrogate again = Surrogate.parse(Json.canonical(Json.parse(text)));
        for (double[] row : told.rows.inputs()) {
            assertThat(model.outputs(row)).containsExactly(again.outputs(row));
            assertThat(model.outputs(row)).containsExactly(fit.surrogate().outputs(row));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFitIsTheSameOnAnyNumberOfThreads(Case told) throws Exception {
        String here = Json.canonical(told.rung.fit(told.rows).json());
        for (int threads : new int[] {1, 7}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                Fit there = pool.submit(() -> told.rung.fit(told.rows)).get();
                assertThat(Json.canonical(there.json())).isEqualTo(here);
            } finally {
                pool.shutdown();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void manyThreadsMayAskOneModel(Case told) throws Exception {
        Surrogate model = told.rung.fit(told.rows).surrogate();
        double[][] inputs = told.rows.inputs();
        List<double[]> together = IntStream.range(0, 40 * inputs.length)
                .parallel()
                .mapToObj(i -> model.outputs(inputs[i % inputs.length]))
                .toList();
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).containsExactly(model.outputs(inputs[i % inputs.length]));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOutputIsFiniteAndProbabilitiesSumToOne(Case told) throws Exception {
        Surrogate model = told.rung.fit(told.rows).surrogate();
        for (double[] row : new double[][] {{-3, 10, 0}, {0.5, 0.5, 1}, {3, -2, 2}}) {
            double[] outputs = model.outputs(row);
            if (told.rows.target().isClass()) {
                assertThat(IntStream.range(0, 3).mapToDouble(k -> outputs[k]).sum())
                        .isCloseTo(1, within(1e-12));
                assertThat(Arrays.stream(outputs).min().orElseThrow()).isNotNegative();
            } else {
                assertThat(outputs[0]).isFinite();
                assertThat(!told.rows.target().isCount() || outputs[0] >= 0).isTrue();
            }
        }
    }

    @Test
    void aRungSaysWhatItCannotPredict() {
        Target number = Target.real("y");
        Target kind = Target.ofClasses("y", List.of("p", "q"));
        assertThat(specs().map(spec -> Rung.of(spec, 3, 5))
                        .filter(rung -> !rung.fits(kind))
                        .map(Rung::name)
                        .distinct())
                .containsExactly("linear", "polynomial");
        assertThat(specs().map(spec -> Rung.of(spec, 3, 5))
                        .filter(rung -> !rung.fits(number))
                        .map(Rung::name))
                .containsExactly("logistic");
    }

    private static TrainingTable table(Target target) {
        UniformRandomProvider random = Seeds.random("a table for every rung");
        double[][] inputs = new double[60][];
        double[][] values = new double[60][1];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new double[] {random.nextDouble(), random.nextDouble(), i % 3};
            double signal = 4 * inputs[i][0] - 2 * inputs[i][1] + inputs[i][2] + random.nextDouble();
            values[i][0] = target.isClass()
                    ? (signal < 2 ? 0 : signal < 3.5 ? 1 : 2)
                    : target.isCount() ? Math.max(0, StrictMath.rint(signal)) : signal;
        }
        return Tables.of(List.of(target), COLUMNS, inputs, values);
    }
}
