package io.github.nbodylab.experiment.pipeline.predict;

import io.github.nbodylab.experiment.nbody.snapshot.CellNumber;
import io.github.nbodylab.experiment.spec.Complaint;
import io.github.nbodylab.experiment.spec.Spelling;
import io.github.nbodylab.experiment.store.CsvLines;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.trainingset.source.SourceColumn;
import java.util.List;
import java.util.OptionalDouble;

/** From lines of a file to points that a model can be asked about. */
final class PointReader {

    private final String file;
    private final PointColumns columns;
    private final Surrogate model;

    PointReader(String file, PointColumns columns, Surrogate model) {
        this.file = file;
        this.columns = columns;
        this.model = model;
    }

    /**
     * Reads a line.
     *
     * @param complaints gets all that is wrong with its cells
     * @return {@code double[inputs]} as for {@link Surrogate#predict(double[])}; of no meaning where there are complaints, or
     *     an input has no column
     */
    double[] point(CsvLines.Line line, List<Complaint> complaints) {
        List<String> cells = line.cells();
        double[] raw = new double[model.inputs().size()];
        if (cells.size() != columns.count()) {
            complaints.add(new Complaint(
                    file,
                    line.number(),
                    "",
                    "it has " + cells.size() + " cells under " + columns.count() + " names",
                    "give each name one, and put texts with commas in quotes"));
            return raw;
        }
        for (int i = 0; i < raw.length; i++) {
            if (columns.position(i) >= 0) {
                raw[i] = value(i, cells.get(columns.position(i)), line.number(), complaints);
            }
        }
        return raw;
    }

    private double value(int position, String cell, int line, List<Complaint> complaints) {
        Input input = model.inputs().get(position);
        if (input.isCategory() && input.levels().contains(cell)) {
            return input.levels().indexOf(cell);
        }
        OptionalDouble number = input.isCategory() ? OptionalDouble.empty() : CellNumber.parse(cell);
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
            return number.getAsDouble();
        }
        boolean nothing = SourceColumn.isNothing(cell);
        if (!nothing || !model.mayMiss(position)) {
            String problem = nothing ? "the value is missing" : "'" + cell + "' is no " + kind(input);
            complaints.add(new Complaint(file, line, input.name(), problem, remedy(input, cell, nothing)));
        }
        return Double.NaN;
    }

    private static String kind(Input input) {
        return input.isCategory() ? "word that the model knows" : "finite number";
    }

    private static String remedy(Input input, String cell, boolean nothing) {
        if (nothing) {
            return "give it, or leave the point out: the model was trained on rows that have it";
        }
        if (!input.isCategory()) {
            return "write a decimal number with a point, in the unit of trainingset.csv";
        }
        return Spelling.nearest(cell, input.levels())
                .map(near -> "did you mean '" + near + "'?")
                .orElseGet(() -> "it is one of " + String.join(", ", input.levels()));
    }
}
