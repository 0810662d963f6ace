package io.github.nbodylab.experiment.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class ForceEngineTest {

    private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {9, 8, 7, 6});

    private Bodies system(int n) {
        Bodies bodies = new Bodies(n);
        for (double[] field : bodies.fields()) {
            for (int i = 0; i < n; i++) {
                field[i] = 2 * random.nextDouble() - 1;
            }
        }
        for (int i = 0; i < n; i++) {
            bodies.mass[i] = (2 + bodies.mass[i]) / n;
        }
        return bodies;
    }

    private static List<Forces> evaluate(ForceEngine engine, List<Bodies> systems, int batchSize) {
        ForceBatch batch = new ForceBatch();
        List<Forces> forces = new ArrayList<>();
        for (int first = 0; first < systems.size(); first += batchSize) {
            List<Bodies> some = systems.subList(first, Math.min(systems.size(), first + batchSize));
            batch.clear();
            for (Bodies one : some) {
                forces.add(new Forces(one.count()));
                batch.add(ForceRequest.all(one, forces.get(forces.size() - 1)));
            }
            engine.evaluate(batch);
        }
        return forces;
    }

    private static void assertSameBits(List<Forces> one, List<Forces> other) {
        assertThat(one).hasSameSizeAs(other);
        for (int s = 0; s < one.size(); s++) {
            for (int f = 0; f < 6; f++) {
                assertThat(one.get(s).fields()[f])
                        .as("component %d of system %d", f, s)
                        .isEqualTo(other.get(s).fields()[f]);
            }
        }
    }

    @Test
    void openClAndTheTwinReturnTheSameBitsForEverySizeAloneAndInBatches() throws Exception {
        List<Bodies> systems = new ArrayList<>();
        for (int n = 1; n <= 300; n++) {
            systems.add(system(n));
        }
        try (ForceEngine opencl = OpenClHere.engine();
                ForceEngine sibling = opencl.sibling();
                ForceEngine twin = new JvmForceEngine()) {
            List<Forces> expected = evaluate(twin, systems, 1);
            assertSameBits(evaluate(twin, systems, 7), expected);
            assertSameBits(evaluate(opencl, systems, 1), expected);
            assertSameBits(evaluate(opencl, systems, 37), expected);
            assertSameBits(evaluate(sibling, systems, 300), expected);
        }
    }

    @Test
    void openClAndTheTwinReturnTheSameBitsForALargeSystemWithACloseAndACoincidentPair() throws Exception {
        Bodies large = system(1500);
        large.move(3, 1200);
        large.x[1200] += 1e-15;
        large.x[40] = large.x[41];
        large.y[40] = large.y[41];
        large.z[40] = large.z[41];
        try (ForceEngine opencl = OpenClHere.engine();
                ForceEngine twin = new JvmForceEngine()) {
            List<Forces> forces = evaluate(twin, List.of(large), 1);
            assertSameBits(evaluate(opencl, List.of(large), 1), forces);
            for (double[] component : forces.get(0).fields()) {
                assertThat(component).doesNotContain(Double.NaN);
            }
        }
    }

    @Test
    void twoBodiesAttractEachOtherAsNewtonSaysAndTheJerkIsTheSlopeOfThat() {
        Bodies pair = new Bodies(2);
        pair.mass[0] = 3;
        pair.mass[1] = 0.5;
        pair.x[1] = 2;
        pair.vy[1] = 0.7;
        pair.vx[1] = -0.3;
        double dt = 1e-6;
        Bodies later = pair.copy();
        later.x[1] += dt * pair.vx[1];
        later.y[1] += dt * pair.vy[1];
        List<Forces> forces = evaluate(new JvmForceEngine(), List.of(pair, later), 2);
        Forces now = forces.get(0);
        Forces then = forces.get(1);
        assertThat(now.ax[1]).isEqualTo(-0.75);
        assertThat(now.ax[0]).isEqualTo(0.125);
        assertThat((then.ax[1] - now.ax[1]) / dt).isCloseTo(now.jx[1], within(1e-5));
        assertThat((then.ay[1] - now.ay[1]) / dt).isCloseTo(now.jy[1], within(1e-5));
    }

    @Test
    void forcesOfAnIsolatedSystemAddUpToNothing() {
        Bodies bodies = system(200);
        Forces forces = evaluate(new JvmForceEngine(), List.of(bodies), 1).get(0);
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

    @Test
    void aSystemsForcesDoNotDependOnTheOthersInItsBatch() {
        Bodies one = system(50);
        List<Bodies> crowd = List.of(system(33), one, system(5));
        List<Forces> together = evaluate(new JvmForceEngine(), crowd, 3);
        assertSameBits(List.of(together.get(1)), evaluate(new JvmForceEngine(), List.of(one), 1));
    }

    @Test
    void anUnknownDeviceIsRefusedWithAListOfThoseThereAre() {
        assertThatThrownBy(() -> Devices.probe().choose("no such platform:0"))
                .hasMessageContaining("no such platform:0")
                .hasMessageContaining("auto, opencl, jvm");
        assertThatThrownBy(() -> Devices.probe().choose("gpu")).hasMessageContaining("auto, opencl, jvm");
    }

    @Test
    void aDeviceCanBeNamedByIndexOrByPartOfItsName() throws Exception {
        Device first;
        try (ForceEngine engine = OpenClHere.engine()) {
            first = engine.device();
        }
        String[] names = first.name().split(": ", 2);
        for (String wanted :
                new String[] {"0:0", names[0].substring(1, 6).toUpperCase(Locale.ROOT) + ":0", "0:" + names[1]}) {
            Devices.Choice choice = Devices.probe().choose(wanted);
            try (ForceEngine engine = choice.engine()) {
                assertThat(engine.device()).isEqualTo(first);
                assertThat(choice.why()).contains(first.name());
            }
        }
    }

    @Test
    void aDeviceThatContractsProductAndSumIsFoundOut() throws Exception {
        OpenClHere.engine().close();
        ForceEngine wrong = new ContractedEngine();
        assertThat(SelfTest.firstDifference(OpenClDevice.all().get(0), wrong))
                .hasValueSatisfying(text -> assertThat(text).contains("forces"));
    }

    /** The twin with a rounding left out in one component, as a contracting compiler would. */
    private static final class ContractedEngine implements ForceEngine {
        private final JvmForceEngine twin = new JvmForceEngine();

        @Override
        public Device device() {
            return twin.device();
        }

        @Override
        public void evaluate(ForceBatch batch) {
            twin.evaluate(batch);
            double[] ax = batch.requests().get(batch.requests().size() - 1).into().ax;
            ax[0] += Math.ulp(ax[0]);
        }

        @Override
        public ForceEngine sibling() {
            return new ContractedEngine();
        }

        @Override
        public void close() {
            twin.close();
        }
    }
}
