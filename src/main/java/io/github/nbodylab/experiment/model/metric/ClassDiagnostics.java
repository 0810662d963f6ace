package io.github.nbodylab.experiment.model.metric;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report shows of a classifier beside its metrics.
 *
 * @param levels the classes in the order of their indices
 * @param rows how many rows of each class were observed, by observed and then by likeliest class
 * @param characteristics of each class against the rest (of two classes of the second alone): its name, and false and
 *     true positives rising from (0, 0) to (1, 1) in at most 200 points
 * @param reliability with rising predictions
 */
public record ClassDiagnostics(
        List<String> levels,
        List<List<Integer>> rows,
        List<Characteristic> characteristics,
        List<ReliabilityBin> reliability) {

    private static final int MOST_POINTS = 200;

    public ClassDiagnostics {
        levels = List.copyOf(levels);
        rows = List.copyOf(rows);
        characteristics = List.copyOf(characteristics);
        reliability = List.copyOf(reliability);
    }

    /**
     * Makes them.
     *
     * @param classified the rows
     * @param levels the classes in the order of their indices
     * @param groups {@code String[n]}
     * @param bootstrap of as many groups
     */
    public static ClassDiagnostics of(
            Classified classified, List<String> levels, String[] groups, GroupBootstrap bootstrap) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] observed : classified.confusion()) {
            List<Integer> counts = new ArrayList<>();
            for (int count : observed) {
                counts.add(count);
            }
            rows.add(List.copyOf(counts));
        }
        int[] groupOf = new GroupSums(groups).positions();
        List<Characteristic> characteristics = new ArrayList<>();
        for (int c = levels.size() == 2 ? 1 : 0; c < levels.size(); c++) {
            RankedRows ranked = new RankedRows(classified.of(c), classified.is(c), groupOf);
            List<List<Double>> points = new ArrayList<>();
            for (double[] point : ranked.characteristic(MOST_POINTS)) {
                points.add(List.of(point[0], point[1]));
            }
            characteristics.add(new Characteristic(levels.get(c), points));
        }
        return new ClassDiagnostics(
                levels, rows, characteristics, CalibrationBins.reliability(classified, groups, bootstrap));
    }

    /** {@code levels, baseRates, confusion, roc, reliability} and how the bins of the last were made. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        ArrayNode names = json.putArray("levels");
        levels.forEach(names::add);
        double all =
                rows.stream().flatMap(List::stream).mapToInt(count -> count).sum();
        ArrayNode rates = json.putArray("baseRates");
        ArrayNode confusion = json.putArray("confusion");
        for (List<Integer> observed : rows) {
            rates.add(observed.stream().mapToInt(count -> count).sum() / all);
            ArrayNode counts = confusion.addArray();
            observed.forEach(counts::add);
        }
        ArrayNode roc = json.putArray("roc");
        for (Characteristic characteristic : characteristics) {
            ArrayNode points =
                    roc.addObject().put("level", characteristic.level()).putArray("points");
            characteristic
                    .points()
                    .forEach(point -> points.addArray().add(point.get(0)).add(point.get(1)));
        }
        json.put(
                "binning",
                "at most " + CalibrationBins.BINS + " bins of equally many rows, equal predictions together");
        ArrayNode bins = json.putArray("reliability");
        reliability.forEach(bin -> bins.add(bin.toJson()));
        return json;
    }

    /**
     * The receiver operating characteristic of a class against the rest.
     *
     * @param level the class
     * @param points fractions of false and true positives, rising; empty if one of both was not observed
     */
    public record Characteristic(String level, List<List<Double>> points) {
        public Characteristic {
            points = List.copyOf(points);
        }
    }
}
