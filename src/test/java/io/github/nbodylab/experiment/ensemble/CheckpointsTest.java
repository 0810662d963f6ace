package io.github.nbodylab.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.worker.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final ExperimentSpec ONE = Specs.spec(7, Specs.whole(48), Specs.real(2), 1, Specs.grid(1));

    @TempDir
    Path folder;

    /** The twin, which counts its calls and dies at one of them, like a worker that is killed. */
    private static final class MortalEngine implements ForceEngine {
        private final JvmForceEngine twin = new JvmForceEngine();
        private final AtomicLong calls;
        private final long last;

        MortalEngine(AtomicLong calls, long last) {
            this.calls = calls;
            this.last = last;
        }

        @Override
        public Device device() {
            return twin.device();
        }

        @Override
        public void evaluate(ForceBatch batch) {
            if (calls.incrementAndGet() > last) {
                throw new IllegalStateException("killed here");
            }
            twin.evaluate(batch);
        }

        @Override
        public ForceEngine sibling() {
            return new MortalEngine(calls, last);
        }

        @Override
        public void close() {
            twin.close();
        }
    }

    /** Simulates until the end or the death of the engine. Returns how often forces were evaluated. */
    private long simulate(Store store, long calls) throws Exception {
        AtomicLong counter = new AtomicLong();
        Ensemble ensemble = Ensemble.of(ONE);
        List<Missing> runs = List.of(new Missing(
                ensemble, InitialConditions.of(ensemble), ensemble.runs().get(0)));
        try (ForceEngine engine = new MortalEngine(counter, calls)) {
            new Runner(engine, 1, 1, store, new Heard(), 0).simulate(runs);
        }
        return counter.get();
    }

    private String result(Store store) throws IOException {
        Path run =
                store.find(Ensemble.of(ONE).runs().get(0).key()).orElseThrow().file("diagnostics.csv");
        return Digest.of(run) + Digest.of(run.resolveSibling("final.csv")) + Digest.of(run.resolveSibling("run.json"));
    }

    private Store store(String name) {
        return new Store(folder.resolve(name), new Heard()::warn);
    }

    private List<Path> checkpoints(String store) throws IOException {
        Path place = folder.resolve(store).resolve("checkpoints");
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    @Test
    void aLongRunWhoseWorkerDiesGoesOnFromItsCheckpointWithTheSameBits() throws Exception {
        long all = simulate(store("whole"), Long.MAX_VALUE);
        assertThatThrownBy(() -> simulate(store("killed"), all / 2)).hasMessage("killed here");
        assertThat(checkpoints("killed")).hasSize(1);
        long rest = simulate(store("killed"), Long.MAX_VALUE);
        assertThat(rest).isLessThan(all / 2 + 10);
        assertThat(result(store("killed"))).isEqualTo(result(store("whole")));
        assertThat(checkpoints("killed")).isEmpty();
    }

    @Test
    void aDamagedCheckpointIsPassedOver() throws Exception {
        long all = simulate(store("whole"), Long.MAX_VALUE);
        assertThatThrownBy(() -> simulate(store("killed"), all / 2)).hasMessage("killed here");
        Path checkpoint = checkpoints("killed").get(0);
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        Files.write(checkpoint, bytes);
        assertThat(simulate(store("killed"), Long.MAX_VALUE)).isEqualTo(all);
        assertThat(result(store("killed"))).isEqualTo(result(store("whole")));
    }
}
