package io.github.nbodylab.experiment.model.metric;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.store.Json;

/**
 * A point of a reliability diagram.
 *
 * @param low smallest predicted probability in the bin
 * @param high largest
 * @param rows in the bin
 * @param predicted mean predicted probability
 * @param observed frequency of what was predicted, with its 95 % group-bootstrap interval
 */
public record ReliabilityBin(double low, double high, int rows, double predicted, Interval observed) {

    public ReliabilityBin {
        requireNonNull(observed, "observed");
    }

    /** {@code low, high, rows, predicted, observed}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("low", low);
        json.put("high", high);
        json.put("rows", rows);
        json.put("predicted", predicted);
        json.set("observed", observed.toJson());
        return json;
    }
}
