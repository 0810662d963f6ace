package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.SupportVectorSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.InnerProduct;
import java.util.Arrays;

/** What support vector machines for numbers and for classes share. */
final class SupportVectorOptions {

    private SupportVectorOptions() {}

    /**
     * The kernel; where its length is that of the data, gamma is half the inverse of the squared median distance of two
     * rows (Scholkopf and Smola 2002 call for a length of that order).
     *
     * @param points {@code double[n][columns]}
     */
    static InnerProduct kernel(SupportVectorSpec spec, double[][] points) {
        double gamma = spec.gamma().isPresent() ? spec.gamma().getAsDouble() : 0.5 / medianSquare(points);
        return new InnerProduct(InnerProduct.Kind.of(spec.kernel().specName()), gamma, spec.degree());
    }

    /** The kernel in a model file. */
    static ObjectNode json(InnerProduct kernel) {
        return Json.object()
                .put("kind", kernel.kind().text())
                .put("gamma", kernel.gamma())
                .put("degree", kernel.degree());
    }

    /** The median of the squared distances above 0 of all pairs, of a thousand points at most; 1 if there are none. */
    private static double medianSquare(double[][] points) {
        int stride = (points.length + 999) / 1000;
        int count = (points.length + stride - 1) / stride;
        double[] squares = new double[count * (count - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double square = 0;
                for (int c = 0; c < points[0].length; c++) {
                    double difference = points[i * stride][c] - points[j * stride][c];
                    square += difference * difference;
                }
                if (square > 0) {
                    squares[pairs++] = square;
                }
            }
        }
        double[] sorted = Arrays.copyOf(squares, pairs);
        Arrays.sort(sorted);
        return pairs == 0 ? 1 : 0.5 * (sorted[(pairs - 1) / 2] + sorted[pairs / 2]);
    }
}
