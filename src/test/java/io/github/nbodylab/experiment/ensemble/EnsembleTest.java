package io.github.nbodylab.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Integrator.Scheme;
import io.github.nbodylab.experiment.spec.Integrator.Timesteps;
import io.github.nbodylab.experiment.spec.Quantity;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Simulate.Design;
import io.github.nbodylab.experiment.spec.Simulate.Method;
import io.github.nbodylab.experiment.spec.Units;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleTest {

    private static final Axis SIZES = Specs.whole(32, 64, 128, 256);
    private static final Axis CAPTURE = Specs.logUniform(0.1, 8);

    private static ExperimentSpec drawn(Method method, int points, long seed) {
        return Specs.spec(seed, SIZES, CAPTURE, 1, new Design(method, points, 2, List.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"SOBOL", "RANDOM"})
    void addingDesignPointsKeepsTheEarlierPointsAndTheirRuns(Method method) {
        Ensemble few = Ensemble.of(drawn(method, 9, 7));
        Ensemble many = Ensemble.of(drawn(method, 20, 7));
        assertThat(few.points()).hasSize(9);
        assertThat(many.points()).hasSize(20);
        assertThat(many.points().subList(0, 9)).isEqualTo(few.points());
        assertThat(many.runs().subList(0, 18)).isEqualTo(few.runs());
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"SOBOL", "RANDOM"})
    void anotherSeedGivesOtherPointsAndOtherInitialConditions(Method method) {
        Ensemble one = Ensemble.of(drawn(method, 9, 7));
        Ensemble other = Ensemble.of(drawn(method, 9, 8));
        assertThat(one.points()).doesNotContainAnyElementsOf(other.points());
        assertThat(one.runs().stream().map(Run::seed))
                .doesNotContainAnyElementsOf(
                        other.runs().stream().map(Run::seed).toList());
    }

    @Test
    void everySobolPrefixOfPowerTwoFillsEachStratumOnce() {
        int points = 64;
        Ensemble ensemble =
                Ensemble.of(Specs.spec(3, Specs.whole(64), CAPTURE, 1, new Design(Method.SOBOL, points, 1, List.of())));
        Set<Integer> strata = new HashSet<>();
        for (DesignPoint point : ensemble.points()) {
            double k = point.parameter("captureNumber").asDouble();
            strata.add((int) (points * StrictMath.log(k / 0.1) / StrictMath.log(80)));
        }
        assertThat(strata).hasSize(points);
    }

    @Test
    void aGridHasEveryCombinationAndEveryReplicate() {
        Ensemble ensemble =
                Ensemble.of(Specs.spec(1, SIZES, Specs.real(0.5, 1, 2), 1, new Design(Method.GRID, 0, 3, List.of())));
        assertThat(ensemble.points()).hasSize(12).doesNotHaveDuplicates();
        assertThat(ensemble.runs()).hasSize(36);
        assertThat(ensemble.runs().stream().map(Run::id)).doesNotHaveDuplicates();
        assertThat(ensemble.runs().stream().map(Run::seed)).doesNotHaveDuplicates();
    }

    @Test
    void equalPointsCollapseIntoOneHoweverTheirNumbersAreWritten() {
        Design design = new Design(
                Method.LIST,
                0,
                1,
                List.of(
                        new TreeMap<>(Map.of("captureNumber", new Value.Whole(1))),
                        new TreeMap<>(Map.of("captureNumber", new Value.Real(2))),
                        new TreeMap<>(Map.of("captureNumber", new Value.Real(1), "virialRatio", new Value.Real(0.5)))));
        Ensemble ensemble = Ensemble.of(Specs.spec(1, Specs.whole(64), CAPTURE, 1, design));
        assertThat(ensemble.points()).hasSize(2);
    }

    @Test
    void theSeedOfARunKnowsItsPointAndReplicateButNotUntilAccuracyOrPlaceInTheDesign() {
        Design grid = new Design(Method.GRID, 0, 2, List.of());
        Ensemble here = Ensemble.of(Specs.spec(1, Specs.whole(64), Specs.real(1, 2), 1, grid));
        Ensemble later = Ensemble.of(Specs.spec(1, Specs.whole(32, 64), Specs.real(2), 5, grid));
        Run run = here.runs().get(2);
        Run same = later.runs().get(2);
        assertThat(same.id()).isEqualTo(run.id());
        assertThat(same.seed()).isEqualTo(run.seed());
        assertThat(same.key()).as("the key knows until").isNotEqualTo(run.key());
    }

    /** One design point with everything else at its default. */
    private static Simulate plain() {
        Simulate simulate = Specs.spec(20231201, Specs.whole(64), Specs.real(1.5), 2, Specs.grid(1))
                .simulate();
        return with(simulate, Integrator.DEFAULT);
    }

    private static Simulate with(Simulate simulate, Integrator integrator) {
        return Simulate.of(
                simulate.cluster(), simulate.mergers(), integrator, 2, simulate.design(), simulate.failures());
    }

    private static Run onlyRun(Simulate simulate) {
        return Ensemble.of(Specs.spec(20231201, simulate)).runs().get(0);
    }

    @Test
    void aRunsKeyHoldsWhatDecidesItsResultAndNoDefault() {
        Run run = onlyRun(plain());
        assertThat(Json.canonical(run.key().material().get("inputs")))
                .isEqualTo(Json.canonical(Json.parse("{\"parameters\":{\"captureNumber\":1.5,\"particles\":64},"
                        + "\"replicate\":1,\"seed\":20231201,\"until\":2.0}")));
        assertThat(run.point().id())
                .isEqualTo(Digest.of("{\n  \"captureNumber\": 1.5,\n  \"particles\": 64\n}\n")
                        .substring(0, 12));
        assertThat(run.id()).isEqualTo(run.point().id() + "-1");
    }

    @Test
    void whatChangesAResultChangesItsKeyAndNoInitialConditions() {
        Simulate plain = plain();
        Scheme hermite = Scheme.HERMITE_4;
        OptionalDouble none = OptionalDouble.empty();
        List<Simulate> others = List.of(
                plain,
                with(plain, Integrator.of(hermite, Timesteps.SHARED, 0.01)),
                with(plain, Integrator.of(hermite, Timesteps.BLOCK, 0.02)),
                with(plain, Integrator.of(Scheme.LEAPFROG, Timesteps.SHARED, 0.01)),
                with(plain, new Integrator(hermite, Timesteps.FIXED, OptionalDouble.of(0.1), 0.01, 1, 0)),
                with(plain, new Integrator(hermite, Timesteps.FIXED, OptionalDouble.of(0.2), 0.01, 1, 0)),
                with(plain, new Integrator(hermite, Timesteps.BLOCK, none, 0.01, 2, 0)),
                with(plain, new Integrator(hermite, Timesteps.BLOCK, none, 0.01, 1, 0.1)),
                outputs(plain, OptionalDouble.of(0.5), 0.125, 1e-3),
                outputs(plain, none, 0.25, 1e-3),
                outputs(plain, none, 0.125, 1e-4));
        assertThat(others.stream().map(EnsembleTest::onlyRun).map(Run::key)).doesNotHaveDuplicates();
        assertThat(others.stream().map(EnsembleTest::onlyRun).map(Run::seed))
                .containsOnly(onlyRun(plain).seed());
        assertThat(onlyRun(outputs(plain, none, 0.125, 1e-3)).key())
                .isEqualTo(onlyRun(plain).key());
    }

    private static Simulate outputs(Simulate simulate, OptionalDouble snapshots, double diagnostics, double error) {
        return new Simulate(
                simulate.cluster(),
                simulate.mergers(),
                simulate.integrator(),
                2,
                snapshots,
                diagnostics,
                simulate.design(),
                new Simulate.Failures(2, 0.05, error));
    }

    private static Simulate cluster(Map<String, Axis> axes, Optional<String> file) {
        Simulate plain = plain();
        SortedMap<String, Axis> all = new TreeMap<>(plain.cluster().axes());
        all.putAll(axes);
        return Simulate.of(
                new Simulate.Cluster(all, file),
                plain.mergers(),
                Integrator.DEFAULT,
                2,
                plain.design(),
                plain.failures());
    }

    private static Axis words(String... words) {
        return new Axis.Choice(
                Arrays.stream(words).map(word -> (Value) new Value.Word(word)).toList());
    }

    @Test
    void pointsThatDifferInWhatMeansNothingThereAreOne() {
        Ensemble ensemble = Ensemble.of(Specs.spec(
                1, cluster(Map.of("profile", words("king", "plummer"), "W0", Specs.real(3, 6)), Optional.empty())));
        assertThat(ensemble.points()).hasSize(3);
        assertThat(ensemble.points()).contains(onlyRun(plain()).point());
    }

    @Test
    void aParameterAtItsDefaultChangesNoPoint() {
        Map<String, Axis> defaults =
                Map.of("binaryFraction", Specs.real(0), "centralMass", Specs.real(0), "rotation", Specs.real(0));
        Run run = onlyRun(cluster(defaults, Optional.empty()));
        assertThat(run.id()).isEqualTo(onlyRun(plain()).id());
        assertThat(run.key()).isEqualTo(onlyRun(plain()).key());
    }

    @Test
    void theKeyKnowsTheContentOfTheFileOfTheBodies(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("stars.csv"), "one");
        ExperimentSpec spec =
                Specs.spec(1, cluster(Map.of("profile", words("file", "plummer")), Optional.of("stars.csv")));
        List<Run> before = Ensemble.of(spec, folder).runs();
        Files.writeString(file, "two");
        List<Run> after = Ensemble.of(spec, folder).runs();
        assertThat(after.get(0).key()).isNotEqualTo(before.get(0).key());
        assertThat(after.get(0).seed()).isEqualTo(before.get(0).seed());
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(Ensemble.of(spec, folder).file()).contains(file);
        Units units = new Units(Quantity.parse("10 Msun"), Quantity.parse("1 pc"));
        List<Run> physical = Ensemble.of(Specs.in(units, spec), folder).runs();
        assertThat(physical.get(0).key())
                .as("a file in physical units")
                .isNotEqualTo(after.get(0).key());
        assertThat(physical.get(1)).isEqualTo(after.get(1));
        assertThatThrownBy(() -> Ensemble.of(spec)).hasMessageContaining("in a file");
    }

    @Test
    void everyWholeNumberOfARangeIsReachedTheEndsIncluded() {
        for (Axis.Distribution distribution : Axis.Distribution.values()) {
            Axis axis = new Axis.Range(2, 9, distribution, true);
            Set<Value> values = new HashSet<>();
            IntStream.range(0, 1000).forEach(i -> values.add(AxisSampler.at(axis, i / 1000.0)));
            assertThat(values).hasSize(8);
            assertThat(AxisSampler.at(axis, 0)).isEqualTo(new Value.Whole(2));
            assertThat(AxisSampler.at(axis, Math.nextDown(1.0))).isEqualTo(new Value.Whole(9));
        }
    }

    @Test
    void aLogUniformRangeHasItsGeometricMeanInTheMiddle() {
        assertThat(AxisSampler.at(Specs.logUniform(0.1, 10), 0.5).asDouble()).isCloseTo(1, within(1e-15));
    }

    @Test
    void theEnsembleIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Ensemble plain = Ensemble.of(drawn(Method.SOBOL, 20, 7));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Ensemble.of(drawn(Method.SOBOL, 20, 7))).isEqualTo(plain);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aRangeInAGridIsRefusedByItsName() {
        ExperimentSpec spec = Specs.spec(1, SIZES, CAPTURE, 1, new Design(Method.GRID, 0, 1, List.of()));
        assertThatThrownBy(() -> Ensemble.of(spec)).hasMessageContaining("captureNumber");
    }
}
