package io.github.nbodylab.experiment.model.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.model.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {

    @Test
    void aPowerLawHasItsExponent() {
        List<Double> groups = List.of(10.0, 20.0, 40.0, 80.0);
        List<Double> errors =
                groups.stream().map(n -> 7 * StrictMath.pow(n, -0.6)).toList();

        assertThat(Slope.exponent(groups, errors)).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void anErrorThatIsNotAboveZeroHasNone() {
        assertThat(Slope.exponent(List.of(10.0, 20.0), List.of(1.0, 0.0))).isNaN();
        assertThat(Slope.exponent(List.of(10.0, 20.0), List.of(1.0, Double.NaN)))
                .isNaN();
    }

    @Test
    void halvingAnErrorThatFallsAsTheRootTakesFourTimesAsManySimulations() {
        JsonNode json = new Slope(new Interval(0.5, 0.25, 1), true).toJson();

        assertThat(json.path("trend").asText()).isEqualTo("falls");
        assertThat(json.at("/halvingTakes/value").asDouble()).isEqualTo(4);
        assertThat(json.at("/halvingTakes/low").asDouble()).isEqualTo(2);
        assertThat(json.at("/halvingTakes/high").asDouble()).isEqualTo(16);
    }

    @Test
    void aCurveThatIsFlatOrMayBeByChancePromisesNothing() {
        JsonNode flat = new Slope(new Interval(0.05, -0.1, 0.2), true).toJson();
        JsonNode unclear = new Slope(new Interval(0.5, -0.1, 1.2), true).toJson();
        JsonNode hidden = new Slope(new Interval(0.5, 0.1, 1.2), false).toJson();

        assertThat(hidden.path("trend").asText()).isEqualTo("unclear");
        assertThat(flat.path("trend").asText()).isEqualTo("flat");
        assertThat(unclear.path("trend").asText()).isEqualTo("unclear");
        assertThat(flat.has("halvingTakes") || unclear.has("halvingTakes")).isFalse();
    }
}
