/**
 * The ladder of models: fitted over Smile, cross-validated by group, the simplest sufficient one chosen.
 */
package io.github.nbodylab.experiment.model;
