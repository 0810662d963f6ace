package io.github.nbodylab.experiment.trainingset.source;

import io.github.nbodylab.experiment.store.CsvLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table of commas, of which the first line has the names of the columns. */
final class CsvSource {

    private final List<String> problems = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private List<String> header = List.of();

    private CsvSource() {}

    static SourceTable read(Path file, Collection<String> wanted) throws SourceException {
        CsvSource csv = new CsvSource();
        try (CsvLines lines = CsvLines.open(file)) {
            for (Optional<CsvLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                csv.row(line.get().number(), line.get().cells());
            }
            csv.checkHeader(wanted);
        } catch (IOException e) {
            csv.problems.add(e.getMessage());
        }
        if (!csv.problems.isEmpty()) {
            throw new SourceException(file.toString(), csv.problems);
        }
        return csv.table(wanted);
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
        CsvHeader.problem(header)
                .ifPresentOrElse(problems::add, () -> problems.addAll(SourceTable.problems(wanted, header)));
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
