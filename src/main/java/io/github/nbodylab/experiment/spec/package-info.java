/**
 * An experiment spec as immutable records, read from YAML; every complaint has file, line, key and remedy.
 */
package io.github.nbodylab.experiment.spec;
