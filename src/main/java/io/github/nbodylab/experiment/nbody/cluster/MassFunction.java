package io.github.nbodylab.experiment.nbody.cluster;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** How masses are spread over the bodies. Only their ratios matter; they do not depend on where a body is. */
public sealed interface MassFunction {

    /**
     * Draws masses, in the unit of the limits.
     *
     * @param count number of bodies, 2 or more
     * @param random where the random numbers come from, one for each body if any
     * @return {@code double[count]}
     */
    double[] draw(int count, UniformRandomProvider random);

    /** All alike. */
    record Equal() implements MassFunction {
        @Override
        public double[] draw(int count, UniformRandomProvider random) {
            double[] masses = new double[count];
            Arrays.fill(masses, 1);
            return masses;
        }
    }

    /**
     * dN/dm ~ m^-exponent; Salpeter's (1955) has the exponent 2.35.
     *
     * @param exponent finite
     * @param min least mass, above 0
     * @param max greatest mass, above the least
     */
    record PowerLaw(double exponent, double min, double max) implements MassFunction {

        /** Salpeter's (1955) exponent. */
        public static final double SALPETER = 2.35;

        public PowerLaw {
            if (!Double.isFinite(exponent)) {
                throw new IllegalArgumentException("the exponent of a mass function is a number, not " + exponent);
            }
            requireLimits(min, max);
        }

        @Override
        public double[] draw(int count, UniformRandomProvider random) {
            double[] masses = new double[count];
            for (int i = 0; i < count; i++) {
                masses[i] = at(random.nextDouble());
            }
            return masses;
        }

        /**
         * The mass below which a part of the bodies are. With k = 1 - exponent, (m/min)^k is linear in the part; expm1 and
         * log1p keep the digits near k = 0, the logarithmic case.
         *
         * @param part from 0 to 1
         */
        double at(double part) {
            double k = 1 - exponent;
            double width = StrictMath.log(max / min);
            double mass;
            if (k == 0) {
                mass = min * StrictMath.exp(part * width);
            } else if (k < 0) {
                mass = min * StrictMath.exp(StrictMath.log1p(part * StrictMath.expm1(k * width)) / k);
            } else { // from above, where no power overflows
                mass = max * StrictMath.exp(StrictMath.log1p((1 - part) * StrictMath.expm1(-k * width)) / k);
            }
            return Math.min(max, Math.max(min, mass));
        }

        /** The integral of (m / pivot)^-exponent over the range. */
        double integral(double pivot) {
            double k = 1 - exponent;
            double width = StrictMath.log(max / min);
            double scaled = k == 0 ? width : StrictMath.expm1(k * width) / k;
            return scaled * min * StrictMath.pow(min / pivot, -exponent);
        }
    }

    /**
     * The broken power law of Kroupa (2001), equations 1 and 2: exponents 0.3, 1.3 and 2.3, below 0.08, below 0.5, and above.
     *
     * @param min least mass in solar masses, above 0
     * @param max greatest mass in solar masses, above the least
     */
    record Kroupa(double min, double max) implements MassFunction {

        private static final double[] BREAKS = {0.08, 0.5};
        private static final double[] EXPONENTS = {0.3, 1.3, 2.3};

        public Kroupa {
            requireLimits(min, max);
        }

        @Override
        public double[] draw(int count, UniformRandomProvider random) {
            BrokenPowerLaw law = new BrokenPowerLaw(BREAKS, EXPONENTS, min, max);
            double[] masses = new double[count];
            for (int i = 0; i < count; i++) {
                masses[i] = law.draw(random);
            }
            return masses;
        }
    }

    /**
     * Two kinds of bodies, black holes and stars say. The heavy ones come first; their number is rounded, and there is at least
     * one body of each kind.
     *
     * @param massRatio mass of a heavy one over that of a light one, above 0
     * @param numberFraction part of the bodies that are heavy, above 0 and below 1
     */
    record TwoComponent(double massRatio, double numberFraction) implements MassFunction {

        public TwoComponent {
            if (!(massRatio > 0 && massRatio < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a ratio of masses is above 0 and finite, not " + massRatio);
            }
            requireInside("number fraction", numberFraction);
        }

        /**
         * Two kinds of bodies with a given share in the mass.
         *
         * @param massRatio mass of a heavy one over that of a light one, above 0
         * @param massFraction part of the bodies' mass that the heavy ones have, above 0 and below 1
         */
        public static TwoComponent ofMassFraction(double massRatio, double massFraction) {
            requireInside("mass fraction", massFraction);
            return new TwoComponent(massRatio, massFraction / (massFraction + massRatio * (1 - massFraction)));
        }

        private static void requireInside(String what, double fraction) {
            if (!(fraction > 0 && fraction < 1)) {
                throw new IllegalArgumentException(
                        "the " + what + " of the heavy bodies is above 0 and below 1, not " + fraction);
            }
        }

        /** How many of the bodies are heavy. */
        int heavy(int count) {
            return Math.toIntExact(Math.max(1, Math.min(count - 1L, Math.round(count * numberFraction))));
        }

        @Override
        public double[] draw(int count, UniformRandomProvider random) {
            double[] masses = new double[count];
            Arrays.fill(masses, 1);
            Arrays.fill(masses, 0, heavy(count), massRatio);
            return masses;
        }
    }

    private static void requireLimits(double min, double max) {
        if (!(min > 0 && min < max && max < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the least mass is above 0 and the greatest above the least, not " + min + " and " + max);
        }
    }
}
