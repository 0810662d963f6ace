package io.github.nbodylab.experiment.nbody.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Python with some module for tests: without one they are skipped, saying why, unless EXPERIMENT_REQUIRE names
 * {@code python}.
 */
public final class PythonHere {

    /** The distribution's own has its packages, whatever stands before it on PATH. */
    private static final List<String> PLACES = List.of("/usr/bin/python3", "python3");

    private PythonHere() {}

    /** What a script prints, stripped; its arguments are in {@code sys.argv[1:]}. */
    public static String run(String module, String script, String... arguments)
            throws IOException, InterruptedException {
        Ended ended = process(require(module), script, arguments);
        assertThat(ended.status).as("status of python: %s", ended.output).isZero();
        return ended.output.strip();
    }

    /** The Python that has a module. */
    public static String require(String module) throws IOException, InterruptedException {
        for (String python : PLACES) {
            if (process(python, "import " + module).status == 0) {
                return python;
            }
        }
        String reason = "needs python3 with " + module + " (Debian: python3-" + module + ")";
        String required = System.getenv().getOrDefault("EXPERIMENT_REQUIRE", "");
        if (Arrays.stream(required.split(",", -1)).map(String::strip).anyMatch("python"::equals)) {
            fail("EXPERIMENT_REQUIRE has python, but this test " + reason);
        }
        return abort("skipped: " + reason);
    }

    private record Ended(int status, String output) {}

    private static Ended process(String python, String script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python, "-c", script));
        command.addAll(Arrays.asList(arguments));
        // What the JVM's launcher says of chained signals is not Python's output, and goes to the standard error.
        Path errors = Files.createTempFile("python", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().remove("LD_PRELOAD");
            builder.environment().put("OPENBLAS_NUM_THREADS", "1");
            builder.environment().put("OMP_NUM_THREADS", "1");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return new Ended(status, status == 0 ? output : output + Files.readString(errors));
        } catch (IOException e) {
            return new Ended(-1, e.toString());
        } finally {
            Files.delete(errors);
        }
    }
}
