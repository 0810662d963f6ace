package io.github.nbodylab.experiment.nbody.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesFileTest {

    private static final String HEADER = "id,mass,x,y,z,vx,vy,vz\n";
    private static final String TWO = "1,.5,0,0,0,0,0,0\n2,.5,1,0,0,0,0,0\n";

    @TempDir
    Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("stars.csv"), text);
    }

    private List<String> problems(Path file) {
        BodiesFileException thrown =
                catchThrowableOfType(BodiesFileException.class, () -> BodiesFile.read(file, SnapshotUnits.HENON));
        assertThat(thrown).as("an error").isNotNull();
        assertThat(thrown.problems()).allMatch(problem -> problem.startsWith(file.toString()));
        return thrown.problems();
    }

    @Test
    void columnsMayStandInAnyOrderAmongOthers() throws Exception {
        Snapshot found = BodiesFile.read(csv("""
                # from a catalogue
                vx,name, mass ,z,y,x,vy,vz,id
                4,"a, b",7,3,2,1,5,6,30

                -4e0,c,+7.,-3,-2,-.1E1,-5,-6,20
                """));
        assertThat(found.ids()).containsExactly(30, 20);
        assertThat(Snapshots.values(found)).containsExactly(1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, 7);
    }

    @Test
    void bodiesWithoutIdsAreNumberedFromOne() throws Exception {
        Snapshot found = BodiesFile.read(csv("mass,x,y,z,vx,vy,vz\n1,1,0,0,0,0,0\n1,2,0,0,0,0,0\n"));
        assertThat(found.ids()).containsExactly(1, 2);
        assertThat(found.time()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,0,2,0,0,0,0,0      | line 4: the mass is 0.0, and masses must be above 0",
                "3,-1,2,0,0,0,0,0     | line 4: the mass is -1.0",
                "3,1,NaN,0,0,0,0,0    | line 4: x is NaN, and every number must be finite",
                "3,1,2,-inf,0,0,0,0   | line 4: y is -Infinity",
                "3,1,2,0,0,0,1e999,0  | line 4: vy is Infinity",
                "3,1,2,zero,0,0,0,0   | line 4: y is 'zero', and must be a number",
                "3,1,2,,0,0,0,0       | line 4: y is empty, and must be a number",
                "3,1,2,0,0,0,0        | line 4: it has 7 cells under 8 names",
                "2,1,2,0,0,0,0,0      | line 4: the id 2 is that of line 3 already",
                "2.5,1,2,0,0,0,0,0    | line 4: id is '2.5', and ids are whole numbers",
                "3000000000,1,2,0,0,0,0,0 | line 4: the id is 3000000000, and ids are from 0 to 2147483647",
                "3,1,1,-0.0,0,0,0,0   | line 4: this body is at the same place as line 3",
            })
    void aWrongLineIsToldWithWhatWouldBeRight(String line, String problem) throws IOException {
        assertThat(problems(csv(HEADER + TWO + line + "\n")))
                .singleElement()
                .asString()
                .contains(problem);
    }

    @Test
    void allMissingColumnsAreToldAtOnceWithThoseThatThereAre() throws IOException {
        assertThat(problems(csv("x,y,z,m,vx\n1,2,3,4,5\n2,2,3,4,5\n")))
                .singleElement()
                .asString()
                .contains("line 1: no column is called vy, vz, mass; there are x, y, z, m, vx");
    }

    @Test
    void theFirstTenProblemsAreToldAndTheOthersCounted() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 25; i++) {
            text.append(i).append(",-1,").append(i).append(",0,0,0,0,0\n");
        }
        List<String> problems = problems(csv(text.toString()));
        assertThat(problems).hasSize(11);
        assertThat(problems.get(9)).contains("line 11: the mass");
        assertThat(problems.get(10)).endsWith("and 15 more");
    }

    @Test
    void oneBodyNoneAndNothingAreNoCluster() throws IOException {
        assertThat(problems(csv(HEADER + "1,1,0,0,0,0,0,0\n")).get(0)).contains("one body", "2 or more");
        assertThat(problems(csv(HEADER)).get(0)).contains("no bodies");
        assertThat(problems(csv("")).get(0)).contains("empty");
    }

    @Test
    void filesThatAreNotThereOrOfNoKnownKindAreTold() throws IOException {
        assertThat(problems(folder.resolve("none.csv")).get(0)).contains("there is no such file");
        assertThat(problems(Files.createDirectory(folder.resolve("folder.csv"))).get(0))
                .contains("folder");
        assertThat(problems(Files.writeString(folder.resolve("stars.txt"), "1")).get(0))
                .contains(".hdf5, .h5 and .csv");
    }

    @Test
    void aTableIsNoHdf5FileAndAnHdf5FileNoTable() throws IOException {
        Path text = Files.writeString(folder.resolve("table.hdf5"), HEADER + TWO);
        assertThat(problems(text).get(0)).contains("no HDF5 file", "ends with .csv");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0x89, 'H', 'D', 'F', (byte) 0xff});
        assertThat(problems(binary).get(0)).contains("no text in UTF-8", ".hdf5");
    }

    @Test
    void aFileThatWasCutOffIsTold() throws IOException {
        Path file = folder.resolve("cut.hdf5");
        SnapshotFile.write(file, List.of(Snapshots.random(300, 0)), SnapshotUnits.HENON, Snapshots.FACTS);
        byte[] whole = Files.readAllBytes(file);
        for (int size : new int[] {0, 10, 60, 300, 2000, whole.length / 2}) {
            Files.write(file, java.util.Arrays.copyOf(whole, size));
            assertThat(problems(file)).as("cut to %s bytes", size).isNotEmpty();
        }
    }

    @Test
    void unitsOfAFileAreConvertedToThoseThatAreWanted() throws Exception {
        Path file = folder.resolve("physical.hdf5");
        Snapshot written = Snapshots.random(5, 2);
        SnapshotFile.write(file, List.of(written), Snapshots.PHYSICAL, Snapshots.FACTS);
        SnapshotUnits half = new SnapshotUnits(
                true,
                Snapshots.PHYSICAL.grams() / 2,
                Snapshots.PHYSICAL.centimetres() / 4,
                Snapshots.PHYSICAL.centimetresPerSecond() / 8);
        Snapshot found = BodiesFile.read(file, half);
        assertThat(found.bodies().mass[3]).isEqualTo(2 * written.bodies().mass[3]);
        assertThat(found.bodies().z[3]).isEqualTo(4 * written.bodies().z[3]);
        assertThat(found.bodies().vz[3]).isEqualTo(8 * written.bodies().vz[3]);
        assertThat(found.time()).isCloseTo(2 * 4 / 8.0, within(1e-15));
    }

    @Test
    void aFileInTheWantedUnitsIsReadBitForBit() throws Exception {
        Path file = folder.resolve("physical.hdf5");
        Snapshot written = Snapshots.random(5, 2);
        SnapshotFile.write(file, List.of(written), Snapshots.PHYSICAL, Snapshots.FACTS);
        for (SnapshotUnits wanted : List.of(Snapshots.PHYSICAL, SnapshotUnits.HENON)) {
            assertThat(Snapshots.values(BodiesFile.read(file, wanted))).isEqualTo(Snapshots.values(written));
        }
    }

    @Test
    void aFileInWhoseUnitsGravityIsNotOneNeedsUnits() throws IOException {
        Path file = folder.resolve("kpc.hdf5");
        SnapshotUnits gadget = new SnapshotUnits(true, 1.989e43, 3.085678e21, 1e5);
        SnapshotFile.write(file, Snapshots.run(), gadget, Snapshots.FACTS);
        assertThat(problems(file)).singleElement().asString().contains("G is 430", "give the spec 'units'");
    }

    @Test
    void unitsAreAboveZero() {
        assertThatThrownBy(() -> new SnapshotUnits(true, 1, 0, 1)).hasMessageContaining("0.0 cm");
    }

    @Test
    void unitsOfASpecAreSuchThatGravityIsOne() {
        assertThat(Snapshots.PHYSICAL.gravitationalConstant()).isCloseTo(1, within(1e-4));
        assertThat(SnapshotUnits.of(Optional.empty())).isEqualTo(SnapshotUnits.HENON);
    }
}
