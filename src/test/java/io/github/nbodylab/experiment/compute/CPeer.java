package io.github.nbodylab.experiment.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** {@code src/test/c/force.c}, built by gcc: what plain C makes of the same sums on this machine. */
final class CPeer {

    private static final Path SOURCE = Path.of("src/test/c/force.c");
    private static final List<String> FLAGS =
            List.of("-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-fopenmp", "-DTILE=16");
    private static final long MINUTES = 5;

    private final Path program;

    private CPeer(Path program) {
        this.program = program;
    }

    /**
     * Builds it.
     *
     * @param folder where the program goes
     * @return nothing where there is no gcc
     * @throws IOException if gcc is there but does not build it
     */
    static Optional<CPeer> build(Path folder) throws IOException, InterruptedException {
        Path program = Files.createDirectories(folder).resolve("force-c-peer").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of("gcc"));
        command.addAll(FLAGS);
        if (System.getProperty("os.arch").equals("amd64")) {
            command.add("-mprefer-vector-width=512"); // the faster choice where it makes a difference
        }
        command.addAll(List.of(SOURCE.toString(), "-o", program.toString(), "-lm"));
        try {
            run(command);
        } catch (IOException e) {
            if (e.getMessage().startsWith("Cannot run program")) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(new CPeer(program));
    }

    /**
     * G interactions a second of each of its loops, on all cores.
     *
     * @param n bodies
     */
    Map<String, Double> rates(int n) throws IOException, InterruptedException {
        Map<String, Double> rates = new TreeMap<>();
        run(List.of(program.toString(), Integer.toString(n))).lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            rates.put(words[0], Double.valueOf(words[1]));
        });
        return rates;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("c-peer", ".txt");
        Path errors = Files.createTempFile("c-peer", ".err"); // where the JVM's launcher tells of chained signals
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.environment().remove("LD_PRELOAD");
            builder.environment()
                    .put(
                            "OMP_NUM_THREADS",
                            Integer.toString(Runtime.getRuntime().availableProcessors()));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " takes longer than " + MINUTES + " minutes");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(command + " failed:\n" + text + Files.readString(errors));
            }
            return text;
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
