package io.github.nbodylab.experiment.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevicesTest {

    private static OpenClDevice first() throws Exception {
        OpenClHere.engine().close();
        return OpenClDevice.all().get(0);
    }

    private static OpenClDevice without(OpenClDevice device, String name) {
        return new OpenClDevice(
                "0:0",
                device.platformName(),
                name,
                device.driver(),
                device.computeUnits(),
                false,
                device.exactSingle(),
                device.largestBuffer(),
                device.memory(),
                device.platform(),
                device.device());
    }

    private static EngineRace race(int threads) {
        return new EngineRace(threads, new Load(threads, 20, 20L * threads, 0), engine -> {
            ForceBatch batch = new ForceBatch();
            Bodies bodies = new Bodies(20);
            bodies.mass[3] = 1;
            batch.add(ForceRequest.all(bodies, new Forces(20)));
            return batch;
        });
    }

    @Test
    void aDeviceWithoutDoublePrecisionIsRefusedByItsNameAndTheNextOneTaken() throws Exception {
        OpenClDevice good = first();
        Devices devices = new Devices(List.of(without(good, "Toy"), good), Optional.empty());
        for (String wanted : List.of("opencl", "auto")) {
            Devices.Choice choice = devices.choose(wanted);
            try (ForceEngine engine = choice.engine()) {
                assertThat(engine.device().name()).isEqualTo(good.name());
                assertThat(choice.why()).contains("Toy has no double precision");
            }
        }
    }

    @Test
    void whereNoDeviceHasDoublePrecisionAutoTakesTheTwinAndOpenClIsAnError() throws Exception {
        Devices devices = new Devices(List.of(without(first(), "Toy")), Optional.empty());
        Devices.Choice choice = devices.choose("auto");
        assertThat(choice.engine().device().engine()).isEqualTo("jvm");
        assertThat(choice.why()).contains("Toy has no double precision");
        assertThatThrownBy(() -> devices.choose("opencl")).hasMessageContaining("Toy has no double precision");
    }

    @Test
    void autoTakesTheFasterOfDeviceAndTwinAndTellsBothRates() throws Exception {
        Devices devices = new Devices(List.of(first()), Optional.empty());
        Devices.Choice choice = devices.choose("auto", race(2));
        try (ForceEngine engine = choice.engine()) {
            assertThat(choice.why())
                    .contains(first().name())
                    .contains("JVM twin")
                    .contains("2 threads")
                    .containsPattern("[0-9.e-]+ G/s.*[0-9.e-]+ G/s");
            ForceBatch batch = race(1).work().apply(engine);
            engine.evaluate(batch); // the winner is open
        }
    }

    @Test
    void autoTakesTheTwinWhereTheLargestSystemDoesNotFitTheDevice() throws Exception {
        OpenClDevice good = first();
        Devices devices = new Devices(List.of(good), Optional.empty());
        EngineRace large = new EngineRace(1, alone(10_000_000_000L), engine -> new ForceBatch());
        Devices.Choice choice = devices.choose("auto", large);
        assertThat(choice.engine().device().engine()).isEqualTo("jvm");
        assertThat(choice.why()).contains("too large").contains("the JVM twin computes");
    }

    @Test
    void theEngineWithMoreInteractionsASecondWinsTheRace() {
        List<String> evaluated = new ArrayList<>();
        ForceEngine slow = new NamedEngine("slow", evaluated, 5);
        ForceEngine fast = new NamedEngine("fast", evaluated, 0);
        assertThat(race(1).run(List.of(slow, fast)).fastest()).isEqualTo(1);
        assertThat(race(1).run(List.of(fast, slow)).fastest()).isZero();
        assertThat(evaluated).contains("slow", "fast");
    }

    @Test
    void anEngineThatFailsInTheRaceEndsItWithItsName() {
        ForceEngine broken = new NamedEngine("broken", new ArrayList<>(), -1);
        assertThatThrownBy(() -> race(2).run(List.of(broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken");
    }

    private static Load alone(long bodies) {
        return new Load(1, bodies, bodies, 0);
    }

    @Test
    void aSystemTooLargeForADeviceIsRefusedInOneSentenceWithWhatFits() throws Exception {
        try (ForceEngine engine = OpenClHere.engine()) {
            Capacity capacity = engine.capacity();
            long most =
                    Math.min(capacity.buffer() / capacity.bufferBytes(), capacity.memory() / capacity.deviceBytes());
            assertThat(most).isGreaterThan(100_000);
            assertThat(capacity.refusal(alone(most))).isEmpty();
            assertThat(capacity.refusal(alone(most + 1)))
                    .hasValueSatisfying(text -> assertThat(text)
                            .contains("A cluster of " + (most + 1) + " bodies")
                            .contains(capacity.device())
                            .contains("-Dexperiment.device"));
        }
    }

    @Test
    void theLargestBufferHoldsOneSystemAndTheMemoryAllThatAreComputedAtOnce() {
        Capacity capacity = new Capacity("Toy", 1000, 100, 4500, 150, Long.MAX_VALUE);
        assertThat(capacity.refusal(new Load(3, 10, 30, 0))).isEmpty();
        assertThat(capacity.refusal(new Load(1, 11, 11, 0)))
                .hasValueSatisfying(text -> assertThat(text).contains("11 bodies", "Toy", "at most 10", "buffer"));
        assertThat(capacity.refusal(new Load(4, 10, 31, 0)))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("4 clusters at once", "10 bodies", "Toy", "memory", "-Dexperiment.jobs"));
    }

    @Test
    void whatTheHostHasNoMemoryForIsRefusedWithWhatIsThereAndWhatWouldDo() {
        Capacity capacity = new Capacity("Toy", Long.MAX_VALUE, 1, Long.MAX_VALUE, 1, 512L << 20);
        assertThat(capacity.refusal(new Load(2, 100, 200, 512L << 20))).isEmpty();
        assertThat(capacity.refusal(new Load(2, 100, 200, 800L << 20)))
                .contains("2 clusters at once, of up to 100 bodies, need 800 MiB of memory with all that is kept until"
                        + " the end, and the worker has 512 MiB; take fewer particles or snapshots, fewer clusters at"
                        + " once by -Dexperiment.jobs, or give it more by -Dexperiment.argLine=-Xmx964m");
    }

    @Test
    void aKernelThatDoesNotBuildShowsTheDriversLogOnceAndReadable() throws Exception {
        OpenClDevice device = first();
        assertThatThrownBy(() -> new OpenClProgram(device, "broken.cl", "kernel void broken() { nonsense; }"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken.cl")
                .hasMessageContaining(device.name())
                .message()
                .containsOnlyOnce("undeclared identifier 'nonsense'")
                .doesNotContain("/tmp")
                .doesNotContain("\n\n");
    }

    @Test
    void aLongLogIsCutAndItsTemporaryFoldersAndBlankLinesAreLeftOut() {
        String log = "error: /tmp/pocl_cache/tempfile_x.cl:1:5: bad\n\n" + "  more\n".repeat(30);
        assertThat(OpenClProgram.readable(log))
                .startsWith("error: tempfile_x.cl:1:5: bad\n  more\n")
                .endsWith("... and 19 more lines");
    }

    /** The twin, slowed down by so many evaluations of the same; a negative number fails. */
    private record NamedEngine(String name, List<String> evaluated, int repeats) implements ForceEngine {

        @Override
        public Device device() {
            return new Device("jvm", name, "1");
        }

        @Override
        public void evaluate(ForceBatch batch) {
            if (repeats < 0) {
                throw new IllegalStateException("out of order");
            }
            evaluated.add(name);
            JvmForceEngine twin = new JvmForceEngine();
            for (int k = 0; k <= 40 * repeats; k++) {
                twin.evaluate(batch);
            }
        }

        @Override
        public ForceEngine sibling() {
            return this;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
