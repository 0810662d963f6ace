/**
 * What the chosen model owes to its training rows: fewer of them, spoilt ones, an input less. Held-out rows have no part in
 * it.
 */
package io.github.nbodylab.experiment.model.study;
