package io.github.nbodylab.experiment.ensemble;

import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceBenchmark;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.SystemTable;
import io.github.nbodylab.experiment.model.GaussianProcessBenchmark;
import io.github.nbodylab.experiment.model.NetworkBenchmark;
import io.github.nbodylab.experiment.nbody.BlockStepBenchmark;
import io.github.nbodylab.experiment.nbody.GrowthBenchmark;
import io.github.nbodylab.experiment.nbody.SimulationTable;
import io.github.nbodylab.experiment.report.PageTable;
import io.github.nbodylab.experiment.report.ReportBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks on both engines in one go and tells the results as a table with the machine they are from. */
public final class PerformanceTable {

    private static final double GIGA = 1e-9;

    private PerformanceTable() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments the folder for {@code jmh.json} and {@code performance.md}
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Device device;
        try (ForceEngine engine = Devices.probe().choose("opencl").engine()) {
            device = engine.device();
        }
        int cores = Runtime.getRuntime().availableProcessors();
        List<RunResult> results = new ArrayList<>();
        results.addAll(run(ForceBenchmark.class, 1, "opencl"));
        results.addAll(run(ForceBenchmark.class, cores, "jvm"));
        SystemTable systems = new SystemTable();
        results.addAll(systems.measure(folder));
        results.addAll(run(EnsembleBenchmark.class, 1));
        Collection<RunResult> blockSteps = run(BlockStepBenchmark.class, 1);
        Collection<RunResult> growth = run(GrowthBenchmark.class, 1);
        Collection<RunResult> processes = run(GaussianProcessBenchmark.class, 1);
        Collection<RunResult> network = run(NetworkBenchmark.class, 1);
        Collection<RunResult> pages = run(ReportBenchmark.class, 1);
        results.addAll(processes);
        results.addAll(network);
        results.addAll(pages);
        results.addAll(blockSteps);
        results.addAll(growth);
        ResultFormatFactory.getInstance(
                        ResultFormatType.JSON, folder.resolve("jmh.json").toString())
                .writeOut(results);
        String table = machine(device, cores)
                + systems.markdown()
                + forces(results)
                + ensembles(results)
                + new SimulationTable(blockSteps, growth).markdown(folder)
                + surrogates(processes, network)
                + new PageTable(pages).markdown(folder);
        Files.writeString(folder.resolve("performance.md"), table);
        System.out.println(table);
    }

    private static Collection<RunResult> run(Class<?> benchmark, int threads, String... engines)
            throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        if (engines.length > 0) {
            options.param("engine", engines);
        }
        return new org.openjdk.jmh.runner.Runner(options.include("\\." + benchmark.getSimpleName() + "\\.")
                        .threads(threads)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    /** The best iteration: whatever else runs on the machine only slows the others. */
    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMax();
    }

    private static String machine(Device device, int cores) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                | | |
                |---|---|
                | Processor | %s, %d cores |
                | System | %s %s |
                | JDK | %s %s |
                | OpenCL | %s, driver %s |

                """,
                processor(),
                cores,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                device.name(),
                device.driver());
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    private static String forces(List<RunResult> results) {
        Map<Integer, Map<String, Double>> rates = new TreeMap<>();
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().contains(ForceBenchmark.class.getSimpleName())) {
                int n = Integer.parseInt(result.getParams().getParam("n"));
                double rate = best(result) * ForceBenchmark.interactions(n) * GIGA;
                rates.computeIfAbsent(n, key -> new TreeMap<>())
                        .put(result.getParams().getParam("engine"), rate);
            }
        }
        StringBuilder table = new StringBuilder();
        table.append("""
                | N | systems in a batch | OpenCL, G/s | JVM twin, G/s | ratio |
                |--:|--:|--:|--:|--:|
                """);
        rates.forEach((n, rate) -> table.append(String.format(
                Locale.ROOT,
                "| %d | %d | %.2f | %.2f | %.2f |\n",
                n,
                ForceBenchmark.BODIES / n,
                rate.get("opencl"),
                rate.get("jvm"),
                rate.get("opencl") / rate.get("jvm"))));
        return table.append('\n').toString();
    }

    private static String ensembles(List<RunResult> results) {
        StringBuilder table = new StringBuilder("""
                | simulations | engine | steps | seconds | runs a minute | interactions, G/s |
                |--:|---|---|--:|--:|--:|
                """);
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().contains(EnsembleBenchmark.class.getSimpleName())) {
                double seconds = result.getPrimaryResult().getScore();
                int runs = Integer.parseInt(result.getParams().getParam("simulations"));
                double interactions =
                        result.getSecondaryResults().get("interactions").getScore();
                table.append(String.format(
                        Locale.ROOT,
                        "| %d | %s | %s | %.2f | %.0f | %.2f |\n",
                        runs,
                        result.getParams().getParam("engine"),
                        result.getParams().getParam("timesteps").toLowerCase(Locale.ROOT),
                        seconds,
                        60 * runs / seconds,
                        interactions / seconds * GIGA));
            }
        }
        return table.append('\n').toString();
    }

    private static String surrogates(Collection<RunResult> processes, Collection<RunResult> network) {
        Map<Integer, Map<String, Double>> times = new TreeMap<>();
        for (RunResult result : processes) {
            int n = Integer.parseInt(result.getParams().getParam("n"));
            String benchmark = result.getParams().getBenchmark();
            times.computeIfAbsent(n, key -> new TreeMap<>())
                    .put(benchmark.substring(benchmark.lastIndexOf('.') + 1), least(result));
        }
        StringBuilder table = new StringBuilder("""
                | model | seconds to fit | microseconds to predict a mean |
                |---|--:|--:|
                """);
        times.forEach((n, time) -> table.append(String.format(
                Locale.ROOT,
                "| Gaussian process of %d points | %.2f | %.1f |\n",
                n,
                time.get("fit"),
                time.get("predict"))));
        network.forEach(result ->
                table.append(String.format(Locale.ROOT, "| network, two layers of 32 | | %.2f |\n", least(result))));
        return table.append('\n').toString();
    }

    private static double least(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }
}
