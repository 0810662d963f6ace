/**
 * Figures of one state of a cluster: energies, angular momentum, radii, what is bound, what is closest. Pure functions of
 * the bodies; Henon units throughout.
 */
package io.github.nbodylab.experiment.nbody.diagnostics;
