package io.github.nbodylab.experiment.pipeline.predict;

import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.ResidualBand;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import io.github.nbodylab.experiment.surrogate.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The columns that a model adds to a point: for each number its mean and the ends of its interval of 95 %, for a class the most
 * probable one and the probability of each, and how the point lies to the training set.
 */
final class ModelColumns {

    private final Surrogate model;

    ModelColumns(Surrogate model) {
        this.model = model;
    }

    /** Their names. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Target target : model.targets()) {
            names.add(target.name());
            if (target.isClass()) {
                target.levels().forEach(level -> names.add(target.name() + "_" + level));
            } else {
                names.add(target.name() + "_low");
                names.add(target.name() + "_high");
            }
        }
        names.addAll(List.of("domain", "domainGrade", "domainMeasure"));
        return names;
    }

    /**
     * Asks the model.
     *
     * @param raw as for {@link Surrogate#predict(double[])}
     * @throws IllegalArgumentException as {@link Surrogate#predict(double[])}
     */
    Answer at(double[] raw) {
        double[] outputs = model.outputs(raw);
        List<String> cells = new ArrayList<>();
        boolean bounded = true;
        if (model.targets().get(0).isClass()) {
            cells.add(model.target().levels().get((int) model.predict(raw)));
            for (double probability : outputs) {
                cells.add(Decimal.shortest(probability));
            }
        } else {
            for (int t = 0; t < outputs.length; t++) {
                Optional<ResidualBand.Range> interval = model.interval(raw, t);
                bounded &= interval.isPresent();
                cells.add(Decimal.shortest(outputs[t]));
                cells.add(interval.map(range -> Decimal.shortest(range.low())).orElse(""));
                cells.add(interval.map(range -> Decimal.shortest(range.high())).orElse(""));
            }
        }
        Domain.Reading reading = model.reading(raw).orElseThrow();
        cells.add(word(reading.position()));
        cells.add(Decimal.shortest(reading.grade()));
        cells.add(word(reading.worst()));
        return new Answer(cells, reading, bounded);
    }

    /** A constant as the files spell it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a model says of a point.
     *
     * @param cells under the names
     * @param reading how the point lies to the training set
     * @param bounded whether every number has an interval
     */
    record Answer(List<String> cells, Domain.Reading reading, boolean bounded) {

        Answer {
            cells = List.copyOf(cells);
        }
    }
}
