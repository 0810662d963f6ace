package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.compute.Bodies;
import io.github.nbodylab.experiment.compute.ForceBatch;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.JvmForceEngine;
import io.github.nbodylab.experiment.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often sticky spheres merge in a Plummer sphere, and where: kinetic theory, and counts that other programs found. */
class StickySphereOracleTest {

    private static final String THEORY = "collision integral: Binney & Tremaine 2008, chapter 7";
    private static final String COUNTS = "independent programs";

    private final ForceEngine engine = new JvmForceEngine();

    private static Oracle oracle(String id, String what, String source) {
        return new Oracle(Oracle.Topic.STICKY_SPHERES, id, what, source);
    }

    private static String digits(int n) {
        return String.format(Locale.ROOT, "%03d", n);
    }

    private List<Merger> mergers(int n, String seed, double until, double k) {
        return Simulations.toTheEnd(engine, Simulations.sphere(n, seed), until, k / n)
                .mergers();
    }

    /**
     * In a window so early that nothing is depleted yet: rate times window is 0.3. The theory knows pairs that come from
     * infinity only, and an endless number of bodies. Of the neighbours in the core of N bodies (distance n^(-1/3)), the
     * mutual potential energy is x = 3.7 N^(-2/3) of 2 sigma^2: such a fraction is bound and meets again and again, which
     * makes more of small k; and of large k there are fewer, as gravitational focusing has yet to begin at t = 0. So far can
     * the theory be trusted: x is its relative error.
     */
    private void earlyRate(int n, double k, double theory, int runs) {
        double rate = count(n, k, 0.3 / theory, runs);
        double error = Math.sqrt(theory / (runs * 0.3 / theory));
        String id = "rate-" + name(k) + "-" + digits(n);
        String what = "Early mergers per time unit, k = " + k + ", N = " + n + ", " + runs + " runs";
        oracle(id, what, THEORY).agrees(theory, 3.7 * Math.pow(n, -2 / 3.0) * theory, rate, error);
    }

    /** Mergers after the start and until a time, by time and run. */
    private double count(int n, double k, double until, int runs) {
        int count = 0;
        for (int run = 0; run < runs; run++) {
            for (Merger merger : mergers(n, "rate " + run, until, k)) {
                count += merger.time() > 0 ? 1 : 0;
            }
        }
        return count / (runs * until);
    }

    private static String name(double k) {
        return Double.toString(k).replace('.', '-');
    }

    @ParameterizedTest(name = "k = {1}, N = {0}")
    @CsvSource({
        "64, 0.1, 0.163, 60",
        "64, 1, 1.958, 200",
        "64, 2, 4.65, 300",
        "64, 4, 12.2, 400",
        "128, 2, 4.65, 60",
        "128, 4, 12.2, 100",
        "256, 4, 12.2, 50"
    })
    void theEarlyRateIsThatOfTheCollisionIntegral(int n, double k, double theory, int runs) {
        earlyRate(n, k, theory, runs);
    }

    /** A Hermite program of another make, with one step for all bodies, found 377 in 1443 time units. */
    @Tag("exhaustive")
    @Test
    void theRateOfSmallSpheresIsThatOfAnotherProgram() {
        int runs = 400;
        double until = 1.84;
        double rate = count(64, 0.1, until, runs);
        oracle("rate-0-1-064-program", "Early mergers per time unit, k = 0.1, N = 64, " + runs + " runs", COUNTS)
                .agrees(0.261, 0.013, rate, Math.sqrt(rate / (runs * until)));
    }

    @Tag("exhaustive")
    @ParameterizedTest(name = "k = {1}, N = {0}")
    @CsvSource({
        "128, 0.1, 0.163, 200",
        "256, 0.1, 0.163, 200",
        "128, 1, 1.958, 400",
        "256, 1, 1.958, 400",
        "256, 2, 4.65, 400"
    })
    void theEarlyRateOfMoreBodiesIsThatOfTheCollisionIntegral(int n, double k, double theory, int runs) {
        earlyRate(n, k, theory, runs);
    }

    private void counts(int n, double k, double known, double knownError, int runs) {
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            int count = mergers(n, "count " + run, 1, k).size();
            sum += count;
            squares += (double) count * count;
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / (runs - 1));
        String id = "sum-" + name(k) + "-" + digits(n);
        String what = "Mergers until T = 1, k = " + k + ", N = " + n + ", " + runs + " runs";
        oracle(id, what, COUNTS).agrees(known, knownError, mean, error);
    }

    @ParameterizedTest(name = "k = {1}, N = {0}")
    @CsvSource({"64, 1, 2.29, .13, 120", "64, 4, 10.1, .3, 60", "32, 8, 13.0, .5, 60", "128, 1, 2.16, .16, 40"})
    void asManyMergersHappenAsInOtherPrograms(int n, double k, double known, double knownError, int runs) {
        counts(n, k, known, knownError, runs);
    }

    @Tag("exhaustive")
    @ParameterizedTest(name = "k = {1}, N = {0}")
    @CsvSource({
        "256, 1, 2.22, .17, 60",
        "512, 1, 1.88, .32, 30",
        "512, 4, 14.4, 1.1, 16",
        "64, 8, 19.6, .9, 60",
        "256, 8, 33.1, 1.8, 20"
    })
    void asManyMergersHappenAmongMoreBodiesAsInOtherPrograms(
            int n, double k, double known, double knownError, int runs) {
        counts(n, k, known, knownError, runs);
    }

    /** The first merger of a run after its start, k = 1. */
    private Merger first(int n, int run) {
        Bodies sphere = Simulations.sphere(n, "first " + run);
        Simulation simulation = new Simulation(sphere, Simulation.Options.of(16, 0.01, new StickySpheres(1.0 / n)));
        ForceBatch batch = new ForceBatch();
        while (true) {
            for (Merger merger : simulation.mergers()) {
                if (merger.time() > 0) {
                    return merger;
                }
            }
            if (simulation.isFinished()) {
                throw new AssertionError("nothing merges in run " + run + " until t = " + simulation.time());
            }
            batch.clear();
            batch.add(simulation.request());
            engine.evaluate(batch);
            simulation.goOn();
        }
    }

    private void firstMerger(int n, double knownRadius, int runs) {
        List<Double> radii = new ArrayList<>();
        double time = 0;
        for (int run = 0; run < runs; run++) {
            Merger merger = first(n, run);
            double[] p = merger.position();
            radii.add(Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]));
            time += merger.time();
        }
        radii.sort(null);
        // half of the width in ranks of one standard deviation of a binomial with p = 1/2
        int ranks = (int) Math.round(Math.sqrt(runs) / 2);
        double error = (radii.get(runs / 2 + ranks) - radii.get(runs / 2 - ranks)) / 2;
        String of = " of the first merger, k = 1, N = " + n + ", " + runs + " runs";
        oracle("first-radius-" + digits(n), "Median radius" + of, COUNTS)
                .agrees(knownRadius, 0.03, radii.get(runs / 2), error);
        double mean = time / runs;
        oracle("first-time-" + digits(n), "Mean time" + of, "exponential with the rate of the " + THEORY)
                .agrees(1 / 1.958, 3.7 * Math.pow(n, -2 / 3.0) / 1.958, mean, mean / Math.sqrt(runs));
    }

    @ParameterizedTest(name = "N = {0}")
    @CsvSource({"32, .488, 300", "64, .429, 300"})
    void theFirstMergerComesWhenAndWhereItIsKnownTo(int n, double radius, int runs) {
        firstMerger(n, radius, runs);
    }

    @Tag("exhaustive")
    @ParameterizedTest(name = "N = {0}")
    @CsvSource({"128, .396, 400", "256, .335, 400"})
    void theFirstMergerAmongMoreBodiesComesWhenAndWhereItIsKnownTo(int n, double radius, int runs) {
        firstMerger(n, radius, runs);
    }
}
