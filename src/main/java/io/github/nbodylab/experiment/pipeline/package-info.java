/**
 * The stages wired together: what is up to date, what must run, and in which order.
 */
package io.github.nbodylab.experiment.pipeline;
