package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.spec.Relevance.Extent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a parameter means depends on the words beside it. */
class RelevanceTest {

    private static Value word(String word) {
        return new Value.Word(word);
    }

    private static Value real(double number) {
        return new Value.Real(number);
    }

    @Test
    void aPointLosesWhatItsWordsMakeMeaningless() {
        assertThat(Relevance.meant(Map.of(
                        "particles", new Value.Whole(64),
                        "profile", word("plummer"),
                        "W0", real(6),
                        "masses", word("kroupa"),
                        "minMass", real(0.1),
                        "massExponent", real(2),
                        "binaryFraction", real(0),
                        "minSemiMajorAxis", real(1e-3),
                        "criterion", word("none"),
                        "captureNumber", real(1))))
                .containsOnlyKeys("particles", "profile", "masses", "minMass", "binaryFraction", "criterion");
    }

    @Test
    void whatDependsOnAWordThatMeansNothingMeansNothingEither() {
        assertThat(Relevance.meant(Map.of(
                        "profile", word("file"), "masses", word("kroupa"), "minMass", real(1), "rotation", real(1))))
                .containsOnlyKeys("profile");
    }

    @Test
    void aWordThatIsNotNamedIsTheDefault() {
        assertThat(Relevance.isMeant("particles", Map.of())).isTrue();
        assertThat(Relevance.isMeant("captureNumber", Map.of())).isTrue();
        assertThat(Relevance.isMeant("W0", Map.of())).isFalse();
    }

    @Test
    void aParameterMeansSomethingWhereOneValueOfItsWordSaysSo() {
        Axis both = new Axis.Choice(List.of(word("plummer"), word("king")));
        assertThat(Relevance.extent("W0", Map.of("profile", Optional.of(both)))).isEqualTo(Extent.SOMEWHERE);
        assertThat(Relevance.extent("virialRatio", Map.of("profile", Optional.of(both))))
                .isEqualTo(Extent.EVERYWHERE);
        assertThat(Relevance.extent("W0", Map.of())).isEqualTo(Extent.NOWHERE);
        assertThat(Relevance.extent("W0", Map.of("profile", Optional.empty()))).isEqualTo(Extent.UNKNOWN);
    }

    @Test
    void whatAParameterIsTakenForWhereItIsNotNamedIsTheDefaultOfTheLanguage() {
        for (Parameter parameter : Parameter.ALL) {
            Relevance.Condition condition = Relevance.condition(parameter.name());
            if (condition != null) {
                Value byDefault = Parameter.ALL.stream()
                        .filter(known -> known.name().equals(condition.parent()))
                        .flatMap(known -> known.byDefault().stream())
                        .findFirst()
                        .orElseThrow();
                assertThat(Relevance.isMeant(parameter.name(), Map.of()))
                        .as(parameter.name())
                        .isEqualTo(Relevance.isMeant(parameter.name(), Map.of(condition.parent(), byDefault)));
            }
        }
    }
}
