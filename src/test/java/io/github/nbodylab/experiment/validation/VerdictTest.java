package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nbodylab.experiment.validation.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {

    private static final double TOLERANCE = 1e-9;

    @TempDir
    Path folder;

    @Test
    void withoutALockResultsAreNew() {
        assertThat(Verdict.of(Optional.empty(), lock("1.0", "r", "m", 0.9), TOLERANCE)
                        .kind())
                .isEqualTo(Kind.NEW);
    }

    @Test
    void theSameBitsAreIdentical() {
        assertThat(verdict(lock("1.0", "r", "m", 0.9), lock("1.0", "r", "m", 0.9))
                        .kind())
                .isEqualTo(Kind.IDENTICAL);
    }

    @Test
    void fitsWithinToleranceOnTheSameTablesAreEquivalent() {
        Verdict verdict = verdict(lock("1.0", "r", "m", 0.9), lock("1.0", "r", "other", 0.9 * (1 + 1e-12)));
        assertThat(verdict.kind()).isEqualTo(Kind.EQUIVALENT);
        assertThat(verdict.differences()).extracting(Verdict.Difference::what).contains("digest of models/m.json");
    }

    @Test
    void fitsBeyondToleranceHaveDrifted() {
        assertThat(verdict(lock("1.0", "r", "m", 0.9), lock("1.0", "r", "other", 0.91))
                        .kind())
                .isEqualTo(Kind.DRIFTED);
    }

    @Test
    void otherRunsHaveDriftedHoweverCloseTheFitsAre() {
        assertThat(verdict(lock("1.0", "r", "m", 0.9), lock("1.0", "other", "m", 0.9))
                        .kind())
                .isEqualTo(Kind.DRIFTED);
    }

    @Test
    void anotherSpecIsAChangeWithAllThatChanged() {
        Verdict verdict = verdict(lock("1.0", "r", "m", 0.9), lock("2.0", "other", "m", 0.9));
        assertThat(verdict.kind()).isEqualTo(Kind.CHANGED);
        assertThat(verdict.differences())
                .extracting(Verdict.Difference::toString)
                .containsExactly("spec simulate.until: 1.0 -> 2.0", "digest of runs.csv: r -> other");
    }

    @Test
    void aLockReadsBack() throws Exception {
        Path file = folder.resolve("x.lock.yaml");
        Lock lock = lock("1.0", "r", "m", 0.1 + 0.2);
        lock.write(file);
        assertThat(Lock.read(file)).contains(lock);
        String first = Files.readString(file);
        lock.write(file);
        assertThat(Files.readString(file)).isEqualTo(first);
    }

    @Test
    void wordsThatYamlWouldTakeForOtherThingsReadBack() throws Exception {
        Path file = folder.resolve("x.lock.yaml");
        Lock lock = new Lock(
                "no",
                new TreeMap<>(Map.of("a", "true", "b", "1.0", "c", "null", "d", "multi\nline: text", "e", "")),
                new TreeMap<>(Map.of("f", "1e5")),
                new TreeMap<>(),
                new TreeMap<>());
        lock.write(file);
        assertThat(Lock.read(file)).contains(lock);
    }

    @Test
    void anUnresolvedMergeIsToldWithItsRemedy() throws IOException {
        Path file = folder.resolve("x.lock.yaml");
        lock("1.0", "r", "m", 0.9).write(file);
        Files.writeString(file, "<<<<<<< ours\n" + Files.readString(file) + "=======\n>>>>>>> theirs\n");
        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("merge")
                .hasMessageContaining("-Dexperiment.record");
    }

    @Test
    void aNewerLockIsRefused() throws IOException {
        Path file = folder.resolve("x.lock.yaml");
        Files.writeString(file, "lockVersion: 99\n");
        assertThatThrownBy(() -> Lock.read(file))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("99");
    }

    private static Verdict verdict(Lock locked, Lock now) {
        return Verdict.of(Optional.of(locked), now, TOLERANCE);
    }

    private static Lock lock(String until, String runs, String model, double q2) {
        return new Lock(
                "m",
                new TreeMap<>(Map.of("simulate.until", until, "name", "x")),
                new TreeMap<>(Map.of("runs.csv", runs, "models/m.json", model)),
                new TreeMap<>(Map.of("m.test.q2", q2)),
                new TreeMap<>(Map.of("simulate", 1)));
    }
}
