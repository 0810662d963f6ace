package io.github.nbodylab.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void keysAreSortedAndPlainArraysStandOnOneLine() {
        ObjectNode tree = Json.object().put("b", true);
        tree.putArray("a").add(1).add(2.5).add("x");
        tree.putArray("c").addObject().put("d", 1e-9);
        assertThat(Json.canonical(tree)).isEqualTo("""
                        {
                          "a": [1, 2.5, "x"],
                          "b": true,
                          "c": [
                            {
                              "d": 1.0E-9
                            }
                          ]
                        }
                        """);
    }

    @Test
    void textReadsBack() {
        ObjectNode tree = Json.object().put("text", "line\nquote\" \\ tab\t über \u2028");
        assertThat(Json.parse(Json.canonical(tree))).isEqualTo(tree);
    }

    @Test
    void thereIsNoNumberForNotANumber() {
        assertThatThrownBy(() -> Json.canonical(Json.object().put("x", Double.NaN)))
                .hasMessageContaining("NaN");
    }
}
