package io.github.nbodylab.experiment.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as CSV: UTF-8, a header line, commas, line feeds.
 *
 * @param header column names
 * @param rows cells, as many in each row as there are columns
 */
public record Csv(List<String> header, List<List<String>> rows) {

    private static final CsvMapper MAPPER = new CsvMapper();
    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\n");
    private static final ObjectReader READER = MAPPER.readerForListOf(String.class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(SCHEMA);
    private static final ObjectWriter WRITER = MAPPER.writerFor(List.class).with(SCHEMA);

    public Csv {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells under " + header.size() + " names: " + row);
            }
        }
    }

    /**
     * The position of a column.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int column(String name) {
        int index = header.indexOf(requireNonNull(name));
        if (index < 0) {
            throw new IllegalArgumentException("no column '" + name + "' among " + header);
        }
        return index;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is no table; the message names the file
     */
    public static Csv read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                MappingIterator<List<String>> lines = READER.readValues(in)) {
            List<List<String>> all = new ArrayList<>();
            while (lines.hasNext()) {
                all.add(List.copyOf(lines.next()));
            }
            if (all.isEmpty()) {
                throw new IOException(file + " is empty, not even a header line");
            }
            return new Csv(all.get(0), all.subList(1, all.size()));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        StringBuilder out = new StringBuilder(line(header));
        for (List<String> row : rows) {
            out.append(line(row));
        }
        Files.writeString(file, out);
    }

    /**
     * Cells as a line.
     *
     * @return with quotes where they are needed, and the line feed at its end
     */
    public static String line(List<String> cells) throws IOException {
        return WRITER.writeValueAsString(cells);
    }
}
