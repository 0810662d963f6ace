/**
 * The validation report: its pages and their sections, and the files that stand beside them. It reads records and runs
 * nothing. Records, words, figures and extracts have rooms of their own, none of which knows a page.
 */
package io.github.nbodylab.experiment.report;
