package io.github.nbodylab.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.compute.OpenClHere;
import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Value;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Entry;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateJobTest {

    /** Of all results of {@link #SMALL}. It changes with every bit of them; then the stage's revision is to be raised. */
    private static final String GOLDEN = "abc1456879cfa575c447de6b9659adbeca5bd8552c3b27a93a3c59406b8b9ae4";

    private static final int GOLDEN_REVISION = 3;

    private static final ExperimentSpec SMALL =
            Specs.spec(5, Specs.whole(8, 16, 33), Specs.real(1, 4), 0.5, Specs.grid(2));

    private static final String YAML = """
            apiVersion: experiment/v1
            name: small
            version: 1.0.0
            title: Small
            question: Does it run?
            seed: 5
            simulate:
              cluster: {particles: {values: [8, 16, 33]}, profile: plummer, virialRatio: 0.5, masses: equal}
              mergers: {criterion: sticky-sphere, captureNumber: {values: [1, 4]}}
              integrator: {scheme: hermite-4, timesteps: block, accuracy: 0.01}
              until: 0.5
              design: {method: grid, replicates: 2}
              failures: {retries: 2, maxFailed: 5%}
            trainingSet:
              row: simulation
              inputs: [particles, captureNumber]
              target: mergers
              split: {by: design-point, test: 20%}
            train:
              models: [constant]
              crossValidation: {folds: 2}
              choose: simplest-within-one-standard-error
            validate:
              accept: [{model: chosen, metric: q2, min: -10}]
            """;

    @TempDir
    Path folder;

    private Heard lines = new Heard();

    private Store store(String name) {
        return new Store(folder.resolve(name), lines::warn);
    }

    private static List<Missing> all(ExperimentSpec spec) throws JobFailedException {
        Ensemble ensemble = Ensemble.of(spec);
        InitialConditions initial = InitialConditions.of(ensemble);
        return ensemble.runs().stream()
                .map(run -> new Missing(ensemble, initial, run))
                .toList();
    }

    private void simulate(ForceEngine engine, int threads, int batch, Store store, List<Missing> runs)
            throws Exception {
        new Runner(engine, threads, batch, store, lines).simulate(runs);
    }

    /** One digest of all results of an ensemble. */
    private static String digest(Ensemble ensemble, Store store) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Run run : ensemble.runs()) {
            text.append(run.id())
                    .append(' ')
                    .append(store.find(run.key()).orElseThrow().digest())
                    .append('\n');
        }
        return Digest.of(text.toString());
    }

    private ObjectNode arguments(String device) throws IOException {
        Path spec = folder.resolve("small.yaml");
        Files.writeString(spec, YAML);
        ObjectNode arguments = Json.object();
        arguments.putArray("specs").add(spec.toString());
        arguments.put("store", folder.resolve("store").toString());
        arguments.put("device", device);
        arguments.put("threads", 2);
        return arguments;
    }

    @Test
    void resultsDoNotDependOnEngineThreadsBatchesOrOrder() throws Exception {
        Ensemble ensemble = Ensemble.of(SMALL);
        List<Missing> runs = all(SMALL);
        List<Missing> backwards = new ArrayList<>(runs);
        Collections.reverse(backwards);
        try (ForceEngine twin = new JvmForceEngine()) {
            simulate(twin, 1, 1, store("one"), runs);
            simulate(twin, 2, 100, store("two"), backwards);
        }
        String digest = digest(ensemble, store("one"));
        assertThat(digest(ensemble, store("two"))).isEqualTo(digest);
        try (ForceEngine opencl = OpenClHere.engine()) {
            simulate(opencl, 2, 64, store("opencl"), runs);
        }
        assertThat(digest(ensemble, store("opencl"))).isEqualTo(digest);
    }

    @Test
    void resultsAreThoseOfTheStagesRevision() throws Exception {
        try (ForceEngine twin = new JvmForceEngine()) {
            simulate(twin, 2, 1, store("golden"), all(SMALL));
        }
        assertThat(Ensemble.STAGE.revision())
                .as("after a raised revision write its number and the new digest here")
                .isEqualTo(GOLDEN_REVISION);
        assertThat(digest(Ensemble.of(SMALL), store("golden")))
                .as("results changed: raise the revision of Ensemble.STAGE, with the reason")
                .isEqualTo(GOLDEN);
    }

    @Test
    void aWorkerThatWasKilledGoesOnWhereItWasWithTheSameBits() throws Exception {
        Ensemble ensemble = Ensemble.of(SMALL);
        try (ForceEngine twin = new JvmForceEngine()) {
            simulate(twin, 1, 1, store("whole"), all(SMALL));
            assertThatThrownBy(() -> simulate(new DyingEngine(300), 1, 64, store("killed"), all(SMALL)))
                    .hasMessageContaining("killed here");
            List<Missing> left = all(SMALL).stream()
                    .filter(missing -> isMissing(store("killed"), missing.run()))
                    .toList();
            assertThat(left).isNotEmpty().hasSizeLessThan(ensemble.runs().size());
            simulate(twin, 2, 1, store("killed"), left);
        }
        assertThat(digest(ensemble, store("killed"))).isEqualTo(digest(ensemble, store("whole")));
    }

    private static boolean isMissing(Store store, Run run) {
        try {
            return store.find(run.key()).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The twin until it has been called so often. */
    private static final class DyingEngine implements ForceEngine {
        private final JvmForceEngine twin = new JvmForceEngine();
        private int calls;

        DyingEngine(int calls) {
            this.calls = calls;
        }

        @Override
        public Device device() {
            return twin.device();
        }

        @Override
        public void evaluate(ForceBatch batch) {
            if (calls-- == 0) {
                throw new IllegalStateException("killed here");
            }
            twin.evaluate(batch);
        }

        @Override
        public ForceEngine sibling() {
            return new DyingEngine(calls);
        }

        @Override
        public void close() {
            twin.close();
        }
    }

    @Test
    void theJobSimulatesWhatIsMissingAndTheSecondTimeNothing() throws Exception {
        new SimulateJob().run(arguments("jvm"), lines);
        assertThat(lines.lines()).hasSize(2);
        assertThat(lines.lines().get(0)).contains("JVM twin");
        assertThat(lines.lines().get(1))
                .contains("12 simulations")
                .contains("0 failed")
                .contains("interactions a second");
        lines = new Heard();
        new SimulateJob().run(arguments("auto"), lines);
        assertThat(lines.lines()).containsExactly("info All 12 simulations are in the store");
    }

    @Test
    void autoSaysWhatComputesAndWhy() throws Exception {
        new SimulateJob().run(arguments("auto"), lines);
        assertThat(lines.lines()).hasSize(2);
        assertThat(lines.lines().get(0)).contains("JVM twin");
    }

    @Test
    void theTablesHaveOneRowARunAndOneRowAMerger() throws Exception {
        try (ForceEngine twin = new JvmForceEngine()) {
            simulate(twin, 2, 1, store("tables"), all(SMALL));
        }
        Ensemble ensemble = Ensemble.of(SMALL);
        RunSummary summary = RunTables.write(ensemble, store("tables"), folder.resolve("out"));
        Csv runs = Csv.read(folder.resolve("out/runs.csv"));
        Csv mergers = Csv.read(folder.resolve("out/mergers.csv"));
        assertThat(String.join(",", runs.header()))
                .isEqualTo("run,point,replicate,captureNumber,criterion,masses,particles,profile,virialRatio,"
                        + "seed,status,cause,finalTime,energyError,steps,mergers");
        assertThat(String.join(",", mergers.header()))
                .isEqualTo("run,time,x,y,z,vx,vy,vz,id1,id2,mass1,mass2,relativeSpeed,remnantMass,kickSpeed,history");
        assertThat(runs.rows().stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(ensemble.runs().stream().map(Run::id).toList());
        assertThat(mergers.rows())
                .hasSize(runs.rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get(runs.column("mergers"))))
                        .sum())
                .isNotEmpty();
        assertThat(summary.total()).isEqualTo(12);
        assertThat(summary.failures()).isEmpty();
        assertThat(runs.rows()).hasSize(12).allSatisfy(row -> {
            assertThat(row.get(runs.column("status"))).isEqualTo("completed");
            assertThat(Double.parseDouble(row.get(runs.column("energyError")))).isLessThan(1e-4);
        });
        assertThat(summary.devices().values()).containsExactly(12);
        summary.requireFewFailures(0);
    }

    @Test
    void localeAndTimeZoneChangeNoByteOfTheTables() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<Missing> runs = all(SMALL);
        try (ForceEngine twin = new JvmForceEngine()) {
            simulate(twin, 1, 1, store("plain"), runs);
            RunTables.write(Ensemble.of(SMALL), store("plain"), folder.resolve("plain out"));
            Locale.setDefault(Locale.forLanguageTag("hi-IN-u-nu-deva"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            simulate(twin, 1, 1, store("other"), runs);
            RunTables.write(Ensemble.of(SMALL), store("other"), folder.resolve("other out"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        for (String table : List.of(RunTables.RUNS, RunTables.MERGERS)) {
            assertThat(folder.resolve("other out").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("plain out").resolve(table));
        }
    }

    @Test
    void numericalFailuresAreRememberedAndTooManyAreListedWithParametersAndCauses() throws Exception {
        // Two bodies at rest that do not merge fall onto each other: no step is short enough.
        Axis two = Specs.whole(2);
        ExperimentSpec falling = Specs.spec(
                5,
                Simulate.of(
                        Specs.cluster(two, Specs.real(0)),
                        new Simulate.Mergers(
                                new TreeMap<>(Map.of("criterion", new Axis.Fixed(new Value.Word("none"))))),
                        SMALL.simulate().integrator(),
                        5,
                        Specs.grid(3),
                        SMALL.simulate().failures()));
        Ensemble ensemble = Ensemble.of(falling);
        try (ForceEngine twin = new JvmForceEngine()) {
            simulate(twin, 1, 1, store("falling"), all(falling));
        }
        RunSummary summary = RunTables.write(ensemble, store("falling"), folder.resolve("falling out"));
        assertThat(summary.total()).isEqualTo(3);
        assertThat(summary.failures()).hasSize(3);
        Csv runs = Csv.read(folder.resolve("falling out/runs.csv"));
        assertThat(runs.rows()).allSatisfy(row -> {
            assertThat(row.get(runs.column("status"))).isEqualTo("failed");
            assertThat(row.get(runs.column("cause"))).startsWith("the time step fell below");
            assertThat(Double.parseDouble(row.get(runs.column("finalTime")))).isBetween(0.1, 4.9);
        });
        assertThatThrownBy(() -> summary.requireFewFailures(0.05))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("3 of 3 simulations failed, and maxFailed allows 5.0 %")
                .hasMessageContaining("particles 2")
                .hasMessageContaining("virialRatio 0.0")
                .hasMessageContaining("the time step fell below");
    }

    @Test
    void anEntryThatWasDamagedIsNoticedAndComputedAgain() throws Exception {
        new SimulateJob().run(arguments("jvm"), lines);
        Store store = store("store");
        Ensemble ensemble = Ensemble.of(SMALL);
        String digest = digest(ensemble, store);
        Entry entry = store.find(ensemble.runs().get(3).key()).orElseThrow();
        Files.writeString(entry.file("mergers.csv"), "nonsense\n");
        lines = new Heard();
        new SimulateJob().run(arguments("jvm"), lines);
        assertThat(lines.lines())
                .anySatisfy(line -> assertThat(line).startsWith("warn ").contains("mergers.csv"));
        assertThat(lines.lines()).anySatisfy(line -> assertThat(line).contains("1 simulations in"));
        assertThat(digest(ensemble, store)).isEqualTo(digest);
    }

    @Test
    void aStoreThatCannotBeReadIsNamedWithTheRemedy() throws Exception {
        ObjectNode arguments = arguments("jvm");
        Path file = folder.resolve("a file");
        Files.writeString(file, "in the way");
        arguments.put("store", file.resolve("store").toString());
        assertThatThrownBy(() -> new SimulateJob().run(arguments, lines))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("-Dexperiment.store");
    }

    @Test
    void aStoreThatCannotTakeAResultIsNamedWithTheRemedy() throws Exception {
        Path root = folder.resolve("taken");
        Files.createDirectories(root);
        Files.writeString(root.resolve("tmp"), "where results are written first");
        try (ForceEngine twin = new JvmForceEngine()) {
            assertThatThrownBy(() -> simulate(twin, 2, 1, store("taken"), all(SMALL)))
                    .isInstanceOf(JobFailedException.class)
                    .hasMessageContaining(root.toString())
                    .hasMessageContaining("-Dexperiment.store");
        }
    }

    @Test
    void theDevicesJobSaysWhatWouldBeUsedAndRefusesAnUnknownDevice() throws Exception {
        ObjectNode arguments = Json.object();
        new DevicesJob().run(arguments, lines);
        assertThat(lines.lines().get(lines.lines().size() - 1)).startsWith("info Would be used: ");
        arguments.put("device", "toaster:3");
        assertThatThrownBy(() -> new DevicesJob().run(arguments, lines))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("toaster:3")
                .hasMessageContaining("auto, opencl, jvm");
    }
}
