/**
 * Words, numbers and pieces of HTML as all pages, plots and files have them: the field's terms, digits that mean something,
 * texts without markup of their own.
 */
package io.github.nbodylab.experiment.report.words;
