package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.TrainingSet;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.trainingset.Side;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The points of an experiment: those of its design, or the rows of a table that no simulation made. */
final class DesignPictures {

    private DesignPictures() {}

    /** The rows of a table from elsewhere. */
    static ObjectNode ofRows(TrainingTable table) {
        double[][] rows = table.inputs();
        List<PointInput> inputs = IntStream.range(0, table.columns().size())
                .mapToObj(c -> PointInput.ofColumn(table.columns().get(c), rows, c))
                .filter(PointInput::varies)
                .toList();
        return new DesignPicture(inputs, table.sides(), new int[rows.length], new int[rows.length]).toJson();
    }

    /**
     * The points of a design, in its order.
     *
     * @param folder which has {@code runs.csv}
     * @param table made of the runs
     * @throws IOException if the runs cannot be read
     */
    static ObjectNode ofRuns(ExperimentSpec spec, Path folder, TrainingTable table) throws IOException {
        Csv runs = Csv.read(folder.resolve("runs.csv"));
        Map<String, List<List<String>>> byPoint = new LinkedHashMap<>();
        int point = runs.column("point");
        runs.rows()
                .forEach(row -> byPoint.computeIfAbsent(row.get(point), id -> new ArrayList<>())
                        .add(row));
        List<List<List<String>>> points = List.copyOf(byPoint.values());
        Map<String, Side> sides = sides(table);
        int group = runs.column(spec.trainingSet().splitBy() == TrainingSet.SplitBy.SIMULATION ? "run" : "point");
        int status = runs.column("status");
        DesignPicture picture = new DesignPicture(
                parameters(spec, runs, points),
                points.stream().map(rows -> side(rows, group, sides)).toArray(Side[]::new),
                points.stream().mapToInt(List::size).toArray(),
                points.stream()
                        .mapToInt(rows -> (int) rows.stream()
                                .filter(row -> !row.get(status).equals("completed"))
                                .count())
                        .toArray());
        ObjectNode json = picture.toJson();
        Simulate.Design design = spec.simulate().design();
        return json.put("method", design.method().specName()).put("replicates", design.replicates());
    }

    private static Map<String, Side> sides(TrainingTable table) {
        Map<String, Side> sides = new HashMap<>();
        String[] groups = table.groups();
        Side[] all = table.sides();
        for (int i = 0; i < groups.length; i++) {
            sides.put(groups[i], all[i]);
        }
        return sides;
    }

    /** The side of all runs of a point; null if they have none, or several. */
    private static Side side(List<List<String>> rows, int group, Map<String, Side> sides) {
        Side side = null;
        for (List<String> row : rows) {
            Side its = sides.get(row.get(group));
            if (its != null && side != null && its != side) {
                return null;
            }
            side = its == null ? side : its;
        }
        return side;
    }

    /** The parameters that differ from point to point, by name. */
    private static List<PointInput> parameters(ExperimentSpec spec, Csv runs, List<List<List<String>>> points) {
        Map<String, Axis> axes = spec.simulate().axes();
        TreeSet<String> names = new TreeSet<>(axes.keySet());
        spec.simulate().design().list().forEach(point -> names.addAll(point.keySet()));
        names.retainAll(runs.header());
        List<PointInput> parameters = new ArrayList<>();
        for (String name : names) {
            int column = runs.column(name);
            boolean log =
                    axes.get(name) instanceof Axis.Range range && range.distribution() == Axis.Distribution.LOG_UNIFORM;
            parameters.add(PointInput.ofCells(
                    name,
                    log,
                    points.stream().map(rows -> rows.get(0).get(column)).toList()));
        }
        return parameters.stream().filter(PointInput::varies).toList();
    }
}
