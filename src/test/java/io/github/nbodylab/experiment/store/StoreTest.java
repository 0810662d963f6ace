package io.github.nbodylab.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

    private static final Stage STAGE = new Stage("test", 1, "first");

    @TempDir
    Path root;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void whatIsPutIsFound() throws IOException {
        Store store = new Store(root, warnings::add);
        Key key = key(1);
        assertThat(store.find(key)).isEmpty();
        Entry put = put(store, key, "hello");
        Entry found = new Store(root, warnings::add).find(key).orElseThrow();
        assertThat(found.file("a/data.txt")).hasContent("hello");
        assertThat(found.digest()).isEqualTo(put.digest());
        assertThat(found.made().path("seconds").asInt()).isEqualTo(3);
        assertThat(warnings).isEmpty();
    }

    @Test
    void keysDifferByStageRevisionAndInputsAndNothingElse() {
        Key key = Key.of(STAGE, Json.object().put("b", 2).put("a", 1));
        assertThat(Key.of(
                                new Stage("test", 1, "other words"),
                                Json.object().put("a", 1).put("b", 2))
                        .digest())
                .isEqualTo(key.digest());
        assertThat(Key.of(
                                new Stage("test", 2, "first"),
                                Json.object().put("a", 1).put("b", 2))
                        .digest())
                .isNotEqualTo(key.digest());
        assertThat(Key.of(STAGE, Json.object().put("a", 1).put("b", 3)).digest())
                .isNotEqualTo(key.digest());
    }

    @Test
    void aDamagedFileIsNoticedAndGivesWayToAFreshOne() throws IOException {
        Store store = new Store(root, warnings::add);
        Path file = put(store, key(1), "hello").file("a/data.txt");
        Files.writeString(file, "hallo");
        assertThat(store.find(key(1))).isEmpty();
        assertThat(warnings).singleElement().asString().contains("a/data.txt", "computed again");
        assertThat(put(store, key(1), "hello").file("a/data.txt")).hasContent("hello");
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        Store store = new Store(root, warnings::add);
        Files.delete(put(store, key(1), "hello").file("a/data.txt"));
        assertThat(store.find(key(1))).isEmpty();
        assertThat(warnings).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"files\": {}}", "{\"files\": {\"a/data.txt\": \"00\"}}"})
    void aDamagedManifestIsNoticedAndHealed(String damaged) throws IOException {
        Store store = new Store(root, warnings::add);
        Files.writeString(put(store, key(1), "hello").folder().resolve("entry.json"), damaged);
        assertThat(store.find(key(1))).isEmpty();
        assertThat(warnings).hasSize(1);
        assertThat(put(store, key(1), "hello").file("a/data.txt")).hasContent("hello");
        assertThat(store.find(key(1))).isPresent();
    }

    @Test
    void aManifestThatIsNoTextIsNoticed() throws IOException {
        Store store = new Store(root, warnings::add);
        Files.write(
                put(store, key(1), "hello").folder().resolve("entry.json"), new byte[] {(byte) 0xff, 0, (byte) 0xc0});
        assertThat(store.find(key(1))).isEmpty();
    }

    @Test
    void aFailedPutLeavesNothingBehind() throws IOException {
        Store store = new Store(root, warnings::add);
        assertThatThrownBy(() -> store.put(key(1), Json.object(), folder -> {
                    Files.writeString(folder.resolve("half"), "x");
                    throw new IOException("the power went");
                }))
                .hasMessage("the power went");
        assertThat(store.find(key(1))).isEmpty();
        assertThat(files(root)).isEmpty();
    }

    @Test
    void aFullDiskLeavesTheStoreAsItWas() throws IOException {
        Configuration small = Configuration.unix().toBuilder()
                .setMaxSize(64 * 1024)
                .setBlockSize(1024)
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(small)) {
            Store store = new Store(disk.getPath("/store"), warnings::add);
            put(store, key(1), "fits");
            assertThatThrownBy(() -> put(store, key(2), "x".repeat(100_000))).isInstanceOf(IOException.class);
            assertThat(store.find(key(2))).isEmpty();
            assertThat(store.find(key(1)).orElseThrow().file("a/data.txt")).hasContent("fits");
            assertThat(put(store, key(3), "still fits").file("a/data.txt")).hasContent("still fits");
        }
    }

    @Test
    void ofSeveralWritersOfOneKeyOneWinsAndAllAreServed() throws Exception {
        int writers = 8;
        CyclicBarrier start = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<String>> digests = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                digests.add(threads.submit(() -> {
                    Store store = new Store(root, line -> {});
                    start.await();
                    return put(store, key(1), "same").digest();
                }));
            }
            for (Future<String> digest : digests) {
                assertThat(digest.get()).isEqualTo(digests.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files(root.resolve("tmp"))).isEmpty();
    }

    @Test
    void aRemovedEntryIsGone() throws IOException {
        Store store = new Store(root, warnings::add);
        put(store, key(1), "hello");
        store.remove(key(1));
        store.remove(key(2));
        assertThat(store.find(key(1))).isEmpty();
        assertThat(files(root)).isEmpty();
    }

    private static Key key(int number) {
        return Key.of(STAGE, Json.object().put("number", number));
    }

    private static Entry put(Store store, Key key, String content) throws IOException {
        return store.put(key, Json.object().put("seconds", 3), folder -> {
            Files.createDirectory(folder.resolve("a"));
            Files.writeString(folder.resolve("a/data.txt"), content);
        });
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }
}
