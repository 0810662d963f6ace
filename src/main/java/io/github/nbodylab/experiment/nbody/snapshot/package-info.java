/**
 * Files of bodies: snapshots as HDF5 in the layout of GADGET, written and read, and tables as CSV, read. What is read is
 * checked whole, and every complaint names the file and the place in it.
 */
package io.github.nbodylab.experiment.nbody.snapshot;
