package io.github.nbodylab.experiment.nbody.snapshot;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads bodies from a table. */
final class CsvBodies {

    private static final String ID = "id";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final ObjectReader READER =
            new CsvMapper().readerForListOf(String.class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    /** In place of what could not be read and was complained about. */
    private static final double HARMLESS = 1;

    private final Problems problems;
    private final List<Integer> lines = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private List<String> header = List.of();
    private boolean everyIdRead = true;

    private CsvBodies(Problems problems) {
        this.problems = problems;
    }

    static BodyTable read(Path file, Problems problems) throws BodiesFileException {
        CsvBodies csv = new CsvBodies(problems);
        List<String> text = lines(file, problems);
        for (int i = 0; i < text.size(); i++) {
            String line =
                    i == 0 && text.get(i).startsWith("\uFEFF") ? text.get(i).substring(1) : text.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                csv.line(i + 1, line);
            }
        }
        if (csv.header.isEmpty()) {
            problems.add("it is empty, not even a header line with mass,x,y,z,vx,vy,vz");
        }
        return csv.table();
    }

    private static List<String> lines(Path file, Problems problems) throws BodiesFileException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            problems.add("it is no text in UTF-8; if it is HDF5, let its name end with .hdf5");
        } catch (IOException e) {
            problems.add("it cannot be read (" + e.getMessage() + ")");
        }
        problems.check();
        throw new AssertionError("a problem was noted");
    }

    private void line(int number, String line) {
        List<String> cells;
        try (MappingIterator<List<String>> parsed = READER.readValues(line)) {
            cells = parsed.next().stream().map(String::strip).toList();
        } catch (IOException e) {
            problems.add("line " + number, "it cannot be split into cells: " + e.getMessage());
            return;
        }
        if (header.isEmpty()) {
            header = cells;
            checkHeader(number);
        } else if (cells.size() != header.size()) {
            problems.add(
                    "line " + number,
                    "it has " + cells.size() + " cells under " + header.size() + " names; give each name one");
        } else {
            row(number, cells);
        }
    }

    private void checkHeader(int number) {
        List<String> missing = new ArrayList<>(BodyTable.NAMES);
        missing.removeAll(header);
        if (!missing.isEmpty()) {
            problems.add(
                    "line " + number,
                    "no column is called " + String.join(", ", missing) + "; there are " + String.join(", ", header));
        }
        for (String name : BodyTable.NAMES) {
            if (Collections.frequency(header, name) > 1) {
                problems.add("line " + number, "two columns are called " + name + "; give the one that is meant");
            }
        }
    }

    private void row(int line, List<String> cells) {
        double[] row = new double[BodyTable.NAMES.size()];
        for (int f = 0; f < row.length; f++) {
            int column = header.indexOf(BodyTable.NAMES.get(f));
            row[f] = column < 0 ? HARMLESS : number(line, BodyTable.NAMES.get(f), cells.get(column));
        }
        int column = header.indexOf(ID);
        if (column >= 0 && WHOLE.matcher(cells.get(column)).matches()) {
            ids.add(Long.valueOf(cells.get(column)));
        } else if (column >= 0) {
            problems.add("line " + line, "id is '" + cells.get(column) + "', and ids are whole numbers from 0");
            everyIdRead = false;
        }
        lines.add(line);
        rows.add(row);
    }

    private double number(int line, String name, String text) {
        OptionalDouble number = CellNumber.parse(text);
        if (number.isEmpty()) {
            String found = text.isEmpty() ? "empty" : "'" + text + "'";
            problems.add("line " + line, name + " is " + found + ", and must be a number such as 0.5 or -1.2e-3");
        }
        return number.orElse(HARMLESS);
    }

    private BodyTable table() {
        double[][] columns = new double[BodyTable.NAMES.size()][rows.size()];
        for (int f = 0; f < columns.length; f++) {
            int field = f;
            Arrays.setAll(columns[f], i -> rows.get(i)[field]);
        }
        boolean known = header.contains(ID) && everyIdRead;
        return new BodyTable(
                0,
                columns,
                known ? Optional.of(ids.stream().mapToLong(Long::longValue).toArray()) : Optional.empty(),
                new Lines());
    }

    private final class Lines implements BodyTable.Places {
        @Override
        public String of(int body) {
            return "line " + lines.get(body);
        }

        @Override
        public String of(int body, int column) {
            return of(body);
        }

        @Override
        public String ofId(int body) {
            return of(body);
        }
    }
}
