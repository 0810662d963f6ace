package io.github.nbodylab.experiment.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test here forks a real JVM. */
class WorkerTest {

    private static final Path MAPS = Path.of("/proc/self/maps");

    @TempDir
    Path folder;

    private final Heard listener = new Heard();

    @Test
    void whatAJobSaysArrivesWordForWord() throws Exception {
        String runtime = worker().run(Speak.class, arguments("say", "ein Wort, zwei|Wörter\nund eine Zeile"), folder);
        assertThat(listener.lines())
                .contains("info ein Wort, zwei|Wörter\nund eine Zeile", "warn careful", "debug for mvn -X");
        assertThat(runtime).isEqualTo(Runtime.version().toString());
    }

    @Test
    void theWorkerHasTheIncubatorsVectorsWhereItsJdkHasThem() throws Exception {
        worker().run(Modules.class, Json.object(), folder);
        boolean has = JdkFinder.hasModule(java(), "jdk.incubator.vector");
        assertThat(listener.lines().contains("info jdk.incubator.vector")).isEqualTo(has);
    }

    @Test
    void theWorkersHandlersOfSignalsStayFirstWhereItsJdkCanSeeToThat() throws Exception {
        worker().run(Libraries.class, Json.object(), folder);
        boolean can = JdkFinder.signalChaining(java()).isPresent();
        assertThat(listener.lines().stream().anyMatch(line -> line.endsWith("libjsig.so")))
                .isEqualTo(can);
    }

    @Test
    void whatLibrariesUnpackForAProcessGoesWhenItEnds() throws Exception {
        worker().run(Unpack.class, Json.object(), folder);
        Path unpacked = Path.of(listener.lines().get(0).substring("info ".length()));
        assertThat(unpacked.getParent()).isEqualTo(folder.resolve("tmp")).doesNotExist();
    }

    @Test
    void theJvmOfTheseTestsChainsSignalsToo() throws Exception {
        assumeTrue(Files.exists(MAPS), "skipped: this system does not tell which libraries are loaded");
        assertThat(MAPS).content().contains("libjsig.so");
    }

    @Test
    void printsOfLibrariesAreNoMessages() throws Exception {
        worker().run(Print.class, Json.object(), folder);
        assertThat(listener.lines()).noneMatch(line -> line.contains("noise"));
        assertThat(folder.resolve("worker.err")).content().contains("noise");
    }

    @Test
    void aFailureThatTheUserCanMendArrivesAsSuch() {
        assertThatThrownBy(() -> worker().run(Refuse.class, Json.object(), folder))
                .isInstanceOf(JobFailedException.class)
                .hasMessage("the store is full;\nmake room");
    }

    @Test
    void anUnexpectedExceptionIsToldWithItsFile() {
        assertThatThrownBy(() -> worker().run(Break.class, Json.object(), folder))
                .isInstanceOf(WorkerCrashedException.class)
                .hasMessageContaining("ArithmeticException: / by zero")
                .hasMessageContaining("worker.err");
    }

    @Test
    void aJvmThatIsKilledIsToldWithItsStatus() {
        assertThatThrownBy(() -> worker().run(Die.class, Json.object(), folder))
                .isInstanceOf(WorkerCrashedException.class)
                .hasMessageContaining("exit status 134")
                .hasMessageContaining("last words");
    }

    @Test
    void theWorkerEndsWhenItsParentDoes() throws Exception {
        Path pid = folder.resolve("pid");
        Path job = folder.resolve("job.json");
        ObjectNode content = Json.object().put("class", Linger.class.getName());
        content.set("arguments", arguments("pid", pid.toString()));
        Json.write(job, content);
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(Launch.STRICT_MATH);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName(), job + ""));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("runtime|");
            assertThat(out.readLine()).isEqualTo("info|lingering");
            process.getOutputStream().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ExitStatus.ORPHANED.code());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void elementaryFunctionsAreStrictHere() {
        assertThat(MathSelfTest.firstDifference()).isEmpty();
    }

    private Worker worker() {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
        return new Worker(new WorkerSettings(java(), classPath, List.of("-Xmx256m")), listener);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static ObjectNode arguments(String name, String value) {
        return Json.object().put(name, value);
    }

    /** Says what it is told to. */
    public static final class Speak implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) {
            progress.info(arguments.path("say").asText());
            progress.warn("careful");
            progress.debug("for mvn -X");
        }
    }

    /** Names the modules of its JVM. */
    public static final class Modules implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) {
            ModuleLayer.boot().modules().forEach(module -> progress.info(module.getName()));
        }
    }

    /** Names the files that its process has mapped, where the system tells. */
    public static final class Libraries implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) throws IOException {
            if (Files.exists(MAPS)) {
                Files.readAllLines(MAPS).forEach(progress::info);
            }
        }
    }

    /** Leaves a file where temporary files go. */
    public static final class Unpack implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) throws IOException {
            progress.info(Files.createTempFile("lib", ".so").toString());
        }
    }

    /** Prints past the protocol. */
    public static final class Print implements Job {
        @Override
        @SuppressWarnings("SystemOut")
        public void run(JsonNode arguments, Progress progress) {
            System.out.println("info|noise");
        }
    }

    /** Fails for a reason that can be mended. */
    public static final class Refuse implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) throws JobFailedException {
            throw new JobFailedException("the store is full;\nmake room");
        }
    }

    /** Has a defect. */
    public static final class Break implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) {
            throw new ArithmeticException("/ by zero");
        }
    }

    /** Dies as by a signal. */
    public static final class Die implements Job {
        @Override
        @SuppressWarnings("SystemOut")
        public void run(JsonNode arguments, Progress progress) {
            System.err.println("last words");
            Runtime.getRuntime().halt(134);
        }
    }

    /** Would never end by itself. */
    public static final class Linger implements Job {
        @Override
        public void run(JsonNode arguments, Progress progress) throws InterruptedException, IOException {
            Files.writeString(
                    Path.of(arguments.path("pid").asText()),
                    "" + ProcessHandle.current().pid());
            progress.info("lingering");
            Thread.currentThread().join();
        }
    }
}
