package io.github.nbodylab.experiment.worker;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Folders;
import io.github.nbodylab.experiment.store.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Forks the JVM that does heavy and native work, and passes on what it says. */
public final class Worker {

    private static final int LINES_OF_ERROR = 12;

    private final WorkerSettings settings;
    private final Progress progress;

    /**
     * A worker to be.
     *
     * @param settings which JVM
     * @param progress hears what it says
     */
    public Worker(WorkerSettings settings, Progress progress) {
        this.settings = requireNonNull(settings, "settings");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Forks a JVM, runs a job in it, and waits for its end.
     *
     * @param job the class of the job
     * @param arguments its arguments
     * @param folder where job file, argument file and error file go; made if missing
     * @return the Java runtime version of that JVM
     * @throws JobFailedException if the job says that the user can mend something
     * @throws WorkerCrashedException if the JVM broke or was killed
     * @throws IOException if the JVM cannot be started
     */
    public String run(Class<? extends Job> job, ObjectNode arguments, Path folder)
            throws JobFailedException, WorkerCrashedException, IOException {
        Files.createDirectories(folder);
        Path errors = folder.resolve("worker.err");
        Path temporary = folder.resolve("tmp");
        Folders.empty(temporary);
        Process process = new Launch(settings, folder, temporary, errors).start(jobFile(job, arguments, folder));
        Thread killer = new Thread(process::destroyForcibly, "experiment-worker-killer");
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            Said said = listen(process);
            end(process.waitFor(), said.failure(), errors);
            return said.runtime();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while the worker ran").initCause(e);
        } finally {
            stop(process);
            removeHook(killer);
            Folders.delete(temporary);
        }
    }

    private static Path jobFile(Class<? extends Job> job, ObjectNode arguments, Path folder) throws IOException {
        ObjectNode content = Json.object();
        content.put("class", job.getName());
        content.set("arguments", arguments);
        Path file = folder.resolve("job.json");
        Json.write(file, content);
        return file;
    }

    private record Said(String runtime, String failure) {}

    /** Passes lines on until the worker closes its output. */
    private Said listen(Process process) throws IOException {
        String runtime = "";
        String failure = "";
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Message message = Message.parse(line);
                switch (message.level()) {
                    case DEBUG -> progress.debug(message.text());
                    case INFO -> progress.info(message.text());
                    case WARN -> progress.warn(message.text());
                    case RUNTIME -> runtime = message.text();
                    case FAILURE -> failure = message.text();
                }
            }
        }
        return new Said(runtime, failure);
    }

    private static void end(int code, String failure, Path errors) throws JobFailedException, WorkerCrashedException {
        Optional<ExitStatus> status = ExitStatus.of(code);
        if (status.equals(Optional.of(ExitStatus.DONE))) {
            return;
        }
        if (status.equals(Optional.of(ExitStatus.FAILED))) {
            throw new JobFailedException(failure);
        }
        boolean killed = !status.equals(Optional.of(ExitStatus.BROKEN));
        String cause =
                killed ? "The worker was killed or crashed (exit status " + code + ")" : "The worker broke: " + failure;
        throw new WorkerCrashedException(cause + lastLines(errors) + "\nAll of its output: " + errors, killed);
    }

    private static String lastLines(Path errors) {
        try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            List<String> last = all.subList(Math.max(0, all.size() - LINES_OF_ERROR), all.size());
            return last.isEmpty() ? "" : "\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return "";
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread killer) {
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // Maven is shutting down, and the hook does its work
        }
    }
}
