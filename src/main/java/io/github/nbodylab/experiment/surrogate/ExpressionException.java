// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** A text that is no expression, and where. */
public final class ExpressionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int position;

    /**
     * Creates it.
     *
     * @param position in the text, from 1
     * @param problem what is wrong there
     */
    ExpressionException(int position, String problem) {
        super(problem);
        this.position = position;
    }

    /** The position in the text, from 1. */
    public int position() {
        return position;
    }
}
