package io.github.nbodylab.experiment.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the times that rows look from and to: {@code at}, {@code before} and {@code lead}. */
final class WindowReader {

    /** A time that is as near to a snapshot as this, relative to the end, is that of the snapshot. */
    private static final double NEAR = 1e-9;

    private final Section trainingSet;
    private final Outline outline;
    private final Conversion conversion;

    WindowReader(Section trainingSet, Outline outline, Conversion conversion) {
        this.trainingSet = trainingSet;
        this.outline = outline;
        this.conversion = conversion;
    }

    TrainingSet.Window read(TrainingSet.Row row, List<String> targets) {
        OptionalDouble at = at(row);
        OptionalDouble before = before(row, targets, at.orElse(0));
        return new TrainingSet.Window(at, before, lead(row, targets, at.orElse(0)));
    }

    private OptionalDouble at(TrainingSet.Row row) {
        if (row != TrainingSet.Row.BLACK_HOLE) {
            refuse("at", "goes with row black-hole only", "leave it out, or add row: black-hole");
            return OptionalDouble.empty();
        }
        Interval allowed = new Interval(0, true, end(), false);
        return OptionalDouble.of(trainingSet
                .item("at")
                .flatMap(item -> time(item, allowed).map(time -> snapshot(item, time, 0)))
                .orElse(0.0));
    }

    private OptionalDouble before(TrainingSet.Row row, List<String> targets, double at) {
        if (row != TrainingSet.Row.BLACK_HOLE || !targets.contains("merges")) {
            refuse("before", "goes with row black-hole and target merges only", "leave it out");
            return OptionalDouble.empty();
        }
        Interval allowed = new Interval(at, false, end(), Double.isFinite(end()));
        return OptionalDouble.of(
                trainingSet.item("before").flatMap(item -> time(item, allowed)).orElse(outline.until()));
    }

    private OptionalDouble lead(TrainingSet.Row row, List<String> targets, double at) {
        if (targets.stream().noneMatch(target -> RowColumns.needsLead(row, target))) {
            refuse(
                    "lead",
                    "goes with row black-hole and a target laterRadius, laterX, laterY or laterZ, and with row snapshot"
                            + " and target mergers",
                    "leave it out");
            return OptionalDouble.empty();
        }
        Interval allowed = new Interval(0, false, Math.max(end() - at, rounded(end() - at)), Double.isFinite(end()));
        Optional<Item> item = trainingSet.required("lead", "say how long after a row, such as lead: 0.5");
        Optional<Double> lead = item.flatMap(known -> time(known, allowed));
        if (row == TrainingSet.Row.BLACK_HOLE) {
            lead.ifPresent(known -> snapshot(item.get(), known, at));
        }
        return lead.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private void refuse(String key, String problem, String remedy) {
        trainingSet.item(key).ifPresent(item -> item.refuse(problem, remedy));
    }

    private Optional<Double> time(Item item, Interval allowed) {
        return conversion.number(item, Measure.TIME, allowed);
    }

    /** The end of the simulations, as a bound. */
    private double end() {
        return Double.isNaN(outline.until()) ? Double.POSITIVE_INFINITY : outline.until();
    }

    /** The difference of two decimal numbers without what binary ones add to it: 1 - 0.9 is 0.1. */
    private static double rounded(double difference) {
        return Double.isFinite(difference)
                ? new BigDecimal(difference).round(new MathContext(12)).doubleValue()
                : difference;
    }

    /** A time since another one, moved to that of the snapshot it means; complains where there is none. */
    private double snapshot(Item item, double time, double since) {
        if (outline.snapshotsEvery().isEmpty() || Double.isNaN(outline.until())) {
            return time;
        }
        TimeGrid grid = new TimeGrid(outline.snapshotsEvery().getAsDouble(), outline.until());
        double nearest = grid.nearest(since + time);
        if (StrictMath.abs(nearest - since - time) > NEAR * outline.until()) {
            item.refuse(
                    "there is no snapshot at " + Decimal.shortest(rounded(since + time)),
                    "the nearest one is at " + Decimal.shortest(rounded(nearest))
                            + (since == 0 ? "" : ", which is " + Decimal.shortest(rounded(nearest - since)) + " later")
                            + "; take that, or change simulate.snapshots.every");
        }
        return nearest - since;
    }
}
