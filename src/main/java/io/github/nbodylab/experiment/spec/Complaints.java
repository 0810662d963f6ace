package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with one file, so that its author learns of everything at once. */
final class Complaints {

    private final String file;
    private final List<Complaint> found = new ArrayList<>();

    Complaints(String file) {
        this.file = requireNonNull(file, "file");
    }

    void add(int line, String key, String problem, String remedy) {
        found.add(new Complaint(file, line, key, problem, remedy));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All complaints by line, each once; those about the whole file come first. */
    List<Complaint> byLine() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Complaint::line))
                .toList();
    }
}
