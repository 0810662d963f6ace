package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ModelSpec;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImputingRungTest {

    private static final double NONE = Double.NaN;

    private static final List<Column> COLUMNS = List.of(
            new Column("x", Input.Kind.REAL, false, 0, 0, List.of(), "1", true),
            new Column("word", Input.Kind.CATEGORY, false, 0, 0, List.of("a", "b", "c"), "1", true),
            Tables.number("whole"));

    private static final double[][] INPUTS = {
        {1, 0, 1}, {NONE, 1, 2}, {2, 1, 3}, {9, NONE, 4}, {30, 2, 5}, {4, 2, 6}, {40, 0, 7}
    };

    @Test
    void aMissingInputCountsAsTheMedianOrTheFirstMostFrequentWord() throws Exception {
        Surrogate model = linear().fit(rows(INPUTS)).surrogate();

        assertThat(model.predict(new double[] {NONE, 1, 3})).isEqualTo(model.predict(new double[] {6.5, 1, 3}));
        assertThat(model.predict(new double[] {2, NONE, 3})).isEqualTo(model.predict(new double[] {2, 0, 3}));
        assertThat(model.predict(Map.of("whole", 3))).isEqualTo(model.predict(new double[] {6.5, 0, 3}));
    }

    @Test
    void anInputWithoutGapsMustBeThere() throws Exception {
        Surrogate model = linear().fit(rows(INPUTS)).surrogate();

        assertThat(model.mayMiss(0)).isTrue();
        assertThat(model.mayMiss(2)).isFalse();
        assertThatThrownBy(() -> model.predict(new double[] {1, 1, NONE}))
                .hasMessageContaining("the input 'whole' must be a finite number");
        assertThatThrownBy(() -> model.predict(Map.of("x", 3))).hasMessageContaining("the input 'whole' is missing");
    }

    @Test
    void whatIsFilledInComesFromTheRowsOfTheFitAlone() throws Exception {
        TrainingTable all = rows(INPUTS);
        int[] folds = {0, 1, 2, 3, 4, 1, 5};
        double[][] outOfFold = CrossValidation.predict(linear(), all, folds).outputs();

        Surrogate withoutFold1 = linear().fit(all.rows(0, 2, 3, 4, 6)).surrogate();
        assertThat(outOfFold[1]).containsExactly(withoutFold1.predict(new double[] {9, 1, 2}));
    }

    @Test
    void rowsWithoutGapsMakeTheSameModelAsEver() throws Exception {
        double[][] whole = {{1, 0, 1}, {3, 1, 2}, {2, 1, 3}, {9, 0, 4}, {30, 2, 5}, {4, 2, 6}, {5, 0, 7}};
        List<Column> columns = List.of(Tables.number("x"), Tables.category("word", "a", "b", "c"), Tables.number("w"));
        TrainingTable rows = Tables.of(false, columns, whole, new double[] {1, 2, 3, 4, 6, 6, 8});

        assertThat(linear().fit(rows).json().has("missing")).isFalse();
    }

    @Test
    void anInputThatIsMissingInAllRowsOfAFitIsRefused() {
        assertThatThrownBy(() -> linear().fit(rows(INPUTS).rows(1)))
                .isInstanceOf(FitFailedException.class)
                .hasMessageContaining("the input 'x' is missing in all rows that it is fitted to");
    }

    @Test
    void theDomainKnowsRowsWithGapsByWhatIsFilledIn() {
        TrainingTable rows = rows(INPUTS);
        ObjectNode domain = Reach.of(rows, fitted(rows), Optional.empty()).withObject("domain");
        TrainingTable filled = rows.filled(ImputingRung.instead(rows));

        assertThat(ImputingRung.instead(rows)).containsExactly(6.5, 0, 4);
        assertThat(domain).isEqualTo(ApplicabilityDomain.of(filled, Optional.empty()));
    }

    @Test
    void aPointWithAGapIsGradedAsTheFilledOne() throws Exception {
        TrainingTable rows = rows(INPUTS);
        Surrogate model = fitted(rows)
                .with(Reach.of(rows, fitted(rows), Optional.empty()))
                .surrogate();

        assertThat(model.reading(new double[] {NONE, 1, 3})).isEqualTo(model.reading(new double[] {6.5, 1, 3}));
        assertThat(model.reading(new double[] {NONE, 1, 70}).orElseThrow().position())
                .isEqualTo(Domain.Position.OUTSIDE);
    }

    private static Fit fitted(TrainingTable rows) {
        try {
            return linear().fit(rows);
        } catch (FitFailedException e) {
            throw new AssertionError(e);
        }
    }

    private static Rung linear() {
        return Rung.of(new ModelSpec.Polynomial(1), 2, 1);
    }

    private static TrainingTable rows(double[][] inputs) {
        double[][] values = {{1}, {2}, {3}, {4}, {6}, {6}, {8}};
        return Tables.of(List.of(Target.real("y")), COLUMNS, inputs, values);
    }
}
