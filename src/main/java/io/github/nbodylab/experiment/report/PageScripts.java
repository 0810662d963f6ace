package io.github.nbodylab.experiment.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Small scripts that pages share: tables that sort, and texts that are copied. Without them nothing else is missing. */
public final class PageScripts {

    private static final List<String> SCRIPTS = List.of("tables.js", "copy.js");

    private PageScripts() {}

    /**
     * Asks for them, at the end of a page.
     *
     * @param page from the site's root, such as {@code experiments/NAME/VERSION.html}
     */
    public static String html(String page) {
        String folder = Path.of(page)
                .getParent()
                .relativize(Path.of(Beside.FOLDER))
                .toString()
                .replace('\\', '/');
        StringBuilder out = new StringBuilder();
        SCRIPTS.forEach(script -> out.append("<script src=\"")
                .append(folder)
                .append('/')
                .append(script)
                .append("\" defer=\"defer\"></script>\n"));
        return out.toString();
    }

    /**
     * Writes them.
     *
     * @param site its root
     * @throws IOException if they cannot be written
     */
    public static void write(Path site) throws IOException {
        for (String script : SCRIPTS) {
            Beside.copy(script, site.resolve(Beside.FOLDER));
        }
    }
}
