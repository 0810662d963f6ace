package io.github.nbodylab.experiment.spec;

/** A constant with a name in the spec language. */
public interface Named {

    /** The name as a spec writes it, such as {@code log-uniform}. */
    String specName();
}
