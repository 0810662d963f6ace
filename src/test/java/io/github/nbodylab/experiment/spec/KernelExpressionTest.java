package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "rbf, rbf",
        "matern-5/2+linear, matern-5/2 + linear",
        "rbf * matern-3/2 + linear, rbf * matern-3/2 + linear",
        "rbf * (matern-3/2 + linear), rbf * (matern-3/2 + linear)",
        "((rbf) * (rbf * linear)), rbf * rbf * linear",
        "(rbf + linear) + rbf, rbf + linear + rbf"
    })
    void itsTextHasNoMoreParenthesesThanItNeeds(String written, String text) throws KernelSyntaxException {
        assertThat(KernelExpression.parse(written).text()).isEqualTo(text);
        assertThat(KernelExpression.parse(text)).isEqualTo(KernelExpression.parse(written));
    }

    @Test
    void aProductBindsMoreTightlyThanASum() throws KernelSyntaxException {
        assertThat(KernelExpression.parse("rbf + linear * rbf"))
                .isInstanceOfSatisfying(
                        KernelExpression.Sum.class,
                        sum -> assertThat(sum.terms()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rbf + + rbf|at character 7: a kernel is missing",
                "rbf *|at its end: a kernel is missing",
                "rbf ) |at character 5: a parenthesis is closed that was not opened",
                "linear * (rbf + rbf|at character 10: the parenthesis is never closed",
                "(rbf linear)|at character 6: '+', '*' or ')' is missing",
                "rbf(linear)|at character 4: '+' or '*' is missing",
                "rbf + periodic|at character 7: unknown kernel 'periodic'"
            })
    void whatIsWrongIsSaidWithItsPlace(String text, String complaint) {
        assertThatThrownBy(() -> KernelExpression.parse(text))
                .isInstanceOf(KernelSyntaxException.class)
                .hasMessage("'" + text + "', " + complaint);
    }
}
