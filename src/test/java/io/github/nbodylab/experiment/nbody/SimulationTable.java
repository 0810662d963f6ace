package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Single simulations, each timed once: block against shared steps, and how cost grows with the number of bodies. */
public final class SimulationTable {

    private static final List<String> ENGINES = List.of("opencl", "jvm");
    private static final double NANO = 1e-9;

    /** eta with which a Plummer sphere of 1024 keeps its energy to below 1e-6 until t = 10; the errors are in the table. */
    private static final double BLOCK_ACCURACY = 0.02;

    private static final double SHARED_ACCURACY = 0.03;

    /** What a simulation cost. */
    private record Cost(double seconds, double interactions, double energyError) {}

    private final SortedMap<Double, Double> growth = new TreeMap<>();

    /** Nothing measured yet. */
    public SimulationTable() {}

    /** Seconds per Henon unit of the better engine by number of bodies, as {@link #growth} found them. */
    public SortedMap<Double, Double> secondsPerUnit() {
        return growth;
    }

    /** Exponent of N in the time per Henon unit, from a straight line through the logarithms. */
    public double exponent() {
        double mx = mean(growth.keySet().stream().map(StrictMath::log).toList());
        double my = mean(growth.values().stream().map(StrictMath::log).toList());
        double xy = 0;
        double xx = 0;
        for (var point : growth.entrySet()) {
            double dx = StrictMath.log(point.getKey()) - mx;
            xy += dx * (StrictMath.log(point.getValue()) - my);
            xx += dx * dx;
        }
        return xy / xx;
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /**
     * Measures block against shared steps.
     *
     * @param n bodies, 1024 for the page
     * @param until end, 10 for the page
     * @return a table in Markdown
     */
    public String blockSteps(int n, double until) throws JobFailedException {
        StringBuilder table = new StringBuilder("""
                | engine | steps | eta | energy error | 10^9 interactions | seconds |
                |---|---|--:|--:|--:|--:|
                """);
        StringBuilder ratios = new StringBuilder();
        for (String name : ENGINES) {
            try (ForceEngine engine = Devices.probe().choose(name).engine()) {
                run(engine, 128, 1, BLOCK_ACCURACY, Integrator.Timesteps.BLOCK);
                Cost block = run(engine, n, until, BLOCK_ACCURACY, Integrator.Timesteps.BLOCK);
                Cost shared = run(engine, n, until, SHARED_ACCURACY, Integrator.Timesteps.SHARED);
                table.append(line(name, "block", BLOCK_ACCURACY, block))
                        .append(line(name, "shared", SHARED_ACCURACY, shared));
                ratios.append(String.format(
                        Locale.ROOT,
                        "%nShared over block on %s: interactions %.1f, time %.1f.%n",
                        name,
                        shared.interactions / block.interactions,
                        shared.seconds / block.seconds));
            }
        }
        return table.append(ratios).append('\n').toString();
    }

    private static String line(String engine, String steps, double eta, Cost cost) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %.1e | %.2f | %.1f |%n",
                engine,
                steps,
                eta,
                cost.energyError,
                cost.interactions * NANO,
                cost.seconds);
    }

    private static Cost run(ForceEngine engine, int n, double until, double eta, Integrator.Timesteps timesteps) {
        Simulation.Options options = Simulation.Options.of(until, eta, new StickySpheres(0))
                .with(Integrator.of(Integrator.Scheme.HERMITE_4, timesteps, eta));
        Simulation simulation = new Simulation(Simulations.sphere(n, "block steps"), options);
        double seconds = drive(engine, simulation, until);
        return new Cost(seconds, simulation.interactions(), simulation.energyError());
    }

    /**
     * Measures how cost grows, by short runs whose first half, with its short first steps, is not counted.
     *
     * @param most bodies, 32768 for the page
     * @return a table in Markdown
     */
    public String growth(int most) throws JobFailedException {
        StringBuilder table = new StringBuilder("""
                | N | from t | to t | OpenCL, s per unit | JVM twin, s per unit |
                |--:|--:|--:|--:|--:|
                """);
        for (int n : new int[] {64, 256, 1024, 4096, 16384, 32768}) {
            if (n <= most) {
                double window = Math.min(1, Math.max(1.0 / 256, 256.0 / n / n * 1024));
                double[] cost = new double[ENGINES.size()];
                for (int e = 0; e < cost.length; e++) {
                    cost[e] = perUnit(ENGINES.get(e), n, window);
                }
                growth.put((double) n, Math.min(cost[0], cost[1]));
                table.append(String.format(
                        Locale.ROOT, "| %d | %.4f | %.4f | %.3g | %.3g |%n", n, window, 2 * window, cost[0], cost[1]));
            }
        }
        return table.append(String.format(Locale.ROOT, "%nFitted exponent: %.2f.%n%n", exponent()))
                .toString();
    }

    private static double perUnit(String name, int n, double window) throws JobFailedException {
        Simulation.Options options = new Simulation.Options(
                4, Integrator.DEFAULT, new StickySpheres(0), 4, OptionalDouble.empty(), Double.POSITIVE_INFINITY);
        try (ForceEngine engine = Devices.probe().choose(name).engine()) {
            Simulation simulation = new Simulation(Simulations.sphere(n, "growth"), options);
            drive(engine, simulation, window);
            double start = simulation.time();
            double seconds = drive(engine, simulation, 2 * window);
            return seconds / (simulation.time() - start);
        }
    }

    private static double drive(ForceEngine engine, Simulation simulation, double until) {
        long start = System.nanoTime();
        ForceBatch batch = new ForceBatch();
        while (!simulation.isFinished() && simulation.time() < until) {
            batch.clear();
            batch.add(simulation.request());
            engine.evaluate(batch);
            simulation.goOn();
        }
        return (System.nanoTime() - start) * NANO;
    }
}
