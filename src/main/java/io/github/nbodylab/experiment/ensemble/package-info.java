/**
 * Many runs: designs, points, seeds, failures, and the runner that batches them onto a force engine.
 */
package io.github.nbodylab.experiment.ensemble;
