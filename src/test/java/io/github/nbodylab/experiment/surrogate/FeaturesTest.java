package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final Input NUMBER = new Input("x", Input.Kind.REAL, false, 1, 2, 0, 10, List.of());
    private static final Input LOG = new Input("k", Input.Kind.REAL, true, 0, 1, 0.1, 8, List.of());
    private static final Input WORD = Input.category("profile", List.of("plummer", "hernquist", "king"));

    @Test
    void aPolynomialHasEveryCrossTermOnceAndSortedByDegree() {
        List<Term> terms = Term.upToDegree(List.of(NUMBER, LOG, NUMBER), 3);

        assertThat(terms).hasSize(20).doesNotHaveDuplicates();
        assertThat(terms.get(0)).isEqualTo(Term.INTERCEPT);
        assertThat(terms).extracting(Term::degree).isSorted();
    }

    @Test
    void aCategoryIsOneFactorWithItsFirstLevelAsReference() {
        List<Term> terms = Term.upToDegree(List.of(NUMBER, WORD), 2);

        // 1, x, two levels, x^2, x times two levels: never two levels of one category at once
        assertThat(terms).hasSize(7);
        assertThat(Features.terms(List.of(NUMBER, WORD), terms, new double[] {5, 0}))
                .containsExactly(1, 2, 0, 0, 4, 0, 0);
    }

    @Test
    void numbersAreLoggedAndScaledAndCategoriesBecomeOneColumnForEachLevel() {
        List<Input> inputs = List.of(WORD, LOG, NUMBER, WORD);

        assertThat(Features.oneHot(inputs, new double[] {2, StrictMath.E, 5, 0}))
                .containsExactly(0, 0, 1, StrictMath.log(StrictMath.E), 2, 1, 0, 0);
        assertThat(Features.columns(inputs)).containsExactly(0, 0, 0, 1, 2, 3, 3, 3);
    }

    @Test
    void whatCannotBeScaledIsRefusedByTheNameOfTheInput() {
        List<Input> inputs = List.of(LOG, WORD);

        assertThatThrownBy(() -> Features.scaled(inputs, new double[] {0, 1}))
                .hasMessageContaining("'k' must be above 0");
        assertThatThrownBy(() -> Features.scaled(inputs, new double[] {Double.NaN, 1}))
                .hasMessageContaining("'k' must be a finite number");
        assertThatThrownBy(() -> Features.scaled(inputs, new double[] {1, 3}))
                .hasMessageContaining("'profile' is an index into [plummer, hernquist, king]");
        assertThatThrownBy(() -> Features.scaled(inputs, new double[] {1}))
                .hasMessageContaining("2 inputs (k, profile), not 1");
    }
}
