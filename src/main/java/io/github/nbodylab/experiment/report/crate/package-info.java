/**
 * Results as a Process Run Crate: what they are, and which software made them of what, as linked data.
 */
package io.github.nbodylab.experiment.report.crate;
