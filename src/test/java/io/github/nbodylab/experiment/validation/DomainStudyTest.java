package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Domain.Measure;
import io.github.nbodylab.experiment.surrogate.Domain.Position;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DomainStudyTest {

    private static Domain.Reading reading(double box, double neighbour) {
        return new Domain.Reading(Map.of(Measure.BOX, box, Measure.NEIGHBOUR, neighbour));
    }

    private static String[] groups(String name, int n) {
        return IntStream.range(0, n).mapToObj(i -> name + i).toArray(String[]::new);
    }

    @Test
    void theWorstGradeTellsExtrapolationsThatOneMeasureAloneMisses() {
        List<Domain.Reading> within = List.of(reading(.1, .5), reading(.9, .3), reading(.5, 1.4), reading(.2, .2));
        List<Domain.Reading> beyond = List.of(reading(3, .4), reading(.4, 2.5), reading(1.5, 1.5));
        DomainStudy study = DomainStudy.of(within, groups("w", 4), beyond, groups("b", 3), 1);

        assertThat(study.auc().value()).isEqualTo(1);
        assertThat(study.aucs().get(Measure.BOX).value()).isEqualTo(10 / 12.0);
        assertThat(study.within()).containsEntry(Position.INSIDE, 3).containsEntry(Position.EDGE, 1);
        assertThat(study.beyond()).containsEntry(Position.OUTSIDE, 2).containsEntry(Position.EDGE, 1);
        assertThat(study.toJson().at("/measures/box/value").asDouble()).isEqualTo(10 / 12.0);
        assertThat(study.toJson().at("/beyond/outside").asInt()).isEqualTo(2);
    }

    @Test
    void aStudyNeedsBothSides() {
        assertThatThrownBy(() -> DomainStudy.of(List.of(), new String[0], List.of(reading(1, 1)), groups("b", 1), 1))
                .hasMessageContaining("within and beyond");
    }
}
