/**
 * Tables that no simulation of ours made, as their files have them: CSV, FITS and HDF5.
 */
package io.github.nbodylab.experiment.trainingset.source;
