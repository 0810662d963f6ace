package io.github.nbodylab.experiment.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that the pages show compile and run. */
class DocumentedProgramsTest {

    private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?public class (\\w+) .*?)```");

    /** Of the shipped experiment's inputs, with a domain and an interval. */
    private static final String MODEL = """
            {"schema": 1, "kind": "linear", "link": "identity", "retransformation": 1.0,
            "inputs": [
              {"name": "particles", "kind": "whole", "log": false, "mean": 0, "deviation": 1, "min": 32, "max": 256},
              {"name": "captureNumber", "kind": "real", "log": false, "mean": 0, "deviation": 1, "min": 0.1, "max": 8}],
            "target": {"name": "mergers", "count": true},
            "terms": [{"coefficient": 2.0, "factors": [{"input": "captureNumber", "power": 1}]}],
            "residuals": {"count": true, "groups": 30, "intervals": [{"probability": 0.95, "halfWidth": 0.0}]},
            "domain": {
              "inputs": [
                {"name": "particles", "log": false, "min": 32, "max": 256, "centre": 128, "scale": 100},
                {"name": "captureNumber", "log": false, "min": 0.1, "max": 8, "centre": 2.5, "scale": 2}],
              "covariance": [[1.0, 0.0], [0.0, 1.0]],
              "points": [[0.0, 0.0]],
              "limits": {"mahalanobis": {"limit": 2.0, "far": 4.0}, "neighbour": {"limit": 1.0, "far": 2.0}}}}
            """;

    @TempDir
    Path folder;

    @Test
    void theProgramThatEmbedsAModelCompilesAndPredicts() throws Exception {
        Matcher program = PROGRAM.matcher(Files.readString(Path.of("site", "markdown", "predict.md")));
        assertThat(program.find()).as("a program on the page").isTrue();
        Path source = Files.writeString(folder.resolve(program.group(2) + ".java"), program.group(1));
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        complaints,
                        complaints,
                        "--release",
                        "17",
                        "-Xlint:all",
                        "-Werror",
                        "-cp",
                        "target/classes",
                        source.toString());
        assertThat(status).as(complaints.toString(StandardCharsets.UTF_8)).isZero();

        Path model = folder.resolve("META-INF/experiments/merger-count/model.json");
        Files.createDirectories(model.getParent());
        Files.writeString(model, MODEL);
        assertThat(output(program.group(2))).startsWith("mergers: 5.0, 95 %: ").contains("low=5.0", "high=5.0");
    }

    private String output(String program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader());
                PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
