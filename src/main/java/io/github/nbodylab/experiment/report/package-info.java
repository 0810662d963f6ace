/**
 * The validation report as HTML and SVG; it reads records and runs nothing.
 */
package io.github.nbodylab.experiment.report;
