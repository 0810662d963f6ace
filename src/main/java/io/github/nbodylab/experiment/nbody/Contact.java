package io.github.nbodylab.experiment.nbody;

/**
 * Two bodies that are within reach of each other and approach.
 *
 * @param time since the epoch, interpolated
 * @param low lower slot
 * @param high higher slot
 */
record Contact(double time, int low, int high) {}
