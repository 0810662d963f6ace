/**
 * Simulations to a table: rows, groups, splits, folds, and what makes a table unfit.
 */
package io.github.nbodylab.experiment.trainingset;
