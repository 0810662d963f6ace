package io.github.nbodylab.experiment.spec;

/** Where the rows of an experiment's table come from. */
public sealed interface Origin permits Simulate, Source {}
