package io.github.nbodylab.experiment.trainingset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nbodylab.experiment.nbody.snapshot.PythonHere;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import nom.tam.fits.AsciiTable;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.TableHDU;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of tables mean, and what their authors read where they mean nothing. */
class SourceTableTest {

    private static final String CSV = """
            # made by hand
            id,magnitude,kind,"a, b"
            1,20.5,star,true

            2,-1e-3,"quasar, ""far""\",FALSE
            3,NA,null,
            """;

    @TempDir
    private Path folder;

    @Test
    void aCsvFileHasNumbersTextsBooleansAndGaps() throws Exception {
        SourceTable table = read(write("a.csv", CSV), "id", "magnitude", "kind", "a, b");

        assertThat(table.rows()).isEqualTo(3);
        assertThat(numbers(table, "magnitude")).containsExactly(20.5, -1e-3, Double.NaN);
        assertThat(texts(table, "kind")).containsExactly("star", "quasar, \"far\"", "");
        assertThat(texts(table, "a, b")).containsExactly("true", "false", "");
        assertThat(table.columns().get("id").kind()).isEqualTo(SourceColumn.Kind.NUMBERS);
        assertThat(table.columns().get("kind").kind()).isEqualTo(SourceColumn.Kind.TEXTS);
        assertThat(table.columns().get("a, b").kind()).isEqualTo(SourceColumn.Kind.BOOLEANS);
    }

    @Test
    void aRowIsFoundByItsLineAlsoAfterCommentsEmptyLinesAndLineBreaksInQuotes() throws Exception {
        SourceTable table = read(write("a.csv", "# c\nx,y\n1,\"a\nb\"\n\n\"2\n\",c\n3,d\n"), "x");

        assertThat(table.places().apply(0)).isEqualTo("line 3");
        assertThat(table.places().apply(1)).isEqualTo("line 6");
        assertThat(table.places().apply(2)).isEqualTo("line 8");
    }

    @Test
    void aByteOrderMarkWindowsLineEndsAndGzipChangeNothing() throws Exception {
        Path windows = write("windows.csv", "\uFEFF" + CSV.replace("\n", "\r\n"));
        Path packed = folder.resolve("packed.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(CSV.getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : List.of(windows, packed)) {
            SourceTable table = read(file, "id", "kind");
            assertThat(numbers(table, "id")).containsExactly(1, 2, 3);
            assertThat(texts(table, "kind")).containsExactly("star", "quasar, \"far\"", "");
        }
    }

    @Test
    void longNumbersKeepAllTheirDigitsAsNames() throws Exception {
        SourceTable table = read(write("a.csv", "gaia\n4611686018427387905\n4611686018427387904\n"), "gaia");

        assertThat(texts(table, "gaia")).containsExactly("4611686018427387905", "4611686018427387904");
    }

    @Test
    void anUnknownColumnIsToldWithTheNearestOneAndADoubledOneWithItsCount() throws Exception {
        assertThat(refusal(write("a.csv", "redshift,u,u\n1,2,3\n"), "redhsift", "u", "colour"))
                .isEqualTo("""
                        a.csv: there is no column 'redhsift'; did you mean 'redshift'?
                        a.csv: there are 2 columns 'u'; give each a name of its own
                        a.csv: there is no column 'colour'; there are redshift, u, u""");
    }

    @Test
    void aCsvFileThatIsNoneSaysWhatWouldBeRight() throws Exception {
        assertThat(refusal(write("a.csv", ""), "x")).isEqualTo("a.csv: it has no line, not even a header");
        assertThat(refusal(write("a.csv", "x;y\n1;2\n"), "x"))
                .isEqualTo("a.csv: its cells are not separated by commas; save it with commas");
        assertThat(refusal(write("a.csv", "1,2\n3,4\n"), "x"))
                .isEqualTo(
                        "a.csv: its first line has numbers only; give it a header line with the names of the columns");
        assertThat(refusal(write("a.csv", "x,y\n1,2\n3\n4,5,6\n"), "x")).isEqualTo("""
                        a.csv:3: it has 1 cells under 2 names; give each name one, and put texts with commas in quotes
                        a.csv:4: it has 3 cells under 2 names; give each name one, and put texts with commas in quotes""");
        Path latin = Files.write(folder.resolve("a.csv"), "x\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refusal(latin, "x")).isEqualTo("a.csv: it is no text in UTF-8; save it as UTF-8");
    }

    @Test
    void aBinaryFitsTableHasScaledNumbersBlanksBooleansTrimmedTextsAndUnits() throws Exception {
        BinaryTable data = BinaryTable.fromColumnMajor(new Object[] {
            new double[] {0.5, Double.NaN, -2},
            new short[] {10, -99, 12},
            new int[] {1, 2, 3},
            new String[] {"star  ", "", "quasar"},
            new byte[] {(byte) 200, 1, 2},
            new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0}
        });
        data.addColumn(new boolean[] {true, false, true});
        BinaryTableHDU hdu = data.toHDU();
        name(hdu, "z", "mag", "unsigned", "kind", "byte", "long", "flag");
        hdu.getHeader().addValue("TUNIT1", "km/s", "unit");
        hdu.getHeader().addValue("TSCAL2", 0.1, "scale");
        hdu.getHeader().addValue("TZERO2", 5, "zero");
        hdu.getHeader().addValue("TNULL2", -99, "blank");
        hdu.getHeader().addValue("TZERO3", 2147483648.0, "unsigned");
        hdu.getHeader().addValue("TZERO6", 0x1p63, "unsigned");
        SourceTable table = read(fits(hdu), "z", "mag", "unsigned", "kind", "byte", "long", "flag");

        assertThat(numbers(table, "z")).containsExactly(0.5, Double.NaN, -2);
        assertThat(table.columns().get("z").unit()).isEqualTo("km/s");
        assertThat(numbers(table, "mag")).containsExactly(10 * 0.1 + 5, Double.NaN, 12 * 0.1 + 5);
        assertThat(texts(table, "unsigned")).containsExactly("2147483649", "2147483650", "2147483651");
        assertThat(texts(table, "kind")).containsExactly("star", "", "quasar");
        assertThat(numbers(table, "byte")).containsExactly(200, 1, 2);
        assertThat(texts(table, "long")).containsExactly("18446744073709551615", "0", "9223372036854775808");
        assertThat(texts(table, "flag")).containsExactly("true", "false", "true");
        assertThat(table.places().apply(1)).isEqualTo("row 2");
    }

    @Test
    void anAsciiFitsTableHasNumbersTextsAndBlanks() throws Exception {
        AsciiTable data = AsciiTable.fromColumnMajor(
                new Object[] {new double[] {0.25, 1e10}, new int[] {7, -99}, new String[] {"a ", "bc"}});
        var hdu = data.toHDU();
        name(hdu, "x", "n", "word");
        hdu.getHeader().addValue("TNULL2", "-99", "blank");
        SourceTable table = read(fits(hdu), "x", "n", "word");

        assertThat(numbers(table, "x")).containsExactly(0.25, 1e10);
        assertThat(numbers(table, "n")).containsExactly(7, Double.NaN);
        assertThat(texts(table, "word")).containsExactly("a", "bc");
    }

    @Test
    void aFitsColumnOfVectorsIsRefusedWithItsForm() throws Exception {
        BinaryTableHDU hdu = BinaryTable.fromColumnMajor(new Object[] {new double[][] {{1, 2}, {3, 4}}, new int[] {1, 2}
                })
                .toHDU();
        name(hdu, "spectrum", "n");
        assertThat(refusal(fits(hdu), "spectrum", "n"))
                .isEqualTo(
                        "a.fits: the column 'spectrum' has the form 2D; a column must have one value a row: make a column"
                                + " of each element that is wanted");
    }

    @Test
    void oneOfSeveralFitsTablesIsNamedOrNumbered() throws Exception {
        BinaryTableHDU stars =
                BinaryTable.fromColumnMajor(new Object[] {new int[] {1, 2}}).toHDU();
        BinaryTableHDU quasars =
                BinaryTable.fromColumnMajor(new Object[] {new int[] {3, 4}}).toHDU();
        name(stars, "n");
        name(quasars, "n");
        stars.getHeader().addValue("EXTNAME", "STARS", "name");
        quasars.getHeader().addValue("EXTNAME", "QUASARS", "name");
        Path file = fits(stars, quasars);

        assertThat(numbers(SourceTable.read(file, Optional.of("2"), List.of("n")), "n"))
                .containsExactly(3, 4);
        assertThat(numbers(SourceTable.read(file, Optional.of("stars"), List.of("n")), "n"))
                .containsExactly(1, 2);
        assertThat(refusal(file, "n"))
                .isEqualTo("a.fits: it has the extensions 1 (STARS), 2 (QUASARS); name one in trainingSet.table");
    }

    @Test
    void aFileThatIsNeitherFitsNorHdf5IsRefused() throws Exception {
        assertThat(refusal(write("a.fits", "no FITS at all"), "x"))
                .isEqualTo("a.fits: it is no FITS file; such a one begins with SIMPLE");
        assertThat(refusal(write("a.hdf5", "no HDF5 at all"), "x")).startsWith("a.hdf5: it cannot be read as HDF5: ");
    }

    @Test
    void aGroupOfHdf5DataSetsIsATable() throws Exception {
        Path file = folder.resolve("a.hdf5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            var group = hdf.putGroup("catalogue");
            group.putDataset("z", new double[] {0.5, Double.NaN}).putAttribute("units", "km/s");
            group.putDataset("n", new int[] {1, 2});
            group.putDataset("kind", new String[] {"star", "quasar"});
            group.putDataset("image", new double[][] {{1, 2}, {3, 4}});
            group.putDataset("short", new double[] {1});
        }
        SourceTable table = read(file, "z", "n", "kind");

        assertThat(numbers(table, "z")).containsExactly(0.5, Double.NaN);
        assertThat(table.columns().get("z").unit()).isEqualTo("km/s");
        assertThat(texts(table, "n")).containsExactly("1", "2");
        assertThat(texts(table, "kind")).containsExactly("star", "quasar");
        assertThat(refusal(file, "image"))
                .isEqualTo(
                        "a.hdf5: the column 'image' has more than one dimension, or none; a column must have one value a"
                                + " row: make a data set of each element that is wanted");
        assertThat(refusal(file, "z", "short"))
                .isEqualTo("a.hdf5: its columns are not equally long: z 2, short 1; give each one value a row");
        SourceException unknown = catchThrowableOfType(
                SourceException.class, () -> SourceTable.read(file, Optional.of("catalog"), List.of("z")));
        assertThat(unknown.getMessage().replace(folder + "/", ""))
                .isEqualTo(
                        "a.hdf5: it has no table 'catalog', but the tables /catalogue; name one in trainingSet.table");
    }

    @Test
    void aCompoundHdf5DataSetThatPythonWroteIsATable() throws Exception {
        Path file = folder.resolve("python.h5");
        PythonHere.run("h5py", """
                import sys, h5py, numpy as np
                rows = np.zeros(3, dtype=[('z', 'f8'), ('n', 'i8'), ('flag', '?'), ('name', 'S6')])
                rows['z'] = [0.5, np.nan, 2]
                rows['n'] = [4611686018427387905, 2, 3]
                rows['flag'] = [True, False, True]
                rows['name'] = [b'star', b'', b'quasar']
                with h5py.File(sys.argv[1], 'w') as file:
                    file['cat/objects'] = rows
                """, file.toString());
        SourceTable table = SourceTable.read(file, Optional.of("cat/objects"), List.of("z", "n", "flag", "name"));

        assertThat(numbers(table, "z")).containsExactly(0.5, Double.NaN, 2);
        assertThat(texts(table, "n")).containsExactly("4611686018427387905", "2", "3");
        assertThat(texts(table, "flag")).containsExactly("true", "false", "true");
        assertThat(texts(table, "name")).containsExactly("star", "", "quasar");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path fits(BasicHDU<?>... hdus) throws Exception {
        Path file = folder.resolve("a.fits");
        Files.deleteIfExists(file);
        try (Fits fits = new Fits()) {
            for (BasicHDU<?> hdu : hdus) {
                fits.addHDU(hdu);
            }
            fits.write(file.toFile());
        }
        return file;
    }

    private static void name(TableHDU<?> hdu, String... names) throws Exception {
        for (int c = 0; c < names.length; c++) {
            hdu.setColumnName(c, names[c], "name");
        }
    }

    private static SourceTable read(Path file, String... wanted) throws SourceException {
        return SourceTable.read(file, Optional.empty(), Arrays.asList(wanted));
    }

    private String refusal(Path file, String... wanted) {
        return catchThrowableOfType(SourceException.class, () -> read(file, wanted))
                .getMessage()
                .replace(folder + "/", "");
    }

    private static double[] numbers(SourceTable table, String name) {
        return IntStream.range(0, table.rows())
                .mapToDouble(table.columns().get(name)::number)
                .toArray();
    }

    private static List<String> texts(SourceTable table, String name) {
        return IntStream.range(0, table.rows())
                .mapToObj(table.columns().get(name)::text)
                .toList();
    }
}
