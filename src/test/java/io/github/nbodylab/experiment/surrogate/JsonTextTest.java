package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonText.parse(" {\"a\": [1, -2.5e-3, true, false, null, {}, []], \"\\u00e9\\n\": \"\\\"\\\\\"}\n"))
                .isEqualTo(Map.of(
                        "a", Arrays.asList(1.0, -0.0025, true, false, null, Map.of(), List.of()), "\u00e9\n", "\"\\"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,]",
                "[1 2]",
                "{\"a\" 1}",
                "{a: 1}",
                "{\"a\": 1,}",
                "01",
                "+1",
                "1.",
                ".5",
                "NaN",
                "tru",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12\"",
                "1 1",
                "[1]]",
                "'a'"
            })
    void whatIsNotJsonIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> JsonText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in line 1");
    }

    @Test
    void nestingBeyondAnyModelIsRefusedRatherThanExhaustingTheStack() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000))).hasMessageContaining("nested too deeply");
        assertThat(JsonText.parse("[" + "[],".repeat(1000) + "{}]"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1001);
    }
}
