package io.github.nbodylab.experiment.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet of the pages, which travels inside of them, so that they look the same in every site. */
final class Style {

    private static final String SHEET = "report.css";

    private Style() {}

    /** The sheet as a style element. */
    static String element() {
        return "<style>\n" + text(SHEET) + "</style>\n";
    }

    /** The text of a resource beside this class. */
    static String text(String resource) {
        try (InputStream in = Style.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing beside " + Style.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
