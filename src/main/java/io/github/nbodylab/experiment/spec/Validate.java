package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What counts as good enough, and what more is to be found out about the chosen model.
 *
 * @param accept the rules; all must hold
 * @param studies of the chosen model on the training rows, in the order of the constants
 * @param fitsRelative relative difference of metrics below which fits of another architecture are equivalent
 */
public record Validate(List<Rule> accept, Set<Study> studies, double fitsRelative) {

    /** The studies that are made unless the spec says which. */
    public static final Set<Study> DEFAULT_STUDIES = Set.of(Study.LEARNING_CURVE);

    /** The name that stands for the chosen model in a rule. */
    public static final String CHOSEN = "chosen";

    public Validate {
        accept = List.copyOf(accept);
        EnumSet<Study> ordered = EnumSet.noneOf(Study.class);
        ordered.addAll(studies);
        studies = Collections.unmodifiableSet(ordered);
    }

    /** What the chosen model owes to its training rows. */
    public enum Study implements Named {
        /** Its errors with growing numbers of groups. */
        LEARNING_CURVE("learning-curve"),
        /** Its errors with more and more spoilt targets. */
        CONTAMINATION("contamination"),
        /** Its errors without each of the inputs. */
        DROPPED_INPUTS("dropped-inputs");

        private final String specName;

        Study(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
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
