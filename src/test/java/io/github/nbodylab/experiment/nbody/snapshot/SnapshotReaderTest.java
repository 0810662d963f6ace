package io.github.nbodylab.experiment.nbody.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {

    @TempDir
    Path folder;

    @Test
    void everySnapshotOfARunIsReadBackBitForBit() throws Exception {
        List<Snapshot> written = Snapshots.run();
        Path file = folder.resolve("run.hdf5");
        SnapshotFile.write(file, written, Snapshots.PHYSICAL, Snapshots.FACTS);

        try (SnapshotReader reader = SnapshotReader.open(file)) {
            assertThat(reader.times()).containsExactly(0, 0.25);
            for (int i = 0; i < written.size(); i++) {
                Snapshot read = reader.read(i);
                assertThat(read.time()).isEqualTo(written.get(i).time());
                assertThat(read.ids()).containsExactly(written.get(i).ids());
                assertThat(Snapshots.values(read)).containsExactly(Snapshots.values(written.get(i)));
            }
        }
    }

    @Test
    void aFileThatIsDamagedOrMissingIsNamed() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.hdf5"), "no HDF5");
        for (Path file : List.of(damaged, folder.resolve("missing.hdf5"))) {
            assertThatThrownBy(() -> SnapshotReader.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + " cannot be read as snapshots: ");
        }
    }
}
