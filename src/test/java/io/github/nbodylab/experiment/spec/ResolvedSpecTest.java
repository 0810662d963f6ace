package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedSpecTest {

    @TempDir
    private Path folder;

    private ExperimentSpec read(String yaml) throws Exception {
        return new SpecReader().read(Files.writeString(folder.resolve("a.yaml"), yaml));
    }

    @Test
    void everySpecReadsBackFromItsResolvedTextUnchanged() throws Exception {
        Files.createFile(folder.resolve(RandomSpecs.FILE));
        Files.createFile(folder.resolve(RandomSpecs.TABLE));
        RandomSpecs specs = new RandomSpecs(20260101);
        for (int i = 0; i < 500; i++) {
            ExperimentSpec spec = specs.next();
            String resolved = ResolvedSpec.yaml(spec);
            assertThat(read(resolved)).as(resolved).isEqualTo(spec);
        }
    }

    @Test
    void theResolvedTextHasEveryDefault() throws Exception {
        assertThat(ResolvedSpec.yaml(read(Texts.SMALL))).isEqualTo("""
                apiVersion: experiment/v1
                name: small
                version: 1.0.0
                title: "A small experiment"
                question: "How many mergers?"
                seed: 42
                simulate:
                  cluster:
                    particles: {values: [16, 32, 64, 128]}
                    profile: plummer
                    virialRatio: 0.5
                    masses: equal
                    binaryFraction: 0.0
                    centralMass: 0.0
                    rotation: 0.0
                  mergers:
                    criterion: sticky-sphere
                    captureNumber: {values: [0.5, 1.0, 2.0]}
                  integrator:
                    scheme: hermite-4
                    timesteps: block
                    accuracy: 0.01
                    iterations: 1
                    softening: 0.0
                  until: 1.0
                  diagnostics:
                    every: 0.0625
                  design:
                    method: grid
                    replicates: 1
                  failures:
                    retries: 2
                    maxFailed: 0.0
                    maxEnergyError: 0.001
                trainingSet:
                  row: simulation
                  inputs: [captureNumber, particles]
                  target: mergers
                  split:
                    by: design-point
                    test: 0.2
                train:
                  models:
                    - constant
                    - power-law
                  crossValidation:
                    folds: 5
                  choose: simplest-within-one-standard-error
                validate:
                  studies: [learning-curve]
                  reproducibility:
                    fits:
                      relative: 1.0E-9
                """);
    }

    @Test
    void specsThatMeanTheSameHaveTheSameResolvedText() throws Exception {
        String other = Texts.SMALL
                .replace("until: 1", "until: 1.00e0")
                .replace("{values: [0.5, 1, 2]}", "\n      values: [.5, 1.0, 2.]")
                .replace("title: A small experiment", "title: 'A small experiment'")
                .replace("train:", "trainingSet: {split: {test: 20 %}}\ntrain:");
        assertThat(ResolvedSpec.yaml(read(other))).isEqualTo(ResolvedSpec.yaml(read(Texts.SMALL)));
    }

    @Test
    void oneValueAloneInAListIsThatValue() throws Exception {
        String listed = Texts.FULL.replace("profile: plummer", "profile: {values: [plummer]}");
        assertThat(read(listed)).isEqualTo(read(Texts.FULL));
    }

    @Test
    void theFlatFormHasEveryKeyWithItsText() throws Exception {
        SortedMap<String, String> flat = ResolvedSpec.flat(read(Texts.FULL));

        assertThat(flat)
                .contains(
                        entry("title", "How many mergers does a cluster of black holes make?"),
                        entry("simulate.until", "4.0"),
                        entry("simulate.cluster.particles", "{min: 32, max: 256, distribution: log-uniform}"),
                        entry("simulate.failures.maxFailed", "0.05"),
                        entry("trainingSet.inputs", "[particles, captureNumber, time]"),
                        entry("train.models[3]", "polynomial: {degree: 3}"),
                        entry("validate.accept[1]", "{model: chosen, metric: q2, min: 0.85}"),
                        entry("validate.reproducibility.fits.relative", "1.0E-8"))
                .containsKeys(ResolvedSpec.flat(read(Texts.SMALL)).keySet().toArray(String[]::new));
    }

    @Test
    void twoSpecsThatDifferInOneKeyDifferInThatKeyOnly() throws Exception {
        SortedMap<String, String> before = ResolvedSpec.flat(read(Texts.FULL));
        SortedMap<String, String> after = ResolvedSpec.flat(read(Texts.FULL.replace("0.85", "0.8")));

        before.entrySet().removeAll(after.entrySet());
        assertThat(before).containsExactly(entry("validate.accept[1]", "{model: chosen, metric: q2, min: 0.85}"));
    }
}
