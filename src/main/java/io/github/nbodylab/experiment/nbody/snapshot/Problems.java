package io.github.nbodylab.experiment.nbody.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one file. */
final class Problems {

    private static final int SHOWN = 10;

    private final Path file;
    private final List<String> shown = new ArrayList<>();
    private int count;

    Problems(Path file) {
        this.file = file;
    }

    /** About the file as a whole. */
    void add(String what) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(file + ": " + what);
        }
    }

    /**
     * About a place in the file.
     *
     * @param where line or dataset
     * @param what what is wrong and what would be right
     */
    void add(String where, String what) {
        add(where + ": " + what);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Ends the reading if anything was wrong. */
    void check() throws BodiesFileException {
        if (count > 0) {
            List<String> all = new ArrayList<>(shown);
            if (count > SHOWN) {
                all.add(file + ": and " + (count - SHOWN) + " more");
            }
            throw new BodiesFileException(all);
        }
    }
}
