// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import io.github.nbodylab.experiment.surrogate.Domain.Band;
import io.github.nbodylab.experiment.surrogate.Domain.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From the object {@code domain} of a model file to a domain. */
final class DomainReader {

    private DomainReader() {}

    static Domain read(Fields domain) {
        List<DomainInput> inputs = new ArrayList<>();
        for (Fields input : domain.objects("inputs")) {
            inputs.add(DomainInput.of(input));
        }
        int numbers = (int) inputs.stream().filter(input -> !input.isCategory()).count();
        double[][] covariance = domain.matrix("covariance", numbers);
        if (covariance.length != numbers) {
            throw new IllegalArgumentException("\"covariance\" is not square");
        }
        Optional<Hull> hull =
                domain.has("hull") ? Optional.of(new Hull(domain.matrix("hull", numbers))) : Optional.empty();
        Map<Measure, Band> bands = new EnumMap<>(Measure.class);
        Fields limits = domain.object("limits");
        for (Measure measure : List.of(Measure.HULL, Measure.MAHALANOBIS, Measure.NEIGHBOUR, Measure.VARIANCE)) {
            String name = measure.name().toLowerCase(Locale.ROOT);
            if (limits.has(name)) {
                Fields band = limits.object(name);
                bands.put(measure, new Band(band.number("limit"), band.number("far")));
            }
        }
        if (!bands.containsKey(Measure.NEIGHBOUR)
                || bands.containsKey(Measure.MAHALANOBIS) != numbers > 0
                || bands.containsKey(Measure.HULL) != hull.isPresent()) {
            throw new IllegalArgumentException("\"limits\" has not the measures that \"domain\" needs");
        }
        return new Domain(
                inputs,
                Cholesky.of(covariance)
                        .orElseThrow(() -> new IllegalArgumentException("\"covariance\" is not positive definite")),
                hull,
                domain.matrix("points", inputs.size()),
                bands);
    }
}
