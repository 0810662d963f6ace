// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** What the units of a network do with their weighted sum. */
public enum Activation implements Word {
    /** max(0, z). */
    RELU("relu"),
    /** The hyperbolic tangent. */
    TANH("tanh"),
    /** 1/(1 + e^-z). */
    LOGISTIC("logistic"),
    /** z itself. */
    IDENTITY("identity");

    private final String text;

    Activation(String text) {
        this.text = text;
    }

    /** The name in specs and files. */
    @Override
    public String text() {
        return text;
    }

    /**
     * The activation of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Activation of(String text) {
        return Word.of(values(), text, "activation");
    }

    /**
     * Replaces the first of the sums by activations. Long arrays take less time per number than short ones.
     *
     * @param count how many, at most as many as there are
     */
    public void apply(double[] z, int count) {
        switch (this) {
            case RELU -> relu(z, count);
            case TANH -> tanh(z, count);
            case LOGISTIC -> logistic(z, count);
            case IDENTITY -> {}
        }
    }

    private static void relu(double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Math.max(0, z[i]);
        }
    }

    private static void tanh(double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Elementary.tanh(z[i]);
        }
    }

    private static void logistic(double[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = Elementary.logistic(z[i]);
        }
    }
}
