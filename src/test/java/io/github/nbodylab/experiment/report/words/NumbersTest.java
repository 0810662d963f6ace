package io.github.nbodylab.experiment.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void numbersReadAsPeopleWriteThem() {
        assertThat(Numbers.significant(4.71e-6, 2)).isEqualTo("4.7\u00a0\u00d7\u00a010\u207b\u2076");
        assertThat(Numbers.significant(0.0123456, 3)).isEqualTo("0.0123");
        assertThat(Numbers.significant(-1.5, 2)).isEqualTo("\u22121.5");
        assertThat(Numbers.brief(64, 3)).isEqualTo("64");
        assertThat(Numbers.brief(256, 2)).isEqualTo("256");
        assertThat(Numbers.count(2541700L)).isEqualTo("2\u202f541\u202f700");
        assertThat(Numbers.count(-12345L)).isEqualTo("\u221212\u202f345");
        assertThat(Numbers.count(-6971L)).isEqualTo("\u22126971");
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("\u2013");
        assertThat(Numbers.fixed(-999.9994, 3)).isEqualTo("\u2212999.999");
        assertThat(Numbers.fixed(-1.06797e42, 3)).isEqualTo("\u22121.07\u00a0\u00d7\u00a010\u2074\u00b2");
    }

    @Test
    void aNearlyPerfectScoreIsNotRoundedToPerfect() {
        assertThat(Numbers.skill(0.872)).isEqualTo("0.87");
        assertThat(Numbers.skill(0.9962)).isEqualTo("0.996");
        assertThat(Numbers.skill(0.99986)).isEqualTo("0.9999");
    }

    @Test
    void durationsReadAsPeopleSayThem() {
        assertThat(Numbers.seconds(0.0001)).isEqualTo("< 0.001\u00a0s");
        assertThat(Numbers.seconds(104.2)).isEqualTo("1\u00a0min 44\u00a0s");
        assertThat(Numbers.seconds(7260)).isEqualTo("2\u00a0h 1\u00a0min");
    }
}
