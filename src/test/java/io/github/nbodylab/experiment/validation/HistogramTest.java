package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static ObjectNode of(List<String> levels, boolean whole, boolean log, double... values) {
        Side[] sides = new Side[values.length];
        Arrays.setAll(sides, i -> i % 4 == 3 ? Side.TEST : Side.TRAIN);
        ObjectNode json = Json.object();
        Histogram.put(json, levels, whole, log, values, sides);
        return json;
    }

    private static double[] numbers(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 0.5 + i).toArray();
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }

    @Test
    void everyRowIsInOneBinOfItsSide() {
        ObjectNode json = of(List.of(), false, false, numbers(100));

        assertThat(json.get("edges")).hasSize(17);
        assertThat(json.at("/edges/0").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/edges/16").asDouble()).isEqualTo(99.5);
        assertThat(sum(json.get("train"))).isEqualTo(75);
        assertThat(sum(json.get("test"))).isEqualTo(25);
        assertThat(json.has("beyond")).isFalse();
        assertThat(json.has("outside")).isFalse();
        assertThat(json.at("/median/test").asDouble()).isEqualTo(51.5);
    }

    @Test
    void farFromZeroEdgesRiseAndHoldEveryRow() {
        double[] dates =
                IntStream.range(0, 100).mapToDouble(i -> 2455000.1 + i / 30.0).toArray();
        ObjectNode json = of(List.of(), false, false, dates);

        for (int i = 0; i < 16; i++) {
            assertThat(json.at("/edges/" + i).asDouble())
                    .isLessThan(json.at("/edges/" + (i + 1)).asDouble());
        }
        assertThat(json.at("/edges/0").asDouble()).isCloseTo(dates[0], within(1e-3));
        assertThat(json.at("/edges/16").asDouble()).isCloseTo(dates[99], within(1e-3));
        assertThat(json.at("/min").asDouble())
                .isLessThan(json.at("/median/test").asDouble());
        assertThat(json.at("/max").asDouble())
                .isGreaterThan(json.at("/median/test").asDouble());
    }

    @Test
    void namesOfFewValuesDifferAndAreBrief() {
        ObjectNode close = of(List.of(), false, false, 6562.81, 6562.83, 6563.2, 6563.2);
        assertThat(close.get("levels")).extracting(JsonNode::asText).containsExactly("6562.81", "6562.83", "6563.2");

        ObjectNode apart = of(List.of(), false, false, 0.1, 0.2154434690031884, 1, 1);
        assertThat(apart.get("levels")).extracting(JsonNode::asText).containsExactly("0.1", "0.2154", "1");
    }

    @Test
    void aBinOfWholeNumbersHasAsManyOfThemAsTheOthers() {
        ObjectNode json = of(
                List.of(), true, false, IntStream.range(0, 62).asDoubleStream().toArray());

        assertThat(json.get("edges")).extracting(JsonNode::asDouble).startsWith(-0.5, 3.5, 7.5);
        assertThat(sum(json.get("train")) + sum(json.get("test"))).isEqualTo(62);
        assertThat(json.at("/min").asInt()).isZero();
        assertThat(json.at("/max").asInt()).isEqualTo(61);
    }

    @Test
    void binsOfALogarithmicColumnHaveEqualRatios() {
        double[] values = IntStream.range(0, 50)
                .mapToDouble(i -> StrictMath.pow(10, i / 10.0))
                .toArray();
        JsonNode edges = of(List.of(), false, true, values).get("edges");

        assertThat(edges.get(8).asDouble() / edges.get(7).asDouble())
                .isCloseTo(edges.get(2).asDouble() / edges.get(1).asDouble(), within(0.01));
    }

    @Test
    void fewNumbersAndWordsAreCountedOneByOne() {
        ObjectNode few = of(List.of(), false, false, 0.25, 0.5, 0.25, 0.5, 0.25);
        ObjectNode words = of(List.of("plummer", "king", "hernquist"), false, false, 0, 2, 2, 0);

        assertThat(few.get("levels")).extracting(JsonNode::asText).containsExactly("0.25", "0.5");
        assertThat(few.get("train")).extracting(JsonNode::asInt).containsExactly(3, 1);
        assertThat(words.get("train")).extracting(JsonNode::asInt).containsExactly(1, 0, 2);
        assertThat(words.has("median")).isFalse();
    }

    @Test
    void whatIsFarOffIsCountedAndNotDrawn() {
        double[] values = numbers(200);
        values[0] = -100;
        values[150] = 1e7;
        ObjectNode json = of(List.of(), false, false, values);

        assertThat(json.get("outside").asInt()).isEqualTo(1);
        assertThat(json.at("/edges/16").asDouble()).isLessThan(400);
        assertThat(json.get("max").asDouble()).isEqualTo(1e7);
        assertThat(sum(json.get("train")) + sum(json.get("test"))).isEqualTo(199);
    }

    @Test
    void missingValuesAreCountedApart() {
        double[] values = numbers(40);
        values[3] = Double.NaN;
        values[4] = Double.NaN;
        ObjectNode json = of(List.of(), false, false, values);

        assertThat(json.get("missing").asInt()).isEqualTo(2);
        assertThat(sum(json.get("train")) + sum(json.get("test"))).isEqualTo(38);
    }
}
