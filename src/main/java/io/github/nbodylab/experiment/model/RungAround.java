package io.github.nbodylab.experiment.model;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.surrogate.Target;

/** A rung that does something around the fits of another one and is known by its name. */
abstract class RungAround implements Rung {

    /** The one within. */
    final Rung rung;

    RungAround(Rung rung) {
        this.rung = requireNonNull(rung, "rung");
    }

    @Override
    public final String name() {
        return rung.name();
    }

    @Override
    public final String description() {
        return rung.description();
    }

    @Override
    public final boolean fits(Target target) {
        return rung.fits(target);
    }
}
