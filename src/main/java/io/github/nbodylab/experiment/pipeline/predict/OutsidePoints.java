package io.github.nbodylab.experiment.pipeline.predict;

import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.trainingset.source.SourceColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which points lie outside of the training set, and in what. */
final class OutsidePoints {

    private static final int SHOWN = 5;

    private final String file;
    private final List<Input> inputs;
    private final List<String> shown = new ArrayList<>();
    private long count;

    OutsidePoints(String file, List<Input> inputs) {
        this.file = file;
        this.inputs = List.copyOf(inputs);
    }

    /** Notes a point. */
    void add(int line, double[] raw, Domain.Reading reading) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(file + ":" + line + ": " + why(raw, reading));
        }
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** A line for each of the first ones, and the count of the others. */
    String text() {
        String text = String.join("\n", shown);
        return count > shown.size() ? text + "\nand " + (count - shown.size()) + " more" : text;
    }

    private String why(double[] raw, Domain.Reading reading) {
        List<String> reasons = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            Input input = inputs.get(i);
            if (input.isCategory() && !Double.isNaN(raw[i])) {
                categories.add("the " + input.name() + " '" + input.levels().get((int) raw[i]) + "'");
            } else if (raw[i] < input.min() || raw[i] > input.max()) {
                reasons.add(input.name() + " is " + number(input, raw[i]) + ", and was trained from "
                        + number(input, input.min()) + " to " + number(input, input.max()));
            }
        }
        if (reading.worst() == Domain.Measure.LEVEL) {
            reasons.add("no training row has " + String.join(" or ", categories));
        }
        return reasons.isEmpty() ? together(reading) : String.join("; ", reasons);
    }

    private static String together(Domain.Reading reading) {
        String measure = switch (reading.worst()) {
            case HULL -> "beyond the convex hull of the training rows";
            case MAHALANOBIS -> "farther from their mean than any training row by Mahalanobis distance";
            case NEIGHBOUR -> "too far from the nearest training row";
            case VARIANCE -> "where the Gaussian process knows too little";
            case BOX, LEVEL -> "beyond the training rows";
        };
        return "each input is within its range, but all together are " + measure
                + String.format(Locale.ROOT, " (grade %.1f, above 2)", reading.grade());
    }

    private static String number(Input input, double value) {
        boolean whole = input.kind() == Input.Kind.WHOLE && SourceColumn.isWhole(value);
        return whole ? Long.toString((long) value) : Decimal.shortest(value);
    }
}
