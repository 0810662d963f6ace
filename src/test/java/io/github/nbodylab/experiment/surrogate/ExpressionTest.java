package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final List<Input> INPUTS = List.of(
            number("k"),
            number("time"),
            Input.category("profile", List.of("plummer", "hernquist")),
            number("g - r"),
            number("log"));

    private static Input number(String name) {
        return new Input(name, Input.Kind.REAL, false, 0, 1, 0, 1, List.of());
    }

    /** At k = 3, time = 2, profile = hernquist, g - r = 0.7, log = 11. */
    private static double value(String text) {
        return Expression.parse(text).over(INPUTS).applyAsDouble(new double[] {3, 2, 1, 0.7, 11});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "7 - 2 - 1 | 4",
                "8 / 4 / 2 | 1",
                "8 / 4 * 2 | 4",
                "2 ^ 3 ^ 2 | 512",
                "-2 ^ 2 | -4",
                "(-2) ^ 2 | 4",
                "2 ^ -1 | 0.5",
                "2 * -3 | -6",
                "1 - -1 | 2",
                "- - 1 | 1",
                "+1 | 1",
                "1 / 2 | 0.5",
                "7 / 2 * 2 | 7",
                ".5 + 5. + 1e-1 + 2E+0 | 7.6",
                "2 * 3 ^ 2 | 18",
                "-k ^ 2 * time | -18"
            })
    void operatorsBindAsInAFormula(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqrt(16) | 4",
                "exp(0) | 1",
                "log(e) | 1",
                "log10(1000) | 3",
                "sin(pi / 2) | 1",
                "cos(0) | 1",
                "tan(pi / 4) | 1",
                "atan(1) * 4 | 3.141592653589793",
                "pow(2, 10) | 1024",
                "min(3, 1, 2) | 1",
                "max(3, k, time) | 3",
                "abs(-k) | 3",
                "max(abs(min(1, -2)), 1) | 2"
            })
    void functionsAreThoseOfMathematics(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void namesAreInputsAndThoseInBackQuotesMayHaveAnyCharacters() {
        assertThat(value("0.5 * k ^ 2 * time")).isEqualTo(9);
        assertThat(value("`g - r` + 1")).isEqualTo(1.7);
        assertThat(value("log + log(1)")).isEqualTo(11);
        Expression expression = Expression.parse("time + k * time + [profile = plummer] + e");
        assertThat(expression.numbers()).containsExactly("time", "k");
        assertThat(expression.indicators()).containsExactly(new Expression.Indicator("profile", "plummer"));
    }

    @Test
    void aLevelIsOneWhereTheCategoryHasItElseZero() {
        assertThat(value("2 * [profile = hernquist] + 5 * [ profile=plummer ] + k"))
                .isEqualTo(5);
    }

    @Test
    void whatIsNotDefinedIsNotANumber() {
        assertThat(value("log(0 - k)")).isNaN();
        assertThat(value("k / 0")).isInfinite();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "## | 1 | a number, an input, a function or '(' is missing at the end",
                "1 + | 4 | a number, an input, a function or '(' is missing at the end",
                "1 + * 2 | 5 | a number, an input, a function or '(' is missing before '*'",
                "2 ** 3 | 4 | a number, an input, a function or '(' is missing before '*'",
                "(1 + 2 | 7 | ')' is missing at the end",
                "1 + 2) | 6 | ')' closes nothing",
                "2 k | 3 | an operator is missing before 'k'",
                "2 3 | 3 | an operator is missing before '3'",
                "k $ 2 | 3 | an operator is missing before '$'",
                "sqrt(1, 2) | 1 | sqrt takes one number, not 2",
                "1 + pow(2) | 5 | pow takes two numbers, not 1",
                "min(1) | 1 | min takes two or more numbers, not 1",
                "sin() | 5 | a number, an input, a function or '(' is missing before ')'",
                "1e999 | 1 | a number is too large",
                "[profile plummer] | 10 | '=' is missing before 'plummer'",
                "[profile = ] | 12 | a level is missing after '='",
                "[= a] | 2 | the name of a category is missing after '['"
            })
    void anErrorSaysWhereAndWhat(String text, int position, String message) {
        ExpressionException error = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(text));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void anUnknownFunctionIsToldWithThoseThatAreKnown() {
        assertThatThrownBy(() -> Expression.parse("ln(2)"))
                .hasMessage("there is no function 'ln'; known are abs, atan, cos, exp, log, log10, sin, sqrt, tan, pow,"
                        + " max, min");
    }

    @Test
    void nestingHasALimitThatSavesTheStack() {
        String deep = Stream.generate(() -> "(").limit(100_000).collect(Collectors.joining());
        assertThatThrownBy(() -> Expression.parse(deep)).hasMessage("the expression is nested too deeply");
        assertThatThrownBy(() -> Expression.parse("-".repeat(100_000) + "1")).hasMessageContaining("nested");
    }

    @Test
    void whatTheInputsDoNotHaveIsRefused() {
        assertThatThrownBy(() -> Expression.parse("q + 1").over(INPUTS))
                .hasMessage("the expression uses 'q', which is no input; there are k, time, profile, g - r, log");
        assertThatThrownBy(() -> Expression.parse("profile + 1").over(INPUTS))
                .hasMessage("the input 'profile' is a category, which is no number: ask for a level, such as"
                        + " [profile = plummer]");
        assertThatThrownBy(() -> Expression.parse("[profile = king]").over(INPUTS))
                .hasMessage("the input 'profile' has no level 'king', but [plummer, hernquist]");
        assertThatThrownBy(() -> Expression.parse("[k = 3]").over(INPUTS))
                .hasMessage("the input 'k' has no level '3', but []");
    }
}
