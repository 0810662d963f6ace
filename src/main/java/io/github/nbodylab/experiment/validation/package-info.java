/**
 * The held-out test, intervals, the noise ceiling, acceptance, and the verdict against the lock.
 */
package io.github.nbodylab.experiment.validation;
