/**
 * When two bodies merge and what is left of them: two-body orbits, gravitational-wave formulas, remnants. Pure functions and
 * records that know no integrator; G = 1.
 */
package io.github.nbodylab.experiment.nbody.merger;
