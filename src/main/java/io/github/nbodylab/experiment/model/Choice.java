package io.github.nbodylab.experiment.model;

import io.github.nbodylab.experiment.spec.Train;
import java.util.List;
import java.util.Locale;

/** Which rung of the ladder is chosen, and why. */
final class Choice {

    private Choice() {}

    /**
     * Chooses (the one-standard-error rule: Hastie, Tibshirani and Friedman 2009, section 7.10, here with the error of
     * the paired difference to the best).
     *
     * @param models in the order of the ladder, simplest first; the best has the excess loss 0
     * @param loss what they are compared by, such as {@code squared error}
     */
    static Training of(List<TrainedModel> models, Train.Choose rule, String loss) {
        TrainedModel best = models.stream()
                .filter(model -> model.excessLoss() == 0)
                .findFirst()
                .orElseThrow();
        if (rule == Train.Choose.BEST) {
            return new Training(
                    models, best, best.name() + " has the smallest cross-validated " + loss + " of all models.");
        }
        TrainedModel chosen = models.stream()
                .filter(TrainedModel::isWithinOneStandardError)
                .findFirst()
                .orElseThrow();
        int simpler = models.indexOf(chosen);
        String others = simpler == 0 ? "" : simpler == 1 ? "; the simpler one is not" : "; no simpler one is";
        if (chosen.equals(best)) {
            return new Training(
                    models,
                    chosen,
                    chosen.name() + " has the smallest cross-validated " + loss
                            + (simpler == 0
                                    ? ", and nothing is simpler."
                                    : ", and no simpler model is within one standard error of it."));
        }
        return new Training(
                models,
                chosen,
                String.format(
                        Locale.ROOT,
                        "%s is the simplest model within one standard error of the best, %s: its cross-validated mean"
                                + " %s is greater by %.3g, with a standard error of %.3g%s.",
                        chosen.name(),
                        best.name(),
                        loss,
                        chosen.excessLoss(),
                        chosen.standardError(),
                        others));
    }
}
