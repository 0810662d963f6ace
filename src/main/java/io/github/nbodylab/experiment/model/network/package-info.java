/**
 * Fully connected networks: gradients by backpropagation, optimisers, early stopping, ensembles. Knows numbers only; the
 * room above makes them of a table.
 */
package io.github.nbodylab.experiment.model.network;
