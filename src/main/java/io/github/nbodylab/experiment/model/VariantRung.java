package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.trainingset.TrainingSetException;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rung with a name of its own, whose hyper-parameters an inner cross-validation chooses where there are several: it sees
 * nothing but the rows that the rung is fitted to, so an outer cross-validation of the rung stays honest (nested
 * cross-validation: Varma and Simon 2006). A candidate that predicts no finite number for some row is the worst of all.
 */
final class VariantRung implements Rung {

    private final String name;
    private final List<Rung> candidates;
    private final List<Map<String, String>> options;
    private final int folds;
    private final long seed;

    /**
     * A rung.
     *
     * @param candidates one at least
     * @param options of each candidate, as a spec writes them
     * @param folds of the inner cross-validation, unless there are fewer groups
     * @param seed of the experiment
     */
    VariantRung(String name, List<Rung> candidates, List<Map<String, String>> options, int folds, long seed) {
        this.name = name;
        this.candidates = List.copyOf(candidates);
        this.options = List.copyOf(options);
        this.folds = folds;
        this.seed = seed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return candidates.size() == 1
                ? candidates.get(0).description()
                : candidates.get(0).description() + " (the first of " + candidates.size()
                        + " candidates, of which an inner cross-validation chooses)";
    }

    @Override
    public boolean fits(Target target) {
        return candidates.get(0).fits(target);
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        if (candidates.size() == 1) {
            return candidates.get(0).fit(rows);
        }
        double[] losses = new double[candidates.size()];
        int best = 0;
        for (int c = 0; c < losses.length; c++) {
            Predicted predicted = CrossValidation.predict(candidates.get(c), rows, inner(rows));
            losses[c] = predicted.unbounded() == 0
                    ? Scaling.mean(Losses.of(rows, predicted.outputs()))
                    : Double.POSITIVE_INFINITY;
            best = losses[c] < losses[best] ? c : best;
        }
        Fit fit = candidates.get(best).fit(rows);
        ObjectNode details = fit.details().deepCopy();
        ArrayNode tried = details.putArray("candidates");
        for (int c = 0; c < losses.length; c++) {
            ObjectNode candidate = tried.addObject().put("chosen", c == best);
            if (Double.isFinite(losses[c])) {
                candidate.put("loss", losses[c]);
            }
            for (String key : differing()) {
                candidate.put(key, options.get(c).get(key));
            }
        }
        return fit.withDetails(details);
    }

    /** The options in which the candidates differ. */
    private Set<String> differing() {
        Set<String> keys = new TreeSet<>();
        for (String key : options.get(0).keySet()) {
            if (options.stream().map(all -> all.get(key)).distinct().count() > 1) {
                keys.add(key);
            }
        }
        return keys;
    }

    private int[] inner(TrainingTable rows) throws FitFailedException {
        try {
            return rows.folds(Math.min(folds, rows.groupCount()), seed);
        } catch (TrainingSetException e) {
            throw new FitFailedException("its hyper-parameters cannot be chosen: " + e.getMessage());
        }
    }
}
