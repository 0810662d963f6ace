/**
 * How good predictions are: of numbers, of distributions, of counts and of classes, each metric as a function of how often
 * every group of rows was drawn, so that a bootstrap costs one pass over groups or rows a resample.
 */
package io.github.nbodylab.experiment.model.metric;
