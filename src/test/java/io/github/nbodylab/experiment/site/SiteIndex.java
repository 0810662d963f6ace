package io.github.nbodylab.experiment.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes what the search of the site looks through: the headings of all pages, each with the text below it, as a script, since a
 * page in a file may load nothing else. The build runs this file as it stands, after the site has been made, with jsoup and Jackson
 * on the class path.
 */
public final class SiteIndex {

    /** How much of a section's text can be found, in characters. */
    private static final int LONGEST = 2000;

    private SiteIndex() {}

    /**
     * Writes the script.
     *
     * @param arguments the folder of the site, and the script
     */
    public static void main(String[] arguments) throws IOException {
        Path site = Path.of(arguments[0]);
        Files.writeString(Path.of(arguments[1]), script(site));
    }

    /** The script: {@code siteIndex([{page, place, title, heading, text}, ...])}. */
    static String script(Path site) throws IOException {
        ArrayNode index = new ObjectMapper().createArrayNode();
        for (Path page : pages(site)) {
            Document document = Jsoup.parse(page);
            Element body = document.getElementById("bodyColumn");
            if (body != null && !isOfAnOldVersion(document)) {
                add(index, site.relativize(page).toString().replace('\\', '/'), body);
            }
        }
        return "siteIndex(" + index + ");\n";
    }

    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.getParent().endsWith("changes"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOfAnOldVersion(Document page) {
        return page.selectFirst(".exp-versions") != null
                && page.selectFirst(".exp-versions .exp-badge:contains(current)") == null;
    }

    private static void add(ArrayNode index, String page, Element body) {
        Element title = body.selectFirst("h1");
        for (Element heading : body.select("h1, h2, h3")) {
            index.addObject()
                    .put("page", page)
                    .put("place", place(heading))
                    .put("title", title == null ? page : title.text())
                    .put("heading", heading.equals(title) ? "" : heading.text())
                    .put("text", below(heading));
        }
    }

    /** That of the heading itself, or of the empty anchor that Doxia puts before it. */
    private static String place(Element heading) {
        Element before = heading.previousElementSibling();
        return heading.hasAttr("id") || before == null ? heading.id() : before.id();
    }

    /** The text between a heading and the next one. */
    private static String below(Element heading) {
        StringBuilder text = new StringBuilder();
        for (Element next = heading.nextElementSibling(); next != null; next = next.nextElementSibling()) {
            if (next.is("h1, h2, h3, section")) {
                break;
            }
            if (!next.is("style, script, svg, figure")) {
                text.append(next.text()).append(' ');
            }
        }
        return text.substring(0, Math.min(LONGEST, text.length())).strip();
    }
}
