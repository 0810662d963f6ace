package io.github.nbodylab.experiment.nbody.snapshot;

import java.util.List;

/** A file of bodies that cannot be simulated, with all that is wrong with it. */
public final class BodiesFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Creates the exception; its message has a line for each problem.
     *
     * @param problems one or more; each names the file and the place in it, and says what would be right
     */
    public BodiesFileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at most ten problems and the count of the others. */
    public List<String> problems() {
        return problems;
    }
}
