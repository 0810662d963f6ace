package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import io.github.nbodylab.experiment.worker.Worker;
import io.github.nbodylab.experiment.worker.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A user's project in a folder, built by the real pipeline with real workers. */
final class TestBuild {

    /** Files that no digest holds, for they tell how and when results were made. */
    private static final Set<String> OPEN =
            Set.of("provenance.json", "timeline.json", "verdict.json", "record.json", "TEST-experiment-tiny.xml");

    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    private final Path project;
    private Path store;
    private String device = "jvm";
    private int jobs = 2;
    private boolean frozen;
    private boolean force;
    private boolean requireLock;
    private boolean record;
    private boolean workersForbidden;
    private boolean withoutJdk;
    private List<String> argLine = List.of("-Xmx512m");
    private Consumer<String> onInfo = line -> {};

    TestBuild(Path project) throws IOException {
        this.project = project;
        this.store = project.resolve("store");
        Files.createDirectories(project.resolve("specs"));
    }

    /** A small experiment that takes a second or two. */
    static String tinySpec() {
        return """
                apiVersion: experiment/v1
                name: tiny
                version: 1.0.0
                title: Mergers in very small clusters
                question: How many mergers do a few dozen sticky spheres make?
                seed: 7

                simulate:
                  cluster:
                    particles: {values: [12, 16, 24]}
                  mergers:
                    captureNumber: {min: 0.5, max: 8, distribution: log-uniform}
                  until: 0.25
                  design: {method: sobol, points: 12, replicates: 2}
                  failures: {retries: 0}

                trainingSet:
                  inputs: [particles, captureNumber]

                train:
                  models:
                    - constant
                    - power-law
                    - gaussian-process: {kernel: matern-5/2, lengthScales: per-input}
                  crossValidation: {folds: 3}

                validate:
                  accept:
                    - {model: chosen, metric: rmse, max: 10}
                """;
    }

    /** As many simulations, each of which takes a good part of a second. */
    static String slowSpec() {
        return tinySpec().replace("[12, 16, 24]", "[96, 112, 128]").replace("until: 0.25", "until: 0.5");
    }

    TestBuild spec(String text) throws IOException {
        Files.writeString(project.resolve("specs/tiny.yaml"), text);
        return this;
    }

    /** A second spec beside the first. */
    TestBuild secondSpec(String text) throws IOException {
        Files.writeString(project.resolve("specs/second.yaml"), text);
        return this;
    }

    TestBuild store(Path folder) {
        store = folder;
        return this;
    }

    TestBuild device(String name) {
        device = name;
        return this;
    }

    TestBuild jobs(int number) {
        jobs = number;
        return this;
    }

    TestBuild frozen(boolean yes) {
        frozen = yes;
        return this;
    }

    TestBuild force(boolean yes) {
        force = yes;
        return this;
    }

    TestBuild requireLock(boolean yes) {
        requireLock = yes;
        return this;
    }

    TestBuild record(boolean yes) {
        record = yes;
        return this;
    }

    TestBuild workersForbidden() {
        workersForbidden = true;
        return this;
    }

    TestBuild withoutJdk() {
        withoutJdk = true;
        return this;
    }

    TestBuild argLine(String... flags) {
        argLine = List.of(flags);
        return this;
    }

    TestBuild onInfo(Consumer<String> listener) {
        onInfo = listener;
        return this;
    }

    /** What {@code mvn verify} does; stops after the first goal with a problem. */
    Problems verify() {
        Pipeline pipeline = pipeline();
        Problems problems = pipeline.simulate();
        if (problems.isEmpty()) {
            problems = pipeline.assemble();
        }
        if (problems.isEmpty()) {
            problems = pipeline.train();
        }
        if (problems.isEmpty()) {
            problems = pipeline.score(); // as 'package' does
        }
        return problems.isEmpty() ? pipeline.validate() : problems;
    }

    Pipeline pipeline() {
        PipelineSettings settings = new PipelineSettings(
                project.resolve("specs"),
                Set.of(),
                project.resolve("target/experiments"),
                project.resolve("target/experiment-work"),
                project.resolve("specs"),
                store,
                device,
                jobs,
                frozen,
                force,
                requireLock,
                record,
                "1.0.0-test",
                Credits.unknown());
        return new Pipeline(settings, this::worker, new Listener());
    }

    private Worker worker() throws JobFailedException {
        if (withoutJdk) {
            throw new JobFailedException("no JDK 25 was found");
        }
        if (workersForbidden) {
            throw new AssertionError("nothing was left to compute, and yet a worker was asked for");
        }
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Worker(new WorkerSettings(java, classPath, argLine), new Listener());
    }

    Path file(String name) {
        return project.resolve("target/experiments/tiny").resolve(name);
    }

    Path lock() {
        return project.resolve("specs/tiny.lock.yaml");
    }

    String verdict() throws IOException {
        return Json.read(file("verdict.json")).path("verdict").asText();
    }

    /** Every file that must be the same bits everywhere, with its digest. */
    SortedMap<String, String> digests() throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        Path folder = file("");
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString();
                if (!OPEN.contains(name) && !name.startsWith("ro-crate-")) {
                    digests.put(name, Digest.of(file));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return digests;
    }

    /** The stored files of that name. */
    List<Path> stored(String name) throws IOException {
        Path entries = store.resolve("v1");
        if (!Files.exists(entries)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(entries)) {
            return tree.filter(path -> path.endsWith(name)).sorted().toList();
        }
    }

    /** How many files of that name are stored, while the store is being written. */
    int storedSoFar(String name) {
        try {
            return stored(name).size();
        } catch (IOException | UncheckedIOException e) {
            return 0; // a folder was renamed under the walk
        }
    }

    private final class Listener implements Progress {
        @Override
        public void info(String line) {
            log.add(line);
            onInfo.accept(line);
        }

        @Override
        public void warn(String line) {
            log.add("WARN " + line);
        }

        @Override
        public void debug(String line) {
            log.add("DEBUG " + line);
        }
    }
}
