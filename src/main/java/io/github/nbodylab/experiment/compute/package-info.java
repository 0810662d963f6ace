/**
 * The force engine: OpenCL kernels and their JVM twin, which return the same bits.
 */
package io.github.nbodylab.experiment.compute;
