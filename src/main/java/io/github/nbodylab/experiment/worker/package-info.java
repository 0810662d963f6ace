/**
 * The forked JVM that does all heavy and native work: fork, protocol, progress.
 *
 * <p>A job file names the class that does the work; this room knows none of them.
 */
package io.github.nbodylab.experiment.worker;
