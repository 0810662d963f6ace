package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefTest {

    @Test
    void numbersNearZeroHaveFourDigits() {
        assertThat(added(0.123456, 7.65432)).containsExactly(0.1235, 7.654);
    }

    @Test
    void numbersFarFromZeroBesideTheirRangeKeepTheirDifferences() {
        assertThat(added(2455000.1, 2455001.75, 2455003.4)).isSorted().doesNotHaveDuplicates();
        assertThat(added(6562.81, 6563.015, 6563.2)).containsExactly(6562.81, 6563.015, 6563.2);
    }

    @Test
    void aNumberAloneKeepsItsDigits() {
        assertThat(added(2455000.25)).containsExactly(2455000.25);
    }

    private static List<Double> added(double... values) {
        ArrayNode array = Json.object().arrayNode();
        Brief.addAll(array, values);
        List<Double> added = new ArrayList<>();
        array.forEach(number -> added.add(number.asDouble()));
        return added;
    }
}
