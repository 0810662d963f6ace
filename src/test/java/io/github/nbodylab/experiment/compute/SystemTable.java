package io.github.nbodylab.experiment.compute;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Both engines at one large system beside plain C and what the processor's divider allows. */
public final class SystemTable {

    private static final double GIGA = 1e-9;

    private final List<RunResult> results = new ArrayList<>();
    private final Map<Integer, Map<String, Double>> peer = new TreeMap<>();

    /** Nothing measured yet. */
    public SystemTable() {}

    /**
     * Measures engines and peer in turn.
     *
     * @param folder for the peer's program
     * @return JMH's results
     */
    public Collection<RunResult> measure(Path folder) throws IOException, InterruptedException, RunnerException {
        Optional<CPeer> built = CPeer.build(folder);
        for (int n : new int[] {1024, 4096, 16384}) {
            results.addAll(new Runner(new OptionsBuilder()
                            .include("\\." + SystemBenchmark.class.getSimpleName() + "\\.")
                            .param("n", Integer.toString(n))
                            .shouldFailOnError(true)
                            .build())
                    .run());
            if (built.isPresent()) {
                peer.put(n, built.get().rates(n));
            }
        }
        return results;
    }

    /** G interactions a second of all, as tables in Markdown; a dash where there is no gcc. */
    public String markdown() {
        StringBuilder text = new StringBuilder("""
                | N | C | C, low parts | C, the engines' formula | OpenCL | twin | OpenCL / C | OpenCL / C, their formula | twin / C |
                |--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Map.Entry<Integer, Map<String, Double>> row : engines("JERK").entrySet()) {
            int n = row.getKey();
            double opencl = row.getValue().get("opencl");
            double twin = row.getValue().get("jvm");
            double plain = peer(n, "jerk");
            double low = peer(n, "jerk-low");
            double same = peer(n, "jerk-engine");
            text.append(line(n, plain, low, same, opencl, twin, opencl / plain, opencl / same, twin / plain));
        }
        text.append("""

                | N | C, acceleration alone | OpenCL | twin | 1 / sqrt alone | OpenCL / that | twin / that |
                |--:|--:|--:|--:|--:|--:|--:|
                """);
        for (Map.Entry<Integer, Map<String, Double>> row :
                engines("ACCELERATION").entrySet()) {
            int n = row.getKey();
            double opencl = row.getValue().get("opencl");
            double twin = row.getValue().get("jvm");
            double limit = peer(n, "limit");
            text.append(line(n, peer(n, "acceleration"), opencl, twin, limit, opencl / limit, twin / limit));
        }
        return text.append('\n').toString();
    }

    private double peer(int n, String loop) {
        return peer.getOrDefault(n, Map.of()).getOrDefault(loop, Double.NaN);
    }

    private static String line(int n, double... figures) {
        StringBuilder line = new StringBuilder("| " + n + " |");
        for (double figure : figures) {
            line.append(Double.isNaN(figure) ? " - |" : String.format(Locale.ROOT, " %.2f |", figure));
        }
        return line.append('\n').toString();
    }

    /** The best iterations, which whatever else runs on the machine has slowed the least, by N and engine. */
    private Map<Integer, Map<String, Double>> engines(String order) {
        Map<Integer, Map<String, Double>> rates = new TreeMap<>();
        for (RunResult result : results) {
            if (result.getParams().getParam("order").equals(order)) {
                int n = Integer.parseInt(result.getParams().getParam("n"));
                double best = result.getPrimaryResult().getStatistics().getMax();
                rates.computeIfAbsent(n, key -> new TreeMap<>())
                        .put(result.getParams().getParam("engine"), best * SystemBenchmark.interactions(n) * GIGA);
            }
        }
        return rates;
    }
}
