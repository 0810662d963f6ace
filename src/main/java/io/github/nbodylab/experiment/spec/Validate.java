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

    /** Unless the spec says otherwise, metrics of fits that differ by less than this are equivalent. */
    public static final double DEFAULT_FITS_RELATIVE = 1e-9;

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

    /** An acceptance rule. */
    public sealed interface Rule {
        /** A rung of the ladder, or {@link #CHOSEN}. */
        String model();

        /** On which predictions it is judged. */
        On on();
    }

    /** Predictions on which a rule may be judged. */
    public enum On implements Named {
        /** Of the held-out test rows. */
        TEST("test"),
        /** Of the rows held out beyond the bounds of inputs. */
        BEYOND("beyond"),
        /** Of training rows, by models that saw nothing of their fold. */
        CROSS_VALIDATION("cross-validation");

        private final String specName;

        On(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }

    /**
     * A metric must lie between limits.
     *
     * @param model a rung, or {@link #CHOSEN}
     * @param metric which
     * @param min lowest accepted value; -Infinity for none
     * @param max highest accepted value; Infinity for none
     * @param on on which predictions; {@link On#TEST} of an extrapolation AUC, which is of test and beyond
     */
    public record Limit(String model, Metric metric, double min, double max, On on) implements Rule {
        public Limit {
            requireNonNull(model, "model");
            requireNonNull(metric, "metric");
            requireNonNull(on, "on");
        }

        /** On the test rows. */
        public Limit(String model, Metric metric, double min, double max) {
            this(model, metric, min, max, On.TEST);
        }
    }

    /**
     * A model must have a smaller squared error than another.
     *
     * @param model a rung, or {@link #CHOSEN}
     * @param beats a rung
     * @param on on which predictions
     */
    public record Beats(String model, String beats, On on) implements Rule {
        public Beats {
            requireNonNull(model, "model");
            requireNonNull(beats, "beats");
            requireNonNull(on, "on");
        }

        /** On the test rows. */
        public Beats(String model, String beats) {
            this(model, beats, On.TEST);
        }
    }
}
