package io.github.nbodylab.experiment.trainingset.source;

import io.github.nbodylab.experiment.nbody.snapshot.CellNumber;
import java.util.List;
import java.util.Optional;

/** What the first line of a table of commas must be like, whatever its columns are. */
public final class CsvHeader {

    private CsvHeader() {}

    /**
     * What is wrong with a header.
     *
     * @param header its cells; none if the file has no line
     * @return what is wrong and what would be right; empty if it can be one
     */
    public static Optional<String> problem(List<String> header) {
        if (header.isEmpty()) {
            return Optional.of("it has no line, not even a header");
        }
        if (header.size() == 1 && header.get(0).matches("(?s).*[;\\t|].*")) {
            return Optional.of("its cells are not separated by commas; save it with commas");
        }
        if (header.stream().allMatch(cell -> CellNumber.parse(cell).isPresent())) {
            return Optional.of("its first line has numbers only; give it a header line with the names of the columns");
        }
        return Optional.empty();
    }
}
