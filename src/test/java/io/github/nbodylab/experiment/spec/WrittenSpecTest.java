package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenSpecTest {

    @Test
    void keysStandInTheOrderOfTheTextAndItemsOnOneLineEach() {
        assertThat(WrittenSpec.values("""
                seed: 7
                train:
                  models:
                    - constant
                    - polynomial: {degree: 2, ridge: 0.1}
                  crossValidation: {folds: 5}
                """))
                .containsExactly(
                        java.util.Map.entry("seed", List.of("7")),
                        java.util.Map.entry("train.models", List.of("constant", "polynomial: {degree: 2, ridge: 0.1}")),
                        java.util.Map.entry("train.crossValidation.folds", List.of("5")));
    }

    @Test
    void keysOfAnotherLanguageVersionAreKeptAsTheyAre() {
        assertThat(WrittenSpec.values("colour: {of: [sky, sea]}")).containsEntry("colour.of", List.of("sky", "sea"));
    }

    @Test
    void whatIsNoYamlHasNoKeys() {
        assertThat(WrittenSpec.values("a: [1, 2")).isEmpty();
        assertThat(WrittenSpec.values("")).isEmpty();
        assertThat(WrittenSpec.values("only a sentence")).isEmpty();
    }
}
