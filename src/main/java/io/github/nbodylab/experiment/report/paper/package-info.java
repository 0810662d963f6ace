/**
 * What papers and other programs take from a record: citations, macros for LaTeX, metrics, a badge, a summary for
 * continuous integration.
 */
package io.github.nbodylab.experiment.report.paper;
