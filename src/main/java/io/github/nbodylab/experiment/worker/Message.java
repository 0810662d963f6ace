package io.github.nbodylab.experiment.worker;

import java.util.Locale;

/**
 * One line of the protocol on the worker's standard output: {@code level|text}, line feeds inside the text escaped.
 *
 * @param level what kind of line
 * @param text for the user
 */
record Message(Level level, String text) {

    enum Level {
        DEBUG,
        INFO,
        WARN,
        /** The worker's Java runtime version, said once. */
        RUNTIME,
        /** The reason of {@link ExitStatus#FAILED} or {@link ExitStatus#BROKEN}. */
        FAILURE
    }

    String line() {
        return level.name().toLowerCase(Locale.ROOT) + "|"
                + text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
    }

    /** Reads a line back; one that is not of the protocol (a native library's) is for debugging. */
    static Message parse(String line) {
        int bar = line.indexOf('|');
        if (bar > 0) {
            for (Level level : Level.values()) {
                if (line.substring(0, bar).equals(level.name().toLowerCase(Locale.ROOT))) {
                    return new Message(level, unescape(line.substring(bar + 1)));
                }
            }
        }
        return new Message(Level.DEBUG, line);
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                out.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
