/**
 * The goals and the site report: the only room that knows Maven.
 */
package io.github.nbodylab.experiment.mojo;
