/**
 * Points in a file to predictions in a file: what a trained model says of points that no simulation was made for.
 */
package io.github.nbodylab.experiment.pipeline.predict;
