package io.github.nbodylab.experiment.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a worker's JVM is started.
 *
 * @param settings which JVM
 * @param folder its working directory, which gets its argument file and the files of a crash
 * @param temporary where it puts what it needs for itself alone: the library of JOCL unpacks its native part anew for each
 *     process, and leaves it there
 * @param errors its error stream
 */
record Launch(WorkerSettings settings, Path folder, Path temporary, Path errors) {

    /** Without them {@code Math.exp} and its kin would differ from {@link StrictMath}, and so from CPU to CPU. */
    static final List<String> STRICT_MATH = List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:DisableIntrinsic=_dsin,_dcos,_dtan,_dtanh,_dexp,_dlog,_dlog10,_dpow");

    /** What the force engine is fast with, as long as it is no part of the JDK proper. */
    private static final String VECTORS = "jdk.incubator.vector";

    /** Starts it with a job. */
    Process start(Path jobFile) throws IOException {
        Path argumentFile = folder.resolve("worker.args");
        Files.write(
                argumentFile,
                command(jobFile).stream()
                        .map(a -> '"' + a.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .toList());
        ProcessBuilder builder = new ProcessBuilder(settings.java().toString(), "@" + argumentFile)
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        pin(builder.environment());
        chainSignals(builder.environment());
        return builder.start();
    }

    private List<String> command(Path jobFile) {
        List<String> command = new ArrayList<>(STRICT_MATH);
        if (JdkFinder.hasModule(settings.java(), VECTORS)) {
            command.add("--add-modules=" + VECTORS);
        }
        command.add("-Djava.awt.headless=true");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"));
        command.addAll(settings.argLine());
        command.add("-cp");
        command.add(settings.classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator"))));
        command.add(WorkerMain.class.getName());
        command.add(jobFile.toString());
        return command;
    }

    /** Linear algebra libraries take other code paths, and so give other bits, by CPU and by number of threads. */
    private static void pin(Map<String, String> environment) {
        environment.put("OPENBLAS_NUM_THREADS", "1");
        environment.put("OMP_NUM_THREADS", "1");
        if (List.of("amd64", "x86_64").contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT))) {
            environment.put("OPENBLAS_CORETYPE", "Haswell");
        }
    }

    /**
     * OpenCL drivers that compile with LLVM (PoCL) put its handlers of signals in place of the JVM's, which lives by
     * them: two threads that then meet a null or a safepoint at once would end the process without a word. The JDK's
     * signal chaining library keeps the JVM's handlers first.
     */
    private void chainSignals(Map<String, String> environment) {
        JdkFinder.signalChaining(settings.java())
                .ifPresent(library -> environment.merge(
                        "LD_PRELOAD", library.toString(), (others, chaining) -> chaining + ":" + others));
    }
}
