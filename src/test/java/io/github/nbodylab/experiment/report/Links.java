package io.github.nbodylab.experiment.report;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The links between the pages of a site, and to what stands beside them. */
final class Links {

    private final Map<Path, Set<String>> places = new HashMap<>();

    private Links() {}

    /** All pages of a site, by name. */
    static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The links of a site to files or to places in pages that are not there.
     *
     * @return a line for each, with the page that has it
     */
    static Set<String> broken(Path site) throws IOException {
        Links links = new Links();
        Set<String> broken = new TreeSet<>();
        for (Path page : pages(site)) {
            for (Element element : Jsoup.parse(page).select("[href], [src]")) {
                String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (!links.lead(page, link)) {
                    broken.add(site.relativize(page) + ": " + link);
                }
            }
        }
        return broken;
    }

    private boolean lead(Path page, String link) throws IOException {
        URI uri = URI.create(link.replace(" ", "%20"));
        if (uri.getScheme() != null) {
            return true; // to another site, or data
        }
        String path = uri.getRawPath();
        Path target = path.isEmpty()
                ? page
                : page.resolveSibling(URLDecoder.decode(path, StandardCharsets.UTF_8))
                        .normalize();
        if (!Files.exists(target)) {
            return false;
        }
        String place = uri.getFragment();
        return place == null
                || place.isEmpty()
                || !target.toString().endsWith(".html")
                || places(target).contains(place);
    }

    private Set<String> places(Path page) throws IOException {
        Set<String> known = places.get(page);
        if (known == null) {
            Document document = Jsoup.parse(page);
            known = document.select("[id], a[name]").stream()
                    .map(element -> element.hasAttr("id") ? element.id() : element.attr("name"))
                    .collect(Collectors.toSet());
            places.put(page, known);
        }
        return known;
    }
}
