/**
 * The figures: plots in one look as SVG and PDF, each with its legend, its data, and a caption made from the numbers.
 */
package io.github.nbodylab.experiment.report.plot;
