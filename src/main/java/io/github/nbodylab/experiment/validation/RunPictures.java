package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a report shows of the simulations themselves, made of {@code runs.csv} and {@code mergers.csv}. */
final class RunPictures {

    private static final int CURVES = 12;
    private static final int BODIES = 2000;

    private final ExperimentSpec spec;
    private final Csv runs;
    private final List<Integer> completed = new ArrayList<>();
    private final Map<String, List<List<String>>> mergersByRun = new HashMap<>();
    private final Csv mergers;

    RunPictures(ExperimentSpec spec, Path folder) throws IOException {
        this.spec = spec;
        this.runs = Csv.read(folder.resolve("runs.csv"));
        this.mergers = Csv.read(folder.resolve("mergers.csv"));
        int status = runs.column("status");
        for (int i = 0; i < runs.rows().size(); i++) {
            if (runs.rows().get(i).get(status).equals("completed")) {
                completed.add(i);
            }
        }
        int run = mergers.column("run");
        for (List<String> row : mergers.rows()) {
            mergersByRun.computeIfAbsent(row.get(run), r -> new ArrayList<>()).add(row);
        }
    }

    /** Counts and ranges over all runs. */
    ObjectNode summary() {
        ObjectNode json = Json.object();
        json.put("total", runs.rows().size());
        json.put("completed", completed.size());
        json.put("failed", runs.rows().size() - completed.size());
        json.put(
                "steps",
                completed.stream()
                        .mapToLong(i -> Long.parseLong(cell(i, "steps")))
                        .sum());
        double[] errors = sorted("energyError");
        double[] counts = sorted("mergers");
        if (errors.length > 0) {
            json.putObject("energyError").put("median", median(errors)).put("max", errors[errors.length - 1]);
            double total = 0;
            for (double count : counts) {
                total += count;
            }
            json.putObject("mergers")
                    .put("total", (long) total)
                    .put("median", median(counts))
                    .put("max", (long) counts[counts.length - 1]);
        }
        return json;
    }

    /** The energy errors of all runs; empty if none is known. */
    Optional<ObjectNode> energyErrors() {
        return EnergyErrors.of(spec, runs);
    }

    /** The merger times of a dozen runs, from the one with the fewest mergers to the one with the most. */
    ObjectNode mergersOverTime() {
        List<Integer> byCount = new ArrayList<>(completed);
        byCount.sort(Comparator.comparingInt(this::count).thenComparingInt(i -> i));
        ObjectNode json = Json.object();
        json.put("until", spec.simulate().until());
        ArrayNode curves = json.putArray("runs");
        int shown = Math.min(CURVES, byCount.size());
        for (int c = 0; c < shown; c++) {
            int run = byCount.get(shown == 1 ? 0 : (int) ((long) c * (byCount.size() - 1) / (shown - 1)));
            ObjectNode curve = curves.addObject();
            curve.put("run", cell(run, "run"));
            curve.put("label", label(run));
            ArrayNode times = curve.putArray("times");
            mergersOf(run).forEach(row -> times.add(number(row, "time")));
        }
        return json;
    }

    /** The run whose cluster is shown: of those with the most bodies, the one with the most mergers; empty if none. */
    Optional<String> clusterRun() {
        return clusterIndex().map(i -> cell(i, "run"));
    }

    /** What to call that run: by the parameters that people know. */
    Optional<String> clusterLabel() {
        return clusterIndex().map(this::label);
    }

    /** The mergers of that run, as rows of {@code mergers.csv}. */
    List<List<String>> clusterMergers() {
        return clusterIndex().map(this::mergersOf).orElse(List.of());
    }

    /**
     * A cluster at its end, seen along z, with the places of its mergers. Of many bodies some are shown; {@code count},
     * {@code lightest} and {@code heaviest} are of all.
     *
     * @param finalState the run's {@code final.csv}
     */
    ObjectNode cluster(Path finalState) throws IOException {
        int run = clusterIndex().orElseThrow();
        ObjectNode json = Json.object();
        json.put("run", cell(run, "run"));
        json.put("label", label(run));
        json.put("time", spec.simulate().until());
        ArrayNode bodies = json.putArray("bodies");
        Csv state = Csv.read(finalState);
        json.put("count", state.rows().size());
        DoubleSummaryStatistics masses = state.rows().stream()
                .mapToDouble(row -> Double.parseDouble(row.get(state.column("mass"))))
                .summaryStatistics();
        json.put("lightest", masses.getMin()).put("heaviest", masses.getMax());
        int stride = 1 + state.rows().size() / BODIES; // of a large cluster, as many as a picture can show
        for (int i = 0; i < state.rows().size(); i += stride) {
            List<String> row = state.rows().get(i);
            ArrayNode body = bodies.addArray();
            for (String column : List.of("x", "y", "mass")) {
                body.add(Double.parseDouble(row.get(state.column(column))));
            }
        }
        ArrayNode places = json.putArray("mergers");
        for (List<String> row : mergersOf(run)) {
            places.addArray()
                    .add(number(row, "x"))
                    .add(number(row, "y"))
                    .add(number(row, "time"))
                    .add(number(row, "mass1") + number(row, "mass2"));
        }
        return json;
    }

    private Optional<Integer> clusterIndex() {
        return completed.stream()
                .max(Comparator.<Integer>comparingLong(i ->
                                parameter(i, "particles").map(Long::valueOf).orElse(0L))
                        .thenComparingInt(this::count)
                        .thenComparing(Comparator.reverseOrder()));
    }

    private List<List<String>> mergersOf(int run) {
        return mergersByRun.getOrDefault(cell(run, "run"), List.of());
    }

    private String label(int run) {
        List<String> label = new ArrayList<>();
        parameter(run, "particles").ifPresent(n -> label.add("N = " + n));
        parameter(run, "captureNumber").ifPresent(k -> label.add("k = " + threeDigits(Double.parseDouble(k))));
        return label.isEmpty() ? cell(run, "run") : String.join(", ", label);
    }

    /** A parameter's value; empty where it means nothing, as the number of bodies does with those of a file. */
    private Optional<String> parameter(int run, String name) {
        return runs.header().contains(name)
                ? Optional.of(cell(run, name)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String threeDigits(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private int count(int run) {
        return Integer.parseInt(cell(run, "mergers"));
    }

    private double[] sorted(String column) {
        return completed.stream()
                .mapToDouble(i -> Double.parseDouble(cell(i, column)))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double number(List<String> merger, String column) {
        return Double.parseDouble(merger.get(mergers.column(column)));
    }

    private String cell(int run, String column) {
        return runs.rows().get(run).get(runs.column(column));
    }
}
