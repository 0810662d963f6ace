package io.github.nbodylab.experiment.trainingset.source;

import java.util.List;

/** A table that cannot be used, with all that is wrong with it. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /**
     * Creates the exception; its message has a line for each problem, ten at most and the count of the others.
     *
     * @param file which has the table, as the user knows it
     * @param problems one or more; each says where it is and what would be right
     */
    public SourceException(String file, List<String> problems) {
        super(message(file, problems));
    }

    private static String message(String file, List<String> problems) {
        StringBuilder message = new StringBuilder();
        problems.stream()
                .limit(SHOWN)
                .forEach(problem -> message.append(message.isEmpty() ? "" : "\n")
                        .append(file)
                        .append(": ")
                        .append(problem));
        if (problems.size() > SHOWN) {
            message.append("\n")
                    .append(file)
                    .append(": and ")
                    .append(problems.size() - SHOWN)
                    .append(" more");
        }
        return message.toString();
    }
}
