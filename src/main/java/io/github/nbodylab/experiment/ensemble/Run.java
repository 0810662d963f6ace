package io.github.nbodylab.experiment.ensemble;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.nbody.Seed;
import io.github.nbodylab.experiment.spec.Integrator;
import io.github.nbodylab.experiment.spec.Simulate;
import io.github.nbodylab.experiment.spec.Units;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Key;
import java.util.Optional;

/**
 * One simulation of an ensemble.
 *
 * @param id the point's id, a hyphen, the replicate
 * @param point where in the parameter space
 * @param replicate from 1
 * @param seed of its initial conditions: the hash of the experiment's seed, the point and the replicate
 * @param key under which its result is stored
 */
public record Run(String id, DesignPoint point, int replicate, Seed seed, Key key) {

    // What keys leave out. It stays as it is if the language's defaults change, so that no key gets another meaning.
    private static final double DEFAULT_ACCURACY = 0.01;
    private static final double DEFAULT_MAX_ENERGY_ERROR = 1e-3;

    public Run {
        requireNonNull(id, "id");
        requireNonNull(point, "point");
        requireNonNull(seed, "seed");
        requireNonNull(key, "key");
        if (replicate < 1) {
            throw new IllegalArgumentException("replicates are counted from 1, not " + replicate);
        }
    }

    /**
     * The run with all that decides its result.
     *
     * @param units of the spec
     * @param initialConditions digest of the file of the bodies, and the units to read it in, for points with profile
     *     {@code file}; else empty
     */
    static Run of(
            long experimentSeed,
            Simulate simulate,
            DesignPoint point,
            int replicate,
            Optional<String> initialConditions,
            Optional<Units> units) {
        ObjectNode initial = Json.object();
        initial.set("parameters", point.canonical());
        initial.put("replicate", replicate);
        initial.put("seed", experimentSeed);
        Seed seed = Seed.of(Json.canonical(initial));

        ObjectNode inputs = initial.deepCopy();
        initialConditions.ifPresent(digest -> inputs.put("initialConditions", digest));
        inputs.put("until", simulate.until());
        ObjectNode integrator = integrator(simulate.integrator());
        if (!integrator.isEmpty()) {
            inputs.set("integrator", integrator);
        }
        simulate.snapshotsEvery().ifPresent(every -> {
            inputs.put("snapshotsEvery", every);
            units.ifPresent(known -> inputs.put("units", known.mass() + ", " + known.length())); // in their headers
        });
        if (simulate.diagnosticsEvery() != Simulate.defaultDiagnosticsEvery(simulate.until())) {
            inputs.put("diagnosticsEvery", simulate.diagnosticsEvery());
        }
        if (simulate.failures().maxEnergyError() != DEFAULT_MAX_ENERGY_ERROR) {
            inputs.put("maxEnergyError", simulate.failures().maxEnergyError());
        }
        return new Run(point.id() + "-" + replicate, point, replicate, seed, Key.of(Ensemble.STAGE, inputs));
    }

    /** What of the integrator is not at its default. */
    private static ObjectNode integrator(Integrator integrator) {
        ObjectNode node = Json.object();
        if (integrator.scheme() != Integrator.Scheme.HERMITE_4) {
            node.put("scheme", integrator.scheme().specName());
        }
        if (integrator.timesteps() != Integrator.Timesteps.BLOCK) {
            node.put("timesteps", integrator.timesteps().specName());
        }
        integrator.step().ifPresent(step -> node.put("step", step));
        if (integrator.accuracy() != DEFAULT_ACCURACY) {
            node.put("accuracy", integrator.accuracy());
        }
        if (integrator.iterations() != 1) {
            node.put("iterations", integrator.iterations());
        }
        if (integrator.softening() != 0) {
            node.put("softening", integrator.softening());
        }
        return node;
    }
}
