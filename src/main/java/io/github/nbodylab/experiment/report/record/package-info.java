/**
 * What a record says, read and checked: versions and their order, what was found, and what differs between two of them. The
 * other rooms of the report know results from here only.
 */
package io.github.nbodylab.experiment.report.record;
