package io.github.nbodylab.experiment.pipeline.predict;

import io.github.nbodylab.experiment.spec.Complaint;
import io.github.nbodylab.experiment.spec.Spelling;
import io.github.nbodylab.experiment.store.CsvLines;
import io.github.nbodylab.experiment.surrogate.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which columns of a file of points are inputs of a model, and which are only copied. */
final class PointColumns {

    private final String file;
    private final CsvLines.Line header;
    private final List<String> inputs;
    private final List<String> carried;
    private final int[] positions;
    private final int[] copied;

    /**
     * The columns.
     *
     * @param file as the user knows it
     * @param header the first line
     * @param inputs of the model, in its order
     * @param carried names of columns that are copied
     */
    PointColumns(String file, CsvLines.Line header, List<Input> inputs, List<String> carried) {
        this.file = file;
        this.header = header;
        this.inputs = inputs.stream().map(Input::name).toList();
        this.carried = List.copyOf(carried);
        List<String> names = header.cells();
        this.positions = this.inputs.stream().mapToInt(names::indexOf).toArray();
        this.copied = IntStream.range(0, names.size())
                .filter(c -> this.inputs.contains(names.get(c)) || carried.contains(names.get(c)))
                .toArray();
    }

    /** How many cells a line has. */
    int count() {
        return header.cells().size();
    }

    /** Whether every input has a column. */
    boolean isWhole() {
        return Arrays.stream(positions).allMatch(position -> position >= 0);
    }

    /** Where an input stands; -1 if it has no column. */
    int position(int input) {
        return positions[input];
    }

    /** The names of the columns that stand in the output as well, in the order of the file. */
    List<String> copiedNames() {
        return copied(header.cells());
    }

    /** The cells of a line under {@link #copiedNames}. */
    List<String> copied(List<String> cells) {
        return Arrays.stream(copied).mapToObj(cells::get).toList();
    }

    /**
     * All that is wrong with the header.
     *
     * @param written names of the columns that are added to those that are copied
     */
    List<Complaint> complaints(List<String> written) {
        List<Complaint> complaints = new ArrayList<>();
        List<String> names = header.cells();
        for (String input : inputs) {
            if (!names.contains(input)) {
                complaints.add(complaint(input, "this input of the model has no column", missing(input)));
            }
        }
        for (String name : new LinkedHashSet<>(names)) {
            if (Collections.frequency(names, name) > 1) {
                complaints.add(complaint(
                        name,
                        Collections.frequency(names, name) + " columns have this name",
                        "give each a name of its own"));
            } else if (!inputs.contains(name) && !carried.contains(name)) {
                complaints.add(complaint(name, "no input of the model has this name", unknown(name)));
            } else if (written.contains(name)) {
                complaints.add(complaint(
                        name, "a column of this name is to be written", "give this one another, or leave it out"));
            }
        }
        for (String name : carried) {
            if (!names.contains(name)) {
                complaints.add(complaint(
                        name,
                        "experiment.carry names this column, which is not there",
                        Spelling.nearest(name, names)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElseGet(() -> "there are " + String.join(", ", names))));
            }
        }
        return complaints;
    }

    private String missing(String input) {
        List<String> spare =
                header.cells().stream().filter(name -> !inputs.contains(name)).toList();
        return Spelling.nearest(input, spare)
                .map(name -> "is it '" + name + "'?")
                .orElse("add one with a value for every point");
    }

    private String unknown(String name) {
        Set<String> spare = new LinkedHashSet<>(inputs);
        header.cells().forEach(spare::remove);
        return Spelling.nearest(name, spare)
                .map(near -> "did you mean '" + near + "'? To have it copied, name it in -Dexperiment.carry")
                .orElseGet(() -> "the inputs are " + String.join(", ", inputs)
                        + "; to have it copied, name it in -Dexperiment.carry");
    }

    private Complaint complaint(String name, String problem, String remedy) {
        return new Complaint(file, header.number(), name, problem, remedy);
    }
}
