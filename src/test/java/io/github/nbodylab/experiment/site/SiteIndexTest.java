package io.github.nbodylab.experiment.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteIndexTest {

    @TempDir
    private Path site;

    @Test
    void aSectionIsFoundByItsHeadingAndTheTextBelowIt() throws IOException {
        write(
                "a.html",
                "<section><a id=\"T\"></a><h1>Top</h1><p>one</p><section><a id=\"S\"></a><h2>Sub</h2><p>two</p>"
                        + "</section></section>");

        JsonNode index = index();

        assertThat(index).hasSize(2);
        assertThat(index.get(0).toString())
                .isEqualTo("{\"page\":\"a.html\",\"place\":\"T\",\"title\":\"Top\",\"heading\":\"\",\"text\":\"one\"}");
        assertThat(index.get(1).toString())
                .isEqualTo(
                        "{\"page\":\"a.html\",\"place\":\"S\",\"title\":\"Top\",\"heading\":\"Sub\",\"text\":\"two\"}");
    }

    @Test
    void ofAnExperimentTheCurrentVersionIsFound() throws IOException {
        String page = "<h1>Mergers</h1><nav class=\"exp-versions\"><span class=\"exp-badge\">%s</span></nav>";
        write("experiments/m/1.0.0.html", page.formatted("recorded"));
        write("experiments/m/1.1.0.html", page.formatted("current, of this build"));
        write("experiments/m/changes/1.1.0.html", "<h1>Changes</h1>");

        assertThat(index().findValuesAsText("page")).containsExactly("experiments/m/1.1.0.html");
    }

    private JsonNode index() throws IOException {
        String script = SiteIndex.script(site);
        return new ObjectMapper().readTree(script.substring("siteIndex(".length(), script.lastIndexOf(')')));
    }

    private void write(String name, String body) throws IOException {
        Path page = site.resolve(name);
        Files.createDirectories(page.getParent());
        Files.writeString(page, "<html><body><main id=\"bodyColumn\">" + body + "</main></body></html>");
    }
}
