/**
 * Fully connected networks: gradients by backpropagation, optimisers, early stopping, ensembles. Knows numbers only; the
 * room above makes them of a table.
 *
 * <p>All optimisers have this one trainer. Smile's network, in single precision and over OpenBLAS, reaches a q2 of .872
 * and .990 on Friedman's function at 50 and 200 points where this one reaches .944 and .995, in twice the time of
 * mini-batches; only at batches of one row is it the faster one.
 */
package io.github.nbodylab.experiment.model.network;
