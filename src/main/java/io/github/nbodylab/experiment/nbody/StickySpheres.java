package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;

/**
 * Two bodies merge that approach each other (r.v <= 0) within the capture radius, the same for all pairs, remnants included.
 *
 * @param reach capture radius, Henon units, 0 or more
 */
public record StickySpheres(double reach) implements MergerRule {

    public StickySpheres {
        if (!(reach >= 0 && Double.isFinite(reach))) {
            throw new IllegalArgumentException("no capture radius is " + reach);
        }
    }

    @Override
    public boolean nearestOnly() {
        return false;
    }

    @Override
    public boolean merges(TwoBodyOrbit orbit, double step) {
        return true;
    }
}
