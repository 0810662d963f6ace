package io.github.nbodylab.experiment.worker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The forked JVM's entry point. Lines on standard output are {@link Message}s; standard input is open for as long as
 * Maven lives, and its end ends the worker.
 */
public final class WorkerMain {

    private WorkerMain() {}

    /**
     * Runs the job of a job file and exits with an {@link ExitStatus}.
     *
     * @param args the job file
     */
    @SuppressWarnings("SystemOut") // the one place where standard output is taken for the protocol
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // what libraries print is no protocol
        endWithParent();
        ExitStatus status = run(Path.of(args[0]), out);
        out.flush();
        Runtime.getRuntime().halt(status.code()); // a driver's exit handlers have been seen to hang or crash
    }

    private static ExitStatus run(Path jobFile, PrintStream out) {
        try {
            out.println(new Message(Message.Level.RUNTIME, Runtime.version().toString()).line());
            requireStrictMath();
            JsonNode content = Json.read(jobFile);
            job(content.path("class").asText()).run(content.path("arguments"), new LineProgress(out));
            return ExitStatus.DONE;
        } catch (JobFailedException e) {
            e.printStackTrace();
            out.println(new Message(Message.Level.FAILURE, e.getMessage()).line());
            return ExitStatus.FAILED;
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            e.printStackTrace();
            out.println(new Message(Message.Level.FAILURE, e.toString()).line());
            return ExitStatus.BROKEN;
        }
    }

    private static void requireStrictMath() throws JobFailedException {
        Optional<String> difference = MathSelfTest.firstDifference();
        if (difference.isPresent()) {
            throw new JobFailedException("This JVM's elementary functions differ from StrictMath (" + difference.get()
                    + "), so fits would not repeat; use a HotSpot JDK 25 or newer for the worker");
        }
    }

    private static Job job(String className) throws ReflectiveOperationException {
        try {
            return Class.forName(className)
                    .asSubclass(Job.class)
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw new ReflectiveOperationException("cannot make a " + className, e.getCause());
        }
    }

    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // the parent says nothing; only the end matters
                        }
                    } catch (IOException e) {
                        // as good as the end
                    }
                    Runtime.getRuntime().halt(ExitStatus.ORPHANED.code());
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private record LineProgress(PrintStream out) implements Progress {
        @Override
        public void info(String line) {
            out.println(new Message(Message.Level.INFO, line).line());
        }

        @Override
        public void warn(String line) {
            out.println(new Message(Message.Level.WARN, line).line());
        }

        @Override
        public void debug(String line) {
            out.println(new Message(Message.Level.DEBUG, line).line());
        }
    }
}
