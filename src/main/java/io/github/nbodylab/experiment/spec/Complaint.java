package io.github.nbodylab.experiment.spec;

/**
 * Something wrong in a spec.
 *
 * @param file the spec file as the user knows it
 * @param line from 1; 0 where the whole file is meant
 * @param key dotted path such as {@code simulate.cluster.particles}; empty where none is meant
 * @param problem what is wrong
 * @param remedy what would be right
 */
public record Complaint(String file, int line, String key, String problem, String remedy) {

    /** One line for the log. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + problem + "; " + remedy;
    }
}
