package io.github.nbodylab.experiment.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MathSelfTestTest {

    @Test
    void underTheWorkersFlagsMathIsStrictMath() {
        assertThat(MathSelfTest.firstDifference()).isEmpty();
    }
}
