package io.github.nbodylab.experiment.nbody.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of other codes, and what may be wrong with them. */
class GadgetBodiesTest {

    @TempDir
    Path folder;

    private Path file(Consumer<WritableGroup> content) {
        Path file = folder.resolve("other.hdf5");
        try (var hdf = HdfFile.write(file)) {
            content.accept(hdf);
        }
        return file;
    }

    private List<String> problems(Consumer<WritableGroup> content) {
        Path file = file(content);
        BodiesFileException thrown = catchThrowableOfType(BodiesFileException.class, () -> BodiesFile.read(file));
        assertThat(thrown).as("an error").isNotNull();
        assertThat(thrown.problems()).allMatch(problem -> problem.startsWith(file.toString()));
        return thrown.problems();
    }

    /** Two bodies, in floats. */
    private static WritableGroup type(WritableGroup root, int type) {
        WritableGroup group = root.putGroup("PartType" + type);
        group.putDataset("Coordinates", new float[][] {{type, 2, 3}, {type, 5, 6}});
        group.putDataset("Velocities", new float[][] {{-1, -2, -3}, {-4, -5, -6}});
        return group;
    }

    private static WritableGroup header(WritableGroup root, double... masses) {
        WritableGroup header = root.putGroup("Header");
        header.putAttribute("MassTable", masses);
        header.putDataset("Description", "no group without a dataset, which the writer might damage");
        return header;
    }

    @Test
    void allTypesAreReadInTheirOrderWithMassesOfTheirOwnOrOfTheTable() throws Exception {
        Snapshot found = BodiesFile.read(file(root -> {
            header(root, 0, 0, 0, 0, 0.25, 0).putAttribute("Time", new double[] {1.5});
            type(root, 4);
            type(root, 1).putDataset("Masses", new double[] {7, 8});
        }));
        assertThat(found.time()).isEqualTo(1.5);
        assertThat(found.ids()).containsExactly(1, 2, 3, 4);
        assertThat(Snapshots.values(found)).startsWith(1, 1, 4, 4, 2, 5, 2, 5).endsWith(7, 8, 0.25, 0.25);
    }

    @Test
    void idsOfEveryWidthAreKept() throws Exception {
        for (Object ids : List.of(new int[] {9, 4}, new long[] {9, 4}, new short[] {9, 4})) {
            for (boolean unsigned : new boolean[] {false, true}) {
                Snapshot found = BodiesFile.read(file(root -> {
                    WritableGroup type = type(root, 1);
                    type.putDataset("Masses", new int[] {1, 1});
                    var options = io.jhdf.api.DatasetCreationOptions.builder();
                    type.putDataset(
                            "ParticleIDs", ids, unsigned ? options.unsigned().build() : options.build());
                }));
                assertThat(found.ids()).containsExactly(9, 4);
            }
        }
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        assertThat(problems(root -> root.putGroup("PartType5").putDataset("Masses", new double[] {1, 1})))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .contains("PartType5/Coordinates: there is no such dataset", "shape (N, 3)"),
                        problem -> assertThat(problem).contains("PartType5/Velocities"));
        assertThat(problems(root -> type(root, 2)))
                .singleElement()
                .asString()
                .contains("PartType2/Masses", "MassTable");
        assertThat(problems(root -> header(root, 1)))
                .singleElement()
                .asString()
                .contains("no group is called PartType0 to PartType5");
    }

    @Test
    void wrongShapesAreToldWithTheRightOnes() {
        assertThat(problems(root -> {
                    WritableGroup type = root.putGroup("PartType1");
                    type.putDataset("Coordinates", new double[2][2]);
                    type.putDataset("Velocities", new double[6]);
                    type.putDataset("Masses", new double[2][1]);
                }))
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("its shape is (2, 2), and must be (N, 3)"),
                        problem -> assertThat(problem).contains("its shape is (6), and must be (N, 3)"),
                        problem -> assertThat(problem).contains("its shape is (2, 1), and must be (N)"));
    }

    @Test
    void everyBodyNeedsARow() {
        assertThat(problems(root -> type(root, 1).putDataset("Masses", new double[3])))
                .singleElement()
                .asString()
                .contains("PartType1/Masses: it has 3 rows where Coordinates has 2");
    }

    @Test
    void textIsNoNumber() {
        assertThat(problems(root -> type(root, 1).putDataset("Masses", new String[] {"heavy", "light"})))
                .singleElement()
                .asString()
                .contains("PartType1/Masses: it holds Strings, and must hold numbers");
    }

    @Test
    void wrongNumbersAreToldWithTheirRows() {
        assertThat(problems(root -> {
                    header(root, 1, 0, 0, 0, 0, 0);
                    type(root, 0);
                    WritableGroup type = type(root, 3);
                    type.putDataset("Masses", new double[] {1, -2});
                    type.putDataset("Velocities", new double[][] {{0, Double.NaN, 0}, {0, 0, 0}});
                }))
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("PartType3/Velocities[0]: vy is NaN"),
                        problem -> assertThat(problem).contains("PartType3/Masses[1]: the mass is -2.0"));
    }

    @Test
    void bodiesAtOnePlaceAreBothNamed() {
        assertThat(problems(root -> {
                    WritableGroup type = root.putGroup("PartType1");
                    type.putDataset("Coordinates", new double[][] {{1, 2, 3}, {3, 2, 1}, {1, 2, 3}});
                    type.putDataset("Velocities", new double[3][3]);
                    type.putDataset("Masses", new double[] {1, 1, 1});
                }))
                .singleElement()
                .asString()
                .contains("PartType1/Coordinates[2]", "same place as PartType1/Coordinates[0]");
    }

    @Test
    void onePartOfASnapshotIsNotTakenForTheWhole() {
        assertThat(problems(root -> {
                    header(root, 0, 1).putAttribute("NumFilesPerSnapshot", 4);
                    type(root, 1);
                }))
                .singleElement()
                .asString()
                .contains("one of several files");
    }

    @Test
    void anAmbiguousHubbleParameterIsRefusedWhereUnitsAreConverted() {
        Path file = file(root -> {
            WritableGroup header = header(root, 0, 1, 0, 0, 0, 0);
            header.putAttribute("HubbleParam", 0.7);
            header.putAttribute("UnitLength_in_cm", 3.085678e21);
            header.putAttribute("UnitMass_in_g", 1.989e43);
            header.putAttribute("UnitVelocity_in_cm_per_s", 1e5);
            type(root, 1);
        });
        BodiesFileException thrown =
                catchThrowableOfType(BodiesFileException.class, () -> BodiesFile.read(file, Snapshots.PHYSICAL));
        assertThat(thrown).hasMessageContaining("HubbleParam is 0.7");
    }
}
