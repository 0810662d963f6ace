// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {

    private static Tree read(String features, String rights) {
        String json = "{\"features\": [" + features + "], \"rights\": [" + rights
                + "], \"thresholds\": [0.5, 0, 2, 0, 0], \"leaves\": [10, 20, 30]}";
        return Tree.read(Fields.of(JsonText.parse(json), "tree"), 2, 1);
    }

    @Test
    void aPointGoesLeftUpToTheThresholdAndElseRight() {
        Tree tree = read("0, -1, 1, -1, -1", "2, 0, 4, 1, 2");
        assertThat(tree.leaf(new double[] {0.5, 9})).containsExactly(10);
        assertThat(tree.leaf(new double[] {0.6, 2})).containsExactly(20);
        assertThat(tree.leaf(new double[] {0.6, 2.1})).containsExactly(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0, -1, 1, -1, -1; 2, 0, 5, 1, 2",
                "0, -1, 1, -1, -1; 2, 0, 2, 1, 2",
                "0, -1, 1, -1, -1; 2, 0, 4, 1, 3",
                "0, -1, 2, -1, -1; 2, 0, 4, 1, 2",
                "0, -1, 1, -1, 0; 2, 0, 4, 1, 2"
            })
    void aDamagedTreeIsRefused(String features, String rights) {
        assertThatThrownBy(() -> read(features, rights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("node \\d of a tree leads nowhere");
    }
}
