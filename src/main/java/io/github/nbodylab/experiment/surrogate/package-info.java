/**
 * Evaluates a saved model: reads its JSON, predicts with {@link java.lang.StrictMath} only.
 *
 * <p>Needs the JDK and nothing else; it is what users embed, and the only package under Apache-2.0.
 */
package io.github.nbodylab.experiment.surrogate;
