package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One experiment as a spec file describes it, every default filled in.
 *
 * @param name lower-case words joined by hyphens; names the output folder
 * @param version of the experiment, such as {@code 1.0.0}; names the report page
 * @param title one line
 * @param question what the experiment asks, plain text
 * @param seed from which every random number of the experiment follows
 * @param units physical size of the Henon units; empty where the spec has none
 * @param origin where the rows of the table come from: simulations, or a table from elsewhere
 * @param trainingSet the table made of them
 * @param train the models fitted to the table
 * @param validate what counts as good enough
 */
public record ExperimentSpec(
        String name,
        String version,
        String title,
        String question,
        long seed,
        Optional<Units> units,
        Origin origin,
        TrainingSet trainingSet,
        Train train,
        Validate validate) {

    public ExperimentSpec {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(title, "title");
        requireNonNull(question, "question");
        requireNonNull(units, "units");
        requireNonNull(origin, "origin");
        requireNonNull(trainingSet, "trainingSet");
        requireNonNull(train, "train");
        requireNonNull(validate, "validate");
    }

    /**
     * The ensemble.
     *
     * @throws IllegalStateException if the table comes from elsewhere
     */
    public Simulate simulate() {
        if (origin instanceof Simulate simulate) {
            return simulate;
        }
        throw new IllegalStateException("the experiment " + name + " simulates nothing");
    }

    /** The table from elsewhere; empty if the rows are made of simulations. */
    public Optional<Source> source() {
        return origin instanceof Source source ? Optional.of(source) : Optional.empty();
    }
}
