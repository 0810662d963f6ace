package io.github.nbodylab.experiment.validation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Axis;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;

/** The relative energy errors of the runs, beside the parameter that they rise or fall with most. */
final class EnergyErrors {

    private static final int MOST = 300;
    private static final int FEWEST = 3;
    private static final double ALPHA = 0.05;

    private final ExperimentSpec spec;
    private final Csv runs;
    private final int[] known;

    private EnergyErrors(ExperimentSpec spec, Csv runs) {
        this.spec = spec;
        this.runs = runs;
        known = IntStream.range(0, runs.rows().size())
                .filter(i -> !cell(i, "energyError").isEmpty())
                .toArray();
    }

    /**
     * The picture.
     *
     * @param runs {@code runs.csv}
     * @return {@code limit}, {@code runs} with an error, {@code every} first, second, third, ... of which is shown;
     *     {@code errors}, indices of those that {@code failed}; and, if a number varies in the design, {@code input}, whether
     *     it is {@code log}, its {@code values} and the {@code rankCorrelation}, and that which {@code chance} would exceed once in
     *     twenty ensembles; empty if no error is known
     */
    static Optional<ObjectNode> of(ExperimentSpec spec, Csv runs) {
        EnergyErrors errors = new EnergyErrors(spec, runs);
        return errors.known.length == 0 ? Optional.empty() : Optional.of(errors.toJson());
    }

    private ObjectNode toJson() {
        int every = 1 + (known.length - 1) / MOST;
        int[] shown = IntStream.range(0, known.length)
                .filter(i -> i % every == 0)
                .map(i -> known[i])
                .toArray();
        ObjectNode json = Json.object();
        json.put("limit", spec.simulate().failures().maxEnergyError());
        json.put("runs", known.length).put("every", every);
        Brief.addAll(json.putArray("errors"), numbers("energyError", shown));
        ArrayNode failed = json.putArray("failed");
        for (int i = 0; i < shown.length; i++) {
            if (!cell(shown[i], "status").equals("completed")) {
                failed.add(i);
            }
        }
        put(json, shown);
        return json;
    }

    /** Adds the number of the design with the closest correlation; of equals the first. */
    private void put(ObjectNode json, int... shown) {
        int[] completed = IntStream.of(known)
                .filter(i -> cell(i, "status").equals("completed"))
                .toArray();
        if (completed.length < FEWEST) {
            return;
        }
        double[] errors = numbers("energyError", completed);
        Optional<PointInput> closest = Optional.empty();
        double correlation = 0;
        int tried = 0;
        for (String name : spec.simulate().axes().keySet()) {
            Optional<PointInput> parameter = parameter(name);
            if (parameter.isPresent()) {
                tried++;
                double own = RankCorrelation.of(at(parameter.get(), completed), errors);
                if (closest.isEmpty() || Math.abs(own) > Math.abs(correlation)) {
                    closest = parameter;
                    correlation = own;
                }
            }
        }
        if (closest.isPresent()) {
            json.put("input", closest.get().name()).put("log", closest.get().log());
            json.put("rankCorrelation", Brief.thousandths(correlation));
            json.put("chance", Brief.thousandths(chance(tried, completed.length)));
            Brief.addAll(json.putArray("values"), at(closest.get(), shown));
        }
    }

    /**
     * The largest rank correlation of independent numbers exceeds this once in twenty times: that of one pair is about normal
     * with variance 1 / (n - 1) (Kendall 1948), and several were tried.
     */
    private static double chance(int tried, int runs) {
        return Math.min(1, Math.sqrt(2) * Erf.erfInv(1 - ALPHA / tried) / Math.sqrt(runs - 1.0));
    }

    /** The parameter, if it is a number that varies and means something in every run. */
    private Optional<PointInput> parameter(String name) {
        if (!runs.header().contains(name)) {
            return Optional.empty();
        }
        int column = runs.column(name);
        boolean log = spec.simulate().axes().get(name) instanceof Axis.Range range
                && range.distribution() == Axis.Distribution.LOG_UNIFORM;
        List<String> cells = runs.rows().stream().map(row -> row.get(column)).toList();
        return Optional.of(PointInput.ofCells(name, log, cells))
                .filter(input -> input.levels().isEmpty() && input.varies() && !cells.contains(""));
    }

    private static double[] at(PointInput input, int... rows) {
        return IntStream.of(rows).mapToDouble(row -> input.values()[row]).toArray();
    }

    private double[] numbers(String column, int... rows) {
        return IntStream.of(rows)
                .mapToDouble(row -> Double.parseDouble(cell(row, column)))
                .toArray();
    }

    private String cell(int run, String column) {
        return runs.rows().get(run).get(runs.column(column));
    }
}
