package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import org.junit.jupiter.api.Test;

class TrainingDetailsTest {

    @Test
    void manyLongCurvesAreThinnedUntilARecordHoldsThemAndEndWithTheirLastEpoch() {
        JsonNode small = TrainingDetails.small(details(100));

        assertThat(small.path("networks").asInt()).isEqualTo(100);
        assertThat(small.path("lossCurves")).hasSize(8);
        assertThat(Json.canonical(small).length()).isLessThan(30_000);
        for (JsonNode curve : small.path("lossCurves")) {
            int last = curve.path("epochs").size() - 1;
            assertThat(curve.path("epochs")).hasSize(50);
            assertThat(curve.path("training")).hasSize(50);
            assertThat(curve.path("epochs").get(last).asInt()).isEqualTo(500);
            assertThat(curve.path("training").get(last).asDouble()).isEqualTo(1 / 500.0);
            assertThat(curve.path("keptEpoch").asInt()).isEqualTo(77);
        }
    }

    @Test
    void fewCurvesStayWhole() {
        ObjectNode details = details(4);

        assertThat(TrainingDetails.small(details).path("lossCurves")).isEqualTo(details.path("lossCurves"));
    }

    @Test
    void curvesOfTargetsThatWereFittedApartAreThinnedAndTheRestIsKept() {
        ObjectNode details = Json.object().put("conditionNumber", 3.5);
        details.set("redshift", details(100));

        JsonNode small = TrainingDetails.small(details);

        assertThat(small.path("conditionNumber").asDouble()).isEqualTo(3.5);
        assertThat(small.at("/redshift/lossCurves")).hasSize(8);
    }

    /** Every fifth of 500 epochs, as training keeps them. */
    private static ObjectNode details(int networks) {
        ObjectNode details = Json.object();
        ArrayNode curves = details.putArray("lossCurves");
        for (int n = 0; n < networks; n++) {
            ObjectNode curve = curves.addObject().put("keptEpoch", 77);
            ArrayNode epochs = curve.putArray("epochs");
            ArrayNode training = curve.putArray("training");
            for (int epoch = 5; epoch <= 500; epoch += 5) {
                epochs.add(epoch);
                training.add(1.0 / epoch);
            }
        }
        return details;
    }
}
