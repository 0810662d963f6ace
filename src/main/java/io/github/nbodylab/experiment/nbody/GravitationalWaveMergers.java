package io.github.nbodylab.experiment.nbody;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.nbody.merger.GravitationalWaves;
import io.github.nbodylab.experiment.nbody.merger.MergedBlackHole;
import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;

/**
 * Black holes merge by the waves they radiate: two that approach within reach, each the nearest neighbour of the other.
 *
 * @param kind which pairs
 * @param speedOfLight c in Henon units, above 0
 * @param reach maximal separation, Henon units, above 0
 * @param losesMass whether the remnant lacks the mass that is radiated
 * @param kicks whether the remnant recoils
 * @param seed of the directions of kicks
 */
public record GravitationalWaveMergers(
        Kind kind, double speedOfLight, double reach, boolean losesMass, boolean kicks, Seed seed)
        implements MergerRule {

    /** Which pairs merge. */
    public enum Kind {
        /** Those that a passage captures (Quinlan and Shapiro 1989). */
        CAPTURE,
        /** Bound ones whose merger time (Peters 1964) is shorter than their step. */
        INSPIRAL
    }

    public GravitationalWaveMergers {
        requireNonNull(kind, "kind");
        requireNonNull(seed, "seed");
        if (!(speedOfLight > 0 && reach > 0 && Double.isFinite(speedOfLight) && Double.isFinite(reach))) {
            throw new IllegalArgumentException(
                    "no gravitational waves with c = " + speedOfLight + " and a maximal separation of " + reach);
        }
    }

    @Override
    public boolean nearestOnly() {
        return true;
    }

    @Override
    public boolean merges(TwoBodyOrbit orbit, double step) {
        GravitationalWaves waves = new GravitationalWaves(speedOfLight);
        return kind == Kind.CAPTURE ? waves.captures(orbit) : waves.mergesWithin(orbit, step);
    }

    @Override
    public Loss loss(TwoBodyOrbit orbit, int merger) {
        double fraction = losesMass ? MergedBlackHole.radiatedFraction(orbit.mass1(), orbit.mass2()) : 0;
        if (!kicks) {
            return new Loss(fraction, new double[3]);
        }
        Seed own = Seed.of(seed.digest() + "\nkick " + merger + "\n");
        return new Loss(fraction, MergedBlackHole.recoil(orbit, speedOfLight, own.generator()));
    }
}
