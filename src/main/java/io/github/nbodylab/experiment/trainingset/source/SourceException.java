package io.github.nbodylab.experiment.trainingset.source;

import java.util.List;
import java.util.regex.Pattern;

/** A table that cannot be used, with all that is wrong with it. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final Pattern LINE = Pattern.compile("line [0-9]+: ");

    /**
     * Creates the exception; its message has a line for each problem, ten at most and the count of the others. A problem that
     * begins with its line in the file becomes {@code FILE:LINE: ...}, as those of specs.
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
                        .append(
                                LINE.matcher(problem).lookingAt()
                                        ? problem.replaceFirst("line ", ":")
                                        : ": " + problem));
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
