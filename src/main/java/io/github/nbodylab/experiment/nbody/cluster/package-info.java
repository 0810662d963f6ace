/**
 * Initial conditions of clusters: profiles, mass functions, binaries, a central mass, rotation. Henon units.
 */
package io.github.nbodylab.experiment.nbody.cluster;
