package io.github.nbodylab.experiment.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a CSV file that a user wrote, one after the other: UTF-8, with a byte order mark or not, packed if the name
 * ends in {@code .gz}, quotes where a cell needs them. Empty lines and lines that begin with # say nothing.
 */
public final class CsvLines implements AutoCloseable {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final CsvParser parser;

    private CsvLines(CsvParser parser) {
        this.parser = parser;
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read; the message says why, and does not name the file
     */
    public static CsvLines open(Path file) throws IOException {
        try {
            return new CsvLines(FACTORY.createParser(reader(file)));
        } catch (IOException e) {
            throw told(e);
        }
    }

    private static BufferedReader reader(Path file) throws IOException {
        boolean packed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        InputStream in = Files.newInputStream(file);
        try {
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8.newDecoder()));
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The next line.
     *
     * @return empty at the end of the file
     * @throws IOException if it cannot be read or split into cells; the message says why, and does not name the file
     */
    public Optional<Line> next() throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            int number = 0; // the parser does not know it before the first cell
            List<String> cells = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                number = number == 0 ? parser.currentTokenLocation().getLineNr() : number;
                cells.add(parser.getText().strip());
            }
            return Optional.of(new Line(number, cells));
        } catch (IOException e) {
            throw told(e);
        }
    }

    private static IOException told(IOException e) {
        if (e instanceof CharacterCodingException) {
            return new IOException("it is no text in UTF-8; save it as UTF-8", e);
        }
        if (e instanceof JsonProcessingException json) {
            return new IOException(
                    "line " + json.getLocation().getLineNr() + ": it cannot be split into cells: "
                            + json.getOriginalMessage(),
                    e);
        }
        return new IOException("it cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /**
     * A line.
     *
     * @param number in the file, from 1; where quotes hold line feeds, that of its first
     * @param cells without white space at their ends
     */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }
}
