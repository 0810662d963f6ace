package io.github.nbodylab.experiment.spec;

/** A text is no kernel expression; the message says what is wrong and where. */
public final class KernelSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    KernelSyntaxException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
