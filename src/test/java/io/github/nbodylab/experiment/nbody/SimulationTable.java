package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.report.plot.GrowthPlot;
import io.github.nbodylab.experiment.spec.Integrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What single simulations cost: block against shared steps, and the growth with the number of bodies. */
public final class SimulationTable {

    private static final double GIGA = 1e-9;

    private final Collection<RunResult> blockSteps;
    private final Collection<RunResult> growth;

    /**
     * Tables of what JMH has measured.
     *
     * @param blockSteps by {@link BlockStepBenchmark}
     * @param growth by {@link GrowthBenchmark}
     */
    public SimulationTable(Collection<RunResult> blockSteps, Collection<RunResult> growth) {
        this.blockSteps = blockSteps;
        this.growth = growth;
    }

    /** Both tables in Markdown; the picture of the growth goes to {@code growth.svg}. */
    public String markdown(Path folder) throws IOException {
        Map<Integer, Map<String, Double>> cost = secondsPerUnit();
        TreeMap<Double, Double> better = new TreeMap<>();
        cost.forEach((n, engines) -> better.put(
                (double) n, engines.values().stream().min(Double::compare).orElseThrow()));
        PowerLaw fit = PowerLaw.through(better);
        Files.writeString(folder.resolve("growth.svg"), GrowthPlot.svg(better, fit.exponent(), fit::at) + "\n");
        StringBuilder table = new StringBuilder("""
                | N | stretch | OpenCL, s per unit | JVM twin, s per unit |
                |--:|--:|--:|--:|
                """);
        cost.forEach((n, engines) -> table.append(String.format(
                Locale.ROOT,
                "| %d | %.4f | %.3g | %.3g |%n",
                n,
                GrowthBenchmark.stretch(n),
                engines.get("opencl"),
                engines.get("jvm"))));
        return blockSteps() + table.append(String.format(Locale.ROOT, "%nFitted exponent: %.2f.%n%n", fit.exponent()));
    }

    private String blockSteps() {
        StringBuilder table = new StringBuilder("""
                | engine | steps | eta | energy error | 10^9 interactions | seconds |
                |---|---|--:|--:|--:|--:|
                """);
        Map<String, double[]> costs = new TreeMap<>();
        for (RunResult result : blockSteps) {
            String engine = result.getParams().getParam("engine");
            String steps = result.getParams().getParam("timesteps");
            double seconds = result.getPrimaryResult().getScore();
            double interactions = counter(result, "interactions");
            costs.put(engine + steps, new double[] {interactions, seconds});
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.3f | %.1e | %.2f | %.1f |%n",
                    engine,
                    steps.toLowerCase(Locale.ROOT),
                    BlockStepBenchmark.accuracy(Integrator.Timesteps.valueOf(steps)),
                    counter(result, "energyError"),
                    interactions * GIGA,
                    seconds));
        }
        for (String engine : new String[] {"opencl", "jvm"}) {
            double[] block = costs.get(engine + "BLOCK");
            double[] shared = costs.get(engine + "SHARED");
            table.append(String.format(
                    Locale.ROOT,
                    "%nShared over block on %s: interactions %.1f, time %.1f.%n",
                    engine,
                    shared[0] / block[0],
                    shared[1] / block[1]));
        }
        return table.append('\n').toString();
    }

    private static double counter(RunResult result, String name) {
        Result<?> counter = result.getSecondaryResults().get(name);
        return counter.getScore();
    }

    /** By N and engine; the mean of the stretches, which are as long. */
    private Map<Integer, Map<String, Double>> secondsPerUnit() {
        Map<Integer, Map<String, Double>> cost = new TreeMap<>();
        for (RunResult result : growth) {
            int n = Integer.parseInt(result.getParams().getParam("n"));
            double perUnit = result.getPrimaryResult().getScore()
                    * result.getPrimaryResult().getSampleCount()
                    / counter(result, "units");
            cost.computeIfAbsent(n, key -> new TreeMap<>())
                    .put(result.getParams().getParam("engine"), perUnit);
        }
        return cost;
    }

    /** y = factor x^exponent. */
    private record PowerLaw(double factor, double exponent) {

        /** A straight line through the logarithms, by least squares. */
        static PowerLaw through(Map<Double, Double> points) {
            double mx = 0;
            double my = 0;
            for (var point : points.entrySet()) {
                mx += StrictMath.log(point.getKey()) / points.size();
                my += StrictMath.log(point.getValue()) / points.size();
            }
            double xy = 0;
            double xx = 0;
            for (var point : points.entrySet()) {
                double dx = StrictMath.log(point.getKey()) - mx;
                xy += dx * (StrictMath.log(point.getValue()) - my);
                xx += dx * dx;
            }
            return new PowerLaw(StrictMath.exp(my - xy / xx * mx), xy / xx);
        }

        double at(double x) {
            return factor * StrictMath.pow(x, exponent);
        }
    }
}
