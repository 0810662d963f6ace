package io.github.nbodylab.experiment.nbody;

import io.github.nbodylab.experiment.nbody.merger.TwoBodyOrbit;

/** Two bodies at the time of their contact. */
final class Meeting {

    private final double mass1;
    private final double mass2;
    private final double[] first = new double[Paths.FIGURES];
    private final double[] second = new double[Paths.FIGURES];

    Meeting(Motion motion, Paths paths, Contact contact) {
        mass1 = motion.now.mass[contact.low()];
        mass2 = motion.now.mass[contact.high()];
        paths.at(contact.low(), contact.time(), first);
        paths.at(contact.high(), contact.time(), second);
    }

    /** The orbit of the body in the higher slot around the other. */
    TwoBodyOrbit orbit() {
        double[] separation = new double[3];
        double[] velocity = new double[3];
        for (int c = 0; c < 3; c++) {
            separation[c] = (second[c] - first[c]) + (second[c + 3] - first[c + 3]);
            velocity[c] = second[c + 6] - first[c + 6];
        }
        return new TwoBodyOrbit(mass1, mass2, separation, velocity);
    }

    /** Of the centre of mass, {@code double[3]}. */
    double[] position() {
        double[] position = new double[3];
        for (int c = 0; c < 3; c++) {
            position[c] = Remnant.mean(mass1, first[c] + first[c + 3], mass2, second[c] + second[c + 3]);
        }
        return position;
    }

    /** Of the centre of mass, {@code double[3]}. */
    double[] velocity() {
        double[] velocity = new double[3];
        for (int c = 0; c < 3; c++) {
            velocity[c] = Remnant.mean(mass1, first[c + 6], mass2, second[c + 6]);
        }
        return velocity;
    }
}
