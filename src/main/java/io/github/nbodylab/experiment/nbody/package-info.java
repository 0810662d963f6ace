/**
 * One cluster: initial conditions, Hermite integration, mergers, diagnostics. Henon units throughout.
 */
package io.github.nbodylab.experiment.nbody;
