package io.github.nbodylab.experiment.trainingset.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.github.nbodylab.experiment.nbody.snapshot.CellNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads a table of commas: UTF-8, a header line, quotes where a cell needs them; lines that begin with # say nothing. */
final class CsvSource {

    private static final CsvFactory FACTORY = CsvFactory.builder()
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final List<String> problems = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private List<String> header = List.of();

    private CsvSource() {}

    static SourceTable read(Path file, Collection<String> wanted) throws SourceException {
        CsvSource csv = new CsvSource();
        try (BufferedReader in = open(file)) {
            csv.parse(in);
            csv.checkHeader(wanted);
        } catch (CharacterCodingException e) {
            csv.problems.add("it is no text in UTF-8; save it as UTF-8");
        } catch (JsonProcessingException e) {
            csv.problems.add("line " + e.getLocation().getLineNr() + ": it cannot be split into cells: "
                    + e.getOriginalMessage());
        } catch (IOException e) {
            csv.problems.add("it cannot be read: " + e.getMessage());
        }
        if (!csv.problems.isEmpty()) {
            throw new SourceException(file.toString(), csv.problems);
        }
        return csv.table(wanted);
    }

    private static BufferedReader open(Path file) throws IOException {
        boolean packed = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        InputStream in = Files.newInputStream(file);
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private void parse(BufferedReader in) throws IOException {
        try (CsvParser parser = FACTORY.createParser(in)) {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                int line = 0; // the parser does not know it before the first cell
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    line = line == 0 ? parser.currentTokenLocation().getLineNr() : line;
                    cells.add(parser.getText().strip());
                }
                row(line, cells);
            }
        }
    }

    private void row(int line, List<String> cells) {
        if (header.isEmpty()) {
            header = cells;
        } else if (cells.size() != header.size()) {
            problems.add("line " + line + ": it has " + cells.size() + " cells under " + header.size()
                    + " names; give each name one, and put texts with commas in quotes");
        } else {
            rows.add(cells);
            lines.add(line);
        }
    }

    private void checkHeader(Collection<String> wanted) {
        if (header.isEmpty()) {
            problems.add("it has no line, not even a header");
        } else if (header.size() == 1 && header.get(0).matches("(?s).*[;\\t|].*")) {
            problems.add("its cells are not separated by commas; save it with commas");
        } else if (header.stream().allMatch(cell -> CellNumber.parse(cell).isPresent())) {
            problems.add("its first line has numbers only; give it a header line with the names of the columns");
        } else {
            problems.addAll(SourceTable.problems(wanted, header));
        }
    }

    private SourceTable table(Collection<String> wanted) {
        Map<String, SourceColumn> columns = new LinkedHashMap<>();
        for (String name : wanted) {
            int column = header.indexOf(name);
            String[] cells = rows.stream().map(row -> row.get(column)).toArray(String[]::new);
            columns.put(name, SourceColumn.ofTexts(name, "", cells));
        }
        return new SourceTable(rows.size(), columns, row -> "line " + lines.get(row));
    }
}
