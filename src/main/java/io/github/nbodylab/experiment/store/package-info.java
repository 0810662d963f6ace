/**
 * Keys, content-addressed results, lock files and records. It knows no physics: an entry is files under a key.
 */
package io.github.nbodylab.experiment.store;
