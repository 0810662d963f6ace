package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.stream.Collectors;

/** Specs that cannot be run, with everything that is wrong with them. */
public final class SpecException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Complaint> complaints;

    /**
     * Creates the exception.
     *
     * @param complaints at least one
     */
    public SpecException(List<Complaint> complaints) {
        super(complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n")));
        this.complaints = List.copyOf(complaints);
    }

    /** What is wrong, in the order of files and lines. */
    public List<Complaint> complaints() {
        return complaints;
    }
}
