// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

/** From the linear outputs of a network to means or probabilities: the inverse of the link function. */
public enum Link implements Word {
    /** The outputs themselves: means of real targets. */
    IDENTITY("identity"),
    /** Their exponentials: means of counts. */
    LOG("log"),
    /** Their exponentials over the sum of these: probabilities of classes. */
    SOFTMAX("softmax");

    private final String text;

    Link(String text) {
        this.text = text;
    }

    /** The name in files. */
    @Override
    public String text() {
        return text;
    }

    /**
     * The link of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Link of(String text) {
        return Word.of(values(), text, "link");
    }

    /** Replaces linear outputs by means or probabilities. */
    public void apply(double[] z) {
        if (this == IDENTITY) {
            return;
        }
        double most = this == SOFTMAX ? z[0] : 0;
        if (this == SOFTMAX) {
            for (double output : z) {
                most = Math.max(most, output);
            }
        }
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = Elementary.exp(z[i] - most);
            sum += z[i];
        }
        for (int i = 0; this == SOFTMAX && i < z.length; i++) {
            z[i] /= sum;
        }
    }
}
