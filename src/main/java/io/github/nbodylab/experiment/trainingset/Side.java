package io.github.nbodylab.experiment.trainingset;

import java.util.Optional;

/** On which side of the split a row is. */
public enum Side {
    /** Models are fitted to it, and cross-validated on it. */
    TRAIN("train"),
    /** It is held out for the test. */
    TEST("test"),
    /** It is held out because an input of its group is beyond the bounds of the spec. */
    BEYOND("beyond");

    private final String text;

    Side(String text) {
        this.text = text;
    }

    /** The word in {@code trainingset.csv}. */
    public String text() {
        return text;
    }

    /** The side of that word. */
    static Optional<Side> of(String text) {
        for (Side side : values()) {
            if (side.text.equals(text)) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }
}
