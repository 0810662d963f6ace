package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleLinesTest {

    @Test
    void eachRuleHasTheLineOnWhichItBegins() {
        assertThat(RuleLines.of("""
                name: tiny
                validate:
                  # what counts as good enough
                  accept:
                    - {model: chosen, metric: q2, min: 0.85}

                    - model: chosen
                      beats: constant
                """)).containsExactly(5, 7);
    }

    @Test
    void rulesOnOneLineShareIt() {
        assertThat(RuleLines.of("validate: {accept: [{model: a}, {model: b}]}\n"))
                .containsExactly(1, 1);
    }

    @Test
    void aSpecWithoutRulesHasNone() {
        assertThat(RuleLines.of("name: tiny\nvalidate: {studies: []}\n")).isEmpty();
        assertThat(RuleLines.of("name: tiny\n")).isEmpty();
    }
}
