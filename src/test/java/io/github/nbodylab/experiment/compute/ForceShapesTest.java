package io.github.nbodylab.experiment.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.nbodylab.experiment.compute.ForceRequest.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The forces on a body are the same bits however they are asked for. */
class ForceShapesTest {

    private static final double UNTOUCHED = 12345;

    private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {3, 1, 4, 1});

    private Bodies system(int n) {
        Bodies bodies = new Bodies(n);
        for (int i = 0; i < n; i++) {
            for (double[] field : bodies.fields()) {
                field[i] = 2 * random.nextDouble() - 1;
            }
            for (double[] low : bodies.low()) {
                low[i] = 0x1p-54 * (2 * random.nextDouble() - 1);
            }
            bodies.mass[i] = (2 + bodies.mass[i]) / n;
        }
        return bodies;
    }

    private static ForceRequest request(Bodies bodies, int[] targets, Order order, double softening) {
        Forces into = new Forces(bodies.count());
        for (double[] field : into.fields()) {
            Arrays.fill(field, UNTOUCHED);
        }
        return new ForceRequest(bodies, targets, targets.length, order, softening, into);
    }

    private static Forces evaluate(ForceEngine engine, Bodies bodies, int[] targets, Order order, double softening) {
        ForceRequest request = request(bodies, targets, order, softening);
        ForceBatch batch = new ForceBatch();
        batch.add(request);
        engine.evaluate(batch);
        return request.into();
    }

    private static int[] all(Bodies bodies) {
        return IntStream.range(0, bodies.count()).toArray();
    }

    /** The targets' slots have the same bits as in the forces on all bodies, and no other slot is touched. */
    private static void assertPartOf(Forces expected, int[] targets, Order order, Forces got) {
        for (int f = 0; f < 6; f++) {
            double[] part = new double[expected.ax.length];
            Arrays.fill(part, UNTOUCHED);
            if (f < 3 || order == Order.JERK) {
                for (int t : targets) {
                    part[t] = expected.fields()[f][t];
                }
            }
            assertThat(got.fields()[f])
                    .as("component %d, %s, %d targets", f, order, targets.length)
                    .isEqualTo(part);
        }
    }

    private void everyNumberOfTargetsOfEverySizeGivesTheBitsOf(ForceEngine engine) {
        for (int n : new int[] {1, 2, 7, 8, 9, 31, 70, 300}) {
            Bodies bodies = system(n);
            double softening = n % 2 == 0 ? 0 : 0.02;
            Forces expected = evaluate(new JvmForceEngine(), bodies, all(bodies), Order.JERK, softening);
            int step = n < 100 ? 1 : 23;
            for (int count = 1; count <= n; count += step) {
                int some = count;
                int[] targets = IntStream.range(0, count).map(k -> k * n / some).toArray();
                for (Order order : Order.values()) {
                    assertPartOf(expected, targets, order, evaluate(engine, bodies, targets, order, softening));
                }
            }
        }
    }

    @Test
    void theTwinsBitsDoNotDependOnTheNumberOfTargetsOrOnTheOrderAskedFor() {
        everyNumberOfTargetsOfEverySizeGivesTheBitsOf(new JvmForceEngine());
    }

    @Test
    void withVectorsAndWithoutTheTwinHasTheSameBits() {
        everyNumberOfTargetsOfEverySizeGivesTheBitsOf(new JvmForceEngine(VectorTile::new));
        everyNumberOfTargetsOfEverySizeGivesTheBitsOf(new JvmForceEngine(PlainTile::new));
    }

    @Test
    void openClsBitsAreTheTwinsForAnyNumberOfTargetsAndAnyOrderAskedFor() throws Exception {
        try (ForceEngine engine = OpenClHere.engine()) {
            everyNumberOfTargetsOfEverySizeGivesTheBitsOf(engine);
        }
    }

    @Test
    void bothShapesOfEachKernelGiveTheSameBits() throws Exception {
        try (ForceEngine engine = OpenClHere.engine()) {
            Bodies bodies = system(150);
            Forces expected = evaluate(new JvmForceEngine(), bodies, all(bodies), Order.JERK, 0);
            for (ForceLaunch.Shape shape : ForceLaunch.Shape.values()) {
                for (Order order : Order.values()) {
                    int[] targets = {0, 3, 5, 77, 78, 79, 80, 81, 100, 149};
                    ForceBatch batch = new ForceBatch();
                    ForceRequest request = request(bodies, targets, order, 0);
                    batch.add(request);
                    ((OpenClForceEngine) engine).run(ForceLaunch.of(batch, order, shape));
                    assertPartOf(expected, targets, order, request.into());
                }
            }
        }
    }

    @Test
    void oneBatchMayMixOrdersSofteningsAndNumbersOfTargets() throws Exception {
        try (ForceEngine engine = OpenClHere.engine()) {
            ForceBatch batch = new ForceBatch();
            List<Forces> expected = new ArrayList<>();
            for (int n = 1; n < 60; n++) {
                Bodies bodies = system(n);
                int m = n;
                int[] targets =
                        IntStream.range(0, n).filter(i -> i % (m % 5 + 1) == 0).toArray();
                double softening = n % 3 == 0 ? 0.1 : 0;
                Order order = n % 4 == 0 ? Order.ACCELERATION : Order.JERK;
                expected.add(evaluate(new JvmForceEngine(), bodies, targets, order, softening));
                batch.add(request(bodies, targets, order, softening));
            }
            engine.evaluate(batch);
            for (int s = 0; s < expected.size(); s++) {
                assertThat(batch.requests().get(s).into().fields())
                        .isDeepEqualTo(expected.get(s).fields());
            }
        }
    }

    @Test
    void aLargeRequestIsSplitOverThreadsWithoutAnotherBit() throws Exception {
        Bodies bodies = system(1100);
        Forces expected = evaluate(new JvmForceEngine(), bodies, all(bodies), Order.JERK, 0);
        for (int[] targets : List.of(IntStream.range(0, 300).toArray(), new int[] {0, 500, 1099})) {
            assertPartOf(expected, targets, Order.JERK, evaluate(new JvmForceEngine(), bodies, targets, Order.JERK, 0));
        }
        try (ForceEngine engine = OpenClHere.engine()) {
            assertPartOf(expected, all(bodies), Order.JERK, evaluate(engine, bodies, all(bodies), Order.JERK, 0));
        }
    }

    @Test
    void siblingsOnSeveralThreadsDoNotDisturbEachOther() throws Exception {
        Bodies bodies = system(90);
        Forces expected = evaluate(new JvmForceEngine(), bodies, all(bodies), Order.JERK, 0);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try (ForceEngine opencl = OpenClHere.engine();
                ForceEngine twin = new JvmForceEngine()) {
            List<Callable<Void>> drivers = new ArrayList<>();
            for (ForceEngine engine : List.of(opencl, twin, opencl)) {
                drivers.add(() -> {
                    try (ForceEngine own = engine.sibling()) {
                        for (int k = 1; k <= 90; k++) {
                            int[] targets = IntStream.range(0, k).toArray();
                            assertPartOf(expected, targets, Order.JERK, evaluate(own, bodies, targets, Order.JERK, 0));
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> driver : pool.invokeAll(drivers)) {
                driver.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theForceOfAPairThatOneDoubleWouldMergeIsKnownToTwelveDigits() {
        Bodies pair = new Bodies(2);
        pair.x[0] = 1;
        pair.x[1] = 1;
        pair.xLow[1] = 1e-17;
        pair.mass[0] = 2;
        pair.mass[1] = 3;
        Forces forces = evaluate(new JvmForceEngine(), pair, all(pair), Order.ACCELERATION, 0);
        assertThat(forces.ax[0]).isCloseTo(3e34, within(3e22));
        assertThat(forces.ax[1]).isCloseTo(-2e34, within(2e22));
    }

    /** a r^2 / m = 1 up to the roundings of r^2, 1/r, its cube, and the products with mass and distance. */
    @Test
    void anInverseThatStartsInSinglePrecisionIsRightToTheLastDigitsAtEveryDistance() {
        for (double distance = 1e-18; distance < 1e18; distance *= 1 + random.nextDouble()) {
            Bodies pair = new Bodies(2);
            pair.x[1] = distance;
            pair.mass[1] = 3;
            Forces forces = evaluate(new JvmForceEngine(), pair, all(pair), Order.ACCELERATION, 0);
            assertThat(forces.ax[0] * distance * distance / 3)
                    .as("a r^2 / m at r = %s", distance)
                    .isCloseTo(1, within(0x1p-50));
        }
    }

    @Test
    void bodiesOutOfTheReachOfSinglePrecisionFeelNothingOfEachOther() {
        Bodies pair = new Bodies(2);
        pair.x[1] = 1e25;
        pair.mass[0] = 1;
        pair.mass[1] = 1;
        for (double[] component :
                evaluate(new JvmForceEngine(), pair, all(pair), Order.JERK, 0).fields()) {
            assertThat(component).containsOnly(0.0);
        }
    }

    @Test
    void softeningIsPlummers() {
        Bodies pair = new Bodies(2);
        pair.x[1] = 3;
        pair.mass[1] = 5;
        Forces forces = evaluate(new JvmForceEngine(), pair, all(pair), Order.ACCELERATION, 4);
        assertThat(forces.ax[0]).isCloseTo(5 * 3 / 125.0, within(1e-16));
    }

    @Test
    void momentumIsKeptByEveryEngineShapeAndOrder() throws Exception {
        Bodies bodies = system(200);
        try (ForceEngine opencl = OpenClHere.engine();
                ForceEngine twin = new JvmForceEngine()) {
            for (ForceEngine engine : List.of(opencl, twin)) {
                Forces forces = new Forces(200);
                for (int first = 0; first < 200; first += 5) { // few at a time
                    int[] targets = IntStream.range(first, first + 5).toArray();
                    ForceBatch batch = new ForceBatch();
                    batch.add(new ForceRequest(bodies, targets, 5, Order.JERK, 0.01, forces));
                    engine.evaluate(batch);
                }
                for (double[] component : forces.fields()) {
                    double sum = 0;
                    double size = 0;
                    for (int i = 0; i < 200; i++) {
                        sum += bodies.mass[i] * component[i];
                        size += Math.abs(bodies.mass[i] * component[i]);
                    }
                    assertThat(Math.abs(sum)).isLessThan(1e-13 * size);
                }
            }
        }
    }
}
