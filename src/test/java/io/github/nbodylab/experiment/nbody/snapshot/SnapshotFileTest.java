package io.github.nbodylab.experiment.nbody.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    @TempDir
    Path folder;

    private Path write(String name, List<Snapshot> snapshots) throws IOException {
        Path file = folder.resolve(name);
        SnapshotFile.write(file, snapshots, SnapshotUnits.HENON, Snapshots.FACTS);
        return file;
    }

    @Test
    void aSnapshotReadsBackBitForBit() throws Exception {
        Snapshot written = Snapshots.random(100, 0.1);
        Snapshot found = BodiesFile.read(write("run.hdf5", List.of(written)));
        assertThat(found.time()).isEqualTo(0.1);
        assertThat(found.ids()).isEqualTo(written.ids());
        assertThat(Snapshots.values(found)).isEqualTo(Snapshots.values(written));
    }

    @Test
    void theLastOfSeveralSnapshotsIsTheOneToGoOnFrom() throws Exception {
        Snapshot found = BodiesFile.read(write("run.hdf5", Snapshots.run()));
        assertThat(found.time()).isEqualTo(0.25);
        assertThat(Snapshots.values(found))
                .isEqualTo(Snapshots.values(Snapshots.run().get(1)));
    }

    @Test
    void positionsAreTheSumsOfBothParts() throws Exception {
        Snapshot written = Snapshots.random(2, 0);
        written.bodies().xLow[1] = 0.125;
        double sum = written.bodies().x[1] + 0.125;
        Snapshot found = BodiesFile.read(write("run.hdf5", List.of(written)));
        assertThat(found.bodies().x[1]).isEqualTo(sum);
        assertThat(found.bodies().xLow[1]).isZero();
    }

    @Test
    void theSameSnapshotsGiveTheSameBytes() throws IOException {
        Path first = write("first.hdf5", Snapshots.run());
        Path second = write("second.hdf5", Snapshots.run());
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aFileThatIsThereIsReplacedWhole() throws IOException {
        Path file = write("run.hdf5", List.of(Snapshots.random(500, 0), Snapshots.random(500, 1)));
        write("run.hdf5", Snapshots.run());
        assertThat(file).hasSameBinaryContentAs(write("fresh.hdf5", Snapshots.run()));
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing temporary is left").hasSize(2);
        }
    }

    @Test
    void everySnapshotIsAWholeGadgetSnapshot() throws IOException {
        try (HdfFile hdf = new HdfFile(write("run.hdf5", Snapshots.run()))) {
            assertThat(hdf.getChildren())
                    .containsOnlyKeys("Experiment", "Header", "PartType1", "Snapshot_0000", "Snapshot_0001", "Units");
            for (String path : List.of("", "Snapshot_0000", "Snapshot_0001")) {
                Group group = path.isEmpty() ? hdf : (Group) hdf.getChild(path);
                int n = path.equals("Snapshot_0000") ? 9 : 8;
                assertThat(group.getChildren()).containsKeys("Header", "Units", "PartType1");
                assertThat(group.getChild("Header")
                                .getAttribute("NumPart_ThisFile")
                                .getData())
                        .isEqualTo(new int[] {0, n, 0, 0, 0, 0});
                assertThat(group.getDatasetByPath("PartType1/Coordinates").getDimensions())
                        .containsExactly(n, 3);
            }
        }
    }

    @Test
    void theHeaderSaysWhetherNumbersHaveUnits() throws IOException {
        Path file = folder.resolve("run.hdf5");
        SnapshotFile.write(file, Snapshots.run(), Snapshots.PHYSICAL, Snapshots.FACTS);
        try (HdfFile hdf = new HdfFile(file)) {
            Group units = (Group) hdf.getChild("Units");
            assertThat(units.getAttribute("UnitLength_in_cm").getData()).isEqualTo(Snapshots.PHYSICAL.centimetres());
            assertThat((String)
                            hdf.getChild("Header").getAttribute("UnitSystem").getData())
                    .startsWith("physical");
            assertThat(hdf.getChild("Experiment").getAttribute("seed").getData())
                    .isEqualTo("42");
        }
    }

    @Test
    void noSnapshotAndOneThatGoesBackInTimeAreRefused() {
        assertThatThrownBy(() -> write("run.hdf5", List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> write("run.hdf5", List.of(Snapshots.random(2, 1), Snapshots.random(2, 1))))
                .hasMessageContaining("a snapshot at 1.0 comes after one at 1.0");
    }

    @Test
    void aFolderThatDoesNotExistIsToldWithTheFile() {
        Path file = folder.resolve("none/run.hdf5");
        assertThatThrownBy(() -> SnapshotFile.write(file, Snapshots.run(), SnapshotUnits.HENON, new TreeMap<>()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run.hdf5");
    }

    @Test
    void theDigestOfTheContentDoesNotDependOnTheWriterNorOnTheOrder() throws IOException {
        Path one = folder.resolve("one.hdf5");
        Path other = folder.resolve("other.hdf5");
        try (var hdf = HdfFile.write(one)) {
            hdf.putAttribute("k", 1.5);
            hdf.putDataset("b", new float[] {1, 2});
            hdf.putDataset("a", "text");
        }
        try (var hdf = HdfFile.write(other)) {
            hdf.removeAttribute("_jHDF");
            hdf.putDataset("a", "text");
            hdf.putDataset("b", new float[] {1, 2});
            hdf.putAttribute("k", 1.5);
        }
        assertThat(Files.mismatch(one, other)).isNotNegative();
        assertThat(ContentDigest.of(other)).isEqualTo(ContentDigest.of(one));
    }

    @Test
    void writingTellsTheDigestOfTheContent() throws IOException {
        Path file = folder.resolve("run.hdf5");
        assertThat(SnapshotFile.write(file, Snapshots.run(), SnapshotUnits.HENON, Snapshots.FACTS))
                .isEqualTo(ContentDigest.of(file));
    }

    /** The writer's order is that of hash codes, and what it writes last it may damage. */
    @Test
    void filesOfAnyNumberOfSnapshotsCanBeReadWhole() throws IOException {
        for (int count = 1; count < 40; count += 3) {
            List<Snapshot> snapshots = java.util.stream.IntStream.range(0, count)
                    .mapToObj(i -> Snapshots.random(2, i))
                    .toList();
            try (HdfFile hdf = new HdfFile(write("run.hdf5", snapshots))) {
                assertThat(hdf.getDatasetByPath("Experiment/Times").getSize()).isEqualTo(count);
                Group last = (Group) hdf.getChild(String.format("Snapshot_%04d", count - 1));
                assertThat(last.getChild("Header").getAttribute("Time").getData())
                        .isEqualTo(count - 1.0);
            }
        }
    }

    @Test
    void theDigestOfTheContentChangesWithOneBit() throws IOException {
        String digest = ContentDigest.of(write("run.hdf5", Snapshots.run()));
        List<Snapshot> changed = Snapshots.run();
        changed.get(0).bodies().vy[3] = Math.nextUp(changed.get(0).bodies().vy[3]);
        assertThat(ContentDigest.of(write("changed.hdf5", changed)))
                .isNotEqualTo(digest)
                .hasSize(64);
        assertThat(ContentDigest.of(write("again.hdf5", Snapshots.run()))).isEqualTo(digest);
    }

    @Test
    void theDigestOfTheContentTellsTypesAndShapesApart() throws IOException {
        List<Object> alike =
                List.of(new double[][] {{1, 2}}, new double[] {1, 2}, new float[] {1, 2}, new int[] {1, 2});
        assertThat(alike.stream().map(values -> {
                    Path file = folder.resolve("values.hdf5");
                    try {
                        Files.deleteIfExists(file);
                        try (var hdf = HdfFile.write(file)) {
                            hdf.putDataset("values", values);
                        }
                        return ContentDigest.of(file);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoHdf5FileHasNoContent() throws IOException {
        Path text = Files.writeString(folder.resolve("text.hdf5"), "hello");
        assertThatThrownBy(() -> ContentDigest.of(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.hdf5");
    }
}
