package io.github.nbodylab.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Domain.Measure;
import io.github.nbodylab.experiment.surrogate.Domain.Position;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.Column;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import io.github.nbodylab.experiment.validation.DomainStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ApplicabilityDomainTest {

    private static double[][] uniform(int n, int d, String purpose, Predicate<double[]> kept) {
        UniformRandomProvider random = Seeds.random(purpose);
        List<double[]> rows = new ArrayList<>();
        while (rows.size() < n) {
            double[] row = random.doubles(d).toArray();
            if (kept.test(row)) {
                rows.add(row);
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static TrainingTable table(List<Column> columns, double[][] inputs) {
        return Tables.of(false, columns, inputs, new double[inputs.length]);
    }

    private static Domain domain(List<Column> columns, double[][] inputs) {
        return Domain.parse(Json.canonical(ApplicabilityDomain.of(table(columns, inputs), Optional.empty())));
    }

    private static Domain.Reading at(Domain domain, double... point) {
        return domain.at(point, OptionalDouble.empty());
    }

    private static long count(Domain domain, double[][] rows, Position position) {
        return List.of(rows).stream()
                .filter(row -> at(domain, row).position() == position)
                .count();
    }

    @Test
    void noTrainingRowIsOutsideAndNearlyAllAreInside() {
        for (int d = 1; d <= 6; d++) {
            double[][] rows = uniform(200, d, "rows " + d, row -> true);
            Domain domain = domain(Tables.numbers(d), rows);

            assertThat(count(domain, rows, Position.OUTSIDE)).isZero();
            assertThat(count(domain, rows, Position.INSIDE)).isGreaterThan(190);
        }
    }

    @Test
    void furtherRowsOfTheSameKindAreRarelyOutside() {
        for (int d = 1; d <= 6; d++) {
            Domain domain = domain(Tables.numbers(d), uniform(200, d, "rows " + d, row -> true));
            double[][] further = uniform(1000, d, "further " + d, row -> true);

            assertThat(count(domain, further, Position.OUTSIDE))
                    .as("of %s inputs", d)
                    .isLessThan(20);
            assertThat(count(domain, further, Position.INSIDE))
                    .as("of %s inputs", d)
                    .isGreaterThan(800);
        }
    }

    @Test
    void aLittleBeyondTheBoxIsTheEdgeAndFarBeyondIsOutside() {
        Domain domain = domain(Tables.numbers(2), uniform(400, 2, "box", row -> true));

        assertThat(at(domain, .5, .5).position()).isEqualTo(Position.INSIDE);
        assertThat(at(domain, 1.03, .5).position()).isEqualTo(Position.EDGE);
        assertThat(at(domain, 1.5, .5).position()).isEqualTo(Position.OUTSIDE);
        assertThat(at(domain, 1.5, .5).worst()).isEqualTo(Measure.BOX);
    }

    @Test
    void aCornerOfTheBoxThatTheHullCutsOffIsNotInside() {
        Domain domain = domain(Tables.numbers(2), uniform(400, 2, "triangle", row -> row[0] + row[1] < 1));

        assertThat(at(domain, .3, .3).position()).isEqualTo(Position.INSIDE);
        Domain.Reading corner = at(domain, .9, .9);
        assertThat(corner.position()).isEqualTo(Position.OUTSIDE);
        assertThat(corner.grades().get(Measure.BOX)).isLessThan(1);
        assertThat(corner.grades().get(Measure.HULL)).isGreaterThan(2);
    }

    @Test
    void aHoleInTheMiddleIsSeenByItsNeighboursAlone() {
        Domain domain = domain(
                Tables.numbers(2), uniform(400, 2, "ring", row -> StrictMath.hypot(row[0] - .5, row[1] - .5) > .4));

        assertThat(at(domain, .5, .5).worst()).isEqualTo(Measure.NEIGHBOUR);
        assertThat(at(domain, .5, .5).position()).isEqualTo(Position.OUTSIDE);
    }

    @Test
    void offThePlaneOfInputsThatDependOnEachOtherIsOutside() {
        double[][] rows = uniform(200, 4, "plane", row -> true);
        for (double[] row : rows) {
            row[3] = row[0] + row[1];
        }
        Domain domain = domain(Tables.numbers(4), rows);

        assertThat(at(domain, .5, .5, .5, 1).position()).isEqualTo(Position.INSIDE);
        assertThat(at(domain, .5, .5, .5, .7).worst()).isEqualTo(Measure.MAHALANOBIS);
        assertThat(at(domain, .5, .5, .5, .7).position()).isEqualTo(Position.OUTSIDE);
    }

    @Test
    void betweenTheValuesOfAGridIsInside() {
        List<double[]> rows = new ArrayList<>();
        for (double n : new double[] {32, 64, 128, 256}) {
            for (double k : new double[] {.5, 1, 2, 4}) {
                for (int t = 1; t <= 3; t++) {
                    rows.add(new double[] {n, k, t});
                }
            }
        }
        List<Column> columns = List.of(
                new Column("n", Input.Kind.WHOLE, true, 0, 0, List.of(), "1"),
                new Column("k", Input.Kind.REAL, true, 0, 0, List.of(), "1"),
                Tables.number("t"));
        Domain domain = domain(columns, rows.toArray(double[][]::new));

        assertThat(at(domain, 90, 1.4, 2.5).position()).isEqualTo(Position.INSIDE);
        assertThat(at(domain, 90, 1.4, 7).position()).isEqualTo(Position.OUTSIDE);
    }

    @Test
    void aLogarithmicInputIsGradedByItsLogarithm() {
        double[][] rows = uniform(200, 1, "log", row -> true);
        for (double[] row : rows) {
            row[0] = StrictMath.pow(10, 4 * row[0]);
        }
        Domain domain = domain(List.of(new Column("x", Input.Kind.REAL, true, 0, 0, List.of(), "1")), rows);

        assertThat(at(domain, 12_000).position()).isEqualTo(Position.EDGE);
        assertThat(at(domain, 0.1).position()).isEqualTo(Position.OUTSIDE);
        assertThat(at(domain, -1).position()).isEqualTo(Position.OUTSIDE);
    }

    @Test
    void aLevelThatNoTrainingRowHasIsOutside() {
        List<Column> columns = List.of(Tables.number("x"), Tables.category("profile", "plummer", "king", "uniform"));
        double[][] rows = uniform(100, 2, "levels", row -> true);
        for (double[] row : rows) {
            row[1] = row[1] < .5 ? 0 : 2;
        }
        Domain domain = domain(columns, rows);

        assertThat(at(domain, .5, 0).position()).isEqualTo(Position.INSIDE);
        assertThat(at(domain, .5, 1).position()).isEqualTo(Position.OUTSIDE);
        assertThat(at(domain, .5, 1).worst()).isEqualTo(Measure.LEVEL);
    }

    @Test
    void theVarianceOfAGaussianProcessCountsWhereThereIsOne() {
        double[] leftOut = Seeds.random("ratios").doubles(100).map(u -> .1 * u).toArray();
        TrainingTable rows = table(Tables.numbers(1), uniform(100, 1, "gp", row -> true));
        Domain domain = Domain.parse(Json.canonical(ApplicabilityDomain.of(rows, Optional.of(leftOut))));

        assertThat(domain.at(new double[] {.5}, OptionalDouble.of(.05)).position())
                .isEqualTo(Position.INSIDE);
        assertThat(domain.at(new double[] {.5}, OptionalDouble.of(.3)).position())
                .isEqualTo(Position.EDGE);
        assertThat(domain.at(new double[] {.5}, OptionalDouble.of(.6)).position())
                .isEqualTo(Position.OUTSIDE);
        assertThat(at(domain, .5).grades()).doesNotContainKey(Measure.VARIANCE);
    }

    @Test
    void theDomainOfManyRowsStaysSmallAndKnowsThem() {
        double[][] rows = uniform(5000, 3, "many", row -> true);
        ObjectNode json = ApplicabilityDomain.of(table(Tables.numbers(3), rows), Optional.empty());
        Domain domain = Domain.parse(Json.canonical(json));

        assertThat(json.path("points")).hasSize(300);
        assertThat(json.path("hull").size()).isBetween(20, 300);
        assertThat(count(domain, rows, Position.OUTSIDE)).isZero();
        assertThat(count(domain, rows, Position.INSIDE)).isGreaterThan(4700);
        assertThat(count(domain, uniform(1000, 3, "more", row -> true), Position.OUTSIDE))
                .isLessThan(5);
    }

    /** As the experiment on overfitting does: trained at k < 2 only, of k in [0.1, 8]. */
    @Test
    void rowsHeldOutBeyondTheBoxAreTold() {
        double split = StrictMath.log(20) / StrictMath.log(80);
        List<Column> columns = List.of(
                new Column("n", Input.Kind.REAL, true, 0, 0, List.of(), "1"),
                new Column("k", Input.Kind.REAL, true, 0, 0, List.of(), "1"),
                Tables.number("time"));
        Domain domain = domain(columns, captures(80, "train", u -> u < split));
        double[][] within = captures(200, "within", u -> u < split);
        double[][] beyond = captures(200, "beyond", u -> u > split);

        DomainStudy study =
                DomainStudy.of(readings(domain, within), names("w"), readings(domain, beyond), names("b"), 1);
        assertThat(study.auc().value()).isGreaterThan(.97);
        assertThat(study.within().get(Position.OUTSIDE)).isLessThan(15);
        assertThat(study.beyond().get(Position.INSIDE)).isLessThan(4);
        assertThat(study.beyond().get(Position.OUTSIDE)).isGreaterThan(170);
    }

    /** Numbers of bodies, capture numbers whose position in their range is kept, and times. */
    private static double[][] captures(int n, String purpose, DoublePredicate kept) {
        double[][] rows = uniform(n, 3, purpose, row -> kept.test(row[1]));
        for (double[] row : rows) {
            row[0] = 32 * StrictMath.pow(8, row[0]);
            row[1] = .1 * StrictMath.pow(80, row[1]);
        }
        return rows;
    }

    private static List<Domain.Reading> readings(Domain domain, double[][] rows) {
        return List.of(rows).stream().map(row -> at(domain, row)).toList();
    }

    private static String[] names(String prefix) {
        return IntStream.range(0, 200).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    @Test
    void theSameRowsHaveTheSameDomain() {
        double[][] rows = uniform(400, 3, "same", row -> true);
        assertThat(Json.canonical(ApplicabilityDomain.of(table(Tables.numbers(3), rows), Optional.empty())))
                .isEqualTo(Json.canonical(ApplicabilityDomain.of(table(Tables.numbers(3), rows), Optional.empty())));
    }

    @Test
    void aDamagedDomainIsRefused() {
        ObjectNode json =
                ApplicabilityDomain.of(table(Tables.numbers(2), uniform(50, 2, "d", row -> true)), Optional.empty());
        json.withObject("/limits").remove("neighbour");
        assertThatThrownBy(() -> Domain.parse(Json.canonical(json))).hasMessageContaining("limits");
        assertThatThrownBy(() -> Domain.parse("{}")).hasMessage("\"inputs\" is missing in \"domain\"");
    }
}
