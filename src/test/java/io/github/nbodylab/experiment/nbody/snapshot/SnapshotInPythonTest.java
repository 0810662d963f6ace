package io.github.nbodylab.experiment.nbody.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs read our snapshots. */
class SnapshotInPythonTest {

    @TempDir
    Path folder;

    private Path file;
    private final List<Snapshot> run = Snapshots.run();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("run.hdf5");
        SnapshotFile.write(file, run, Snapshots.PHYSICAL, Snapshots.FACTS);
    }

    /** As a script prints x, y, z, vx, vy, vz and mass of each body. */
    private static String rows(Snapshot snapshot) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < snapshot.bodies().count(); i++) {
            StringBuilder row = new StringBuilder().append(snapshot.ids()[i]);
            for (double[] field : snapshot.bodies().fields()) {
                row.append(' ').append(Double.toHexString(field[i]));
            }
            rows.add(row.toString());
        }
        return String.join("\n", rows);
    }

    /** Java and Python write a double in hexadecimal, but not with the same number of zeros. */
    private static final String PRINT = """
            def rows(group):
                import re
                out = []
                for i, x, v, m in zip(group["ParticleIDs"], group["Coordinates"], group["Velocities"], group["Masses"]):
                    numbers = [float(n).hex().replace("p+", "p") for n in [*x, *v, m]]
                    out.append(" ".join([str(int(i))] + [re.sub(r"0*p", "p", n).replace(".p", ".0p") for n in numbers]))
                return "\\n".join(out)
            """;

    @Test
    void h5pyReadsEverySnapshotBitForBit() throws Exception {
        for (int i = 0; i < run.size(); i++) {
            String found = PythonHere.run("h5py", PRINT + """
                    import h5py, sys
                    print(rows(h5py.File(sys.argv[1], "r")[sys.argv[2]]))
                    """, file.toString(), "Snapshot_000" + i + "/PartType1");
            assertThat(found).isEqualTo(rows(run.get(i)));
        }
    }

    @Test
    void h5pyFindsTheLastSnapshotAtTheRoot() throws Exception {
        String found = PythonHere.run("h5py", PRINT + """
                import h5py, sys
                print(rows(h5py.File(sys.argv[1], "r")["PartType1"]))
                """, file.toString());
        assertThat(found).isEqualTo(rows(run.get(1)));
    }

    @Test
    void h5pyReadsHeaderAndUnits() throws Exception {
        String found = PythonHere.run(
                "h5py", """
                import h5py, sys
                file = h5py.File(sys.argv[1], "r")
                header = file["Header"].attrs
                print(header["Time"], list(header["NumPart_ThisFile"]), header["NumPart_Total"].dtype, header["BoxSize"],
                      list(header["MassTable"]), list(file["Experiment/Times"]), file["Experiment"].attrs["run"].decode(),
                      header["UnitMass_in_g"] == float(sys.argv[2]), file["Units"].attrs["UnitLength_in_cm"] == float(sys.argv[3]))
                """, file.toString(), "" + Snapshots.PHYSICAL.grams(), "" + Snapshots.PHYSICAL.centimetres());
        assertThat(found)
                .isEqualTo(
                        "0.25 [0, 8, 0, 0, 0, 0] uint32 0.0 [0.0, 0.0, 0.0, 0.0, 0.0, 0.0] [0.0, 0.25] run-1 True True");
    }

    @Test
    void aSnapshotThatH5pyWroteIsRead() throws Exception {
        Path other = folder.resolve("other.hdf5");
        PythonHere.run("h5py", """
                import h5py, numpy, sys
                with h5py.File(sys.argv[1], "w") as file:
                    file.create_group("Header").attrs["Time"] = 3.5
                    file["Header"].attrs["MassTable"] = numpy.array([0, 0, 0, 0, 0.5, 0])
                    stars = file.create_group("PartType4")
                    stars.create_dataset("Coordinates", data=numpy.arange(300).reshape(100, 3), dtype="f4",
                                         chunks=(16, 3), compression="gzip")
                    stars.create_dataset("Velocities", data=numpy.zeros((100, 3)), dtype=">f8")
                    stars["ParticleIDs"] = numpy.arange(100, dtype="u8") + 7
                """, other.toString());
        Snapshot found = BodiesFile.read(other);
        assertThat(found.time()).isEqualTo(3.5);
        assertThat(found.ids()).startsWith(7, 8).endsWith(106);
        assertThat(found.bodies().z[99]).isEqualTo(299);
        assertThat(found.bodies().mass[42]).isEqualTo(0.5);
    }

    @Test
    void ytLoadsTheLastSnapshotAsGadgetsWithItsUnits() throws Exception {
        String found = PythonHere.run("yt", """
                import h5py, sys, yt
                yt.set_log_level(50)
                units = dict(h5py.File(sys.argv[1], "r")["Units"].attrs)
                cluster = yt.load(sys.argv[1], unit_base=units)
                bodies = cluster.all_data()
                mass = bodies["PartType1", "Masses"].to("g").sum()
                x = bodies["PartType1", "Coordinates"].to("cm")
                print(type(cluster).__name__, len(x), float(mass), float(abs(x).max()))
                """, file.toString());
        String[] words = found.substring(found.lastIndexOf('\n') + 1).split(" ", -1);
        double mass = 0;
        double farthest = 0;
        for (int i = 0; i < 8; i++) {
            mass += run.get(1).bodies().mass[i];
            for (int axis = 0; axis < 3; axis++) {
                farthest = Math.max(farthest, Math.abs(run.get(1).bodies().fields()[axis][i]));
            }
        }
        assertThat(words[0]).isEqualTo("GadgetHDF5Dataset");
        assertThat(words[1]).isEqualTo("8");
        assertThat(Double.parseDouble(words[2]) / Snapshots.PHYSICAL.grams())
                .isCloseTo(mass, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(Double.parseDouble(words[3]) / Snapshots.PHYSICAL.centimetres())
                .isCloseTo(farthest, org.assertj.core.api.Assertions.within(1e-12));
    }
}
