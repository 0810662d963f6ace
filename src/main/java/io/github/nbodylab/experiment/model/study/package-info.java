/**
 * What a fit owes to its training rows: fewer of them, spoilt ones, an input less. A fit is any function from rows to a
 * loss.
 */
package io.github.nbodylab.experiment.model.study;
