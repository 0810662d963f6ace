package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What counts as good enough.
 *
 * @param accept the rules; all must hold
 * @param fitsRelative relative difference of metrics below which fits of another architecture are equivalent
 */
public record Validate(List<Rule> accept, double fitsRelative) {

    /** The name that stands for the chosen model in a rule. */
    public static final String CHOSEN = "chosen";

    public Validate {
        accept = List.copyOf(accept);
    }

    /** An acceptance rule, judged on the held-out test set. */
    public sealed interface Rule {
        /** A rung of the ladder, or {@link #CHOSEN}. */
        String model();
    }

    /**
     * A metric must lie between limits.
     *
     * @param model a rung, or {@link #CHOSEN}
     * @param metric which
     * @param min lowest accepted value; -Infinity for none
     * @param max highest accepted value; Infinity for none
     */
    public record Limit(String model, Metric metric, double min, double max) implements Rule {
        public Limit {
            requireNonNull(model, "model");
            requireNonNull(metric, "metric");
        }
    }

    /**
     * A model must have a smaller squared error than another.
     *
     * @param model a rung, or {@link #CHOSEN}
     * @param beats a rung
     */
    public record Beats(String model, String beats) implements Rule {
        public Beats {
            requireNonNull(model, "model");
            requireNonNull(beats, "beats");
        }
    }
}
