// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a model may be trusted: how a point lies to the rows that the model was trained on. Each {@link Measure} grades it;
 * up to 1 it is as the training rows are, and above 2 it is far from them. The worst grade decides: up to 1 the point is
 * inside, up to 2 at the edge, above that outside.
 */
public final class Domain {

    /** The grade of what no training row has at all. */
    static final double NOWHERE = 1e6;

    private static final Band BOX = new Band(1, 1.1);

    private final List<DomainInput> inputs;
    private final Cholesky covariance;
    private final Optional<Hull> hull;
    private final double[][] points;
    private final Map<Measure, Band> bands;

    /** Keeps what it is given. */
    Domain(
            List<DomainInput> inputs,
            Cholesky covariance,
            Optional<Hull> hull,
            double[][] points,
            Map<Measure, Band> bands) {
        this.inputs = List.copyOf(inputs);
        this.covariance = requireNonNull(covariance, "covariance");
        this.hull = requireNonNull(hull, "hull");
        this.points = points;
        this.bands = new EnumMap<>(bands);
    }

    /**
     * Reads a domain.
     *
     * @param json the object that a model file has under {@code domain}
     * @throws IllegalArgumentException if it is none
     */
    public static Domain parse(String json) {
        return DomainReader.read(Fields.of(JsonText.parse(json), "domain"));
    }

    /** Whether it says from which variance of a Gaussian process on a point is far. */
    boolean gradesVariance() {
        return bands.containsKey(Measure.VARIANCE);
    }

    /**
     * Grades a point.
     *
     * @param raw {@code double[inputs]} in the units of the training set; a category as the index of its level
     * @param varianceRatio variance of a Gaussian process there over that without any data; empty for other models
     * @throws IllegalArgumentException if there are not as many numbers as inputs, or one is not finite
     */
    public Reading at(double[] raw, OptionalDouble varianceRatio) {
        if (raw.length != inputs.size()) {
            throw new IllegalArgumentException("the domain has " + inputs.size() + " inputs, not " + raw.length);
        }
        Map<Measure, Double> grades = new EnumMap<>(Measure.class);
        double box = 0;
        for (int i = 0; i < raw.length; i++) {
            if (!Double.isFinite(raw[i])) {
                throw new IllegalArgumentException("an input must be a finite number, not " + raw[i]);
            }
            DomainInput input = inputs.get(i);
            if (input.isCategory()) {
                grades.merge(Measure.LEVEL, input.has(raw[i]) ? 0 : NOWHERE, Math::max);
            } else {
                box = Math.max(box, input.eccentricity(raw[i]));
            }
        }
        double[] scaled = DomainInput.scaled(inputs, raw);
        if (scaled.length > 0) {
            grades.put(Measure.BOX, BOX.grade(box));
            grades.put(Measure.MAHALANOBIS, grade(Measure.MAHALANOBIS, norm(covariance.forward(scaled))));
        }
        hull.ifPresent(known -> grades.put(Measure.HULL, grade(Measure.HULL, known.distance(scaled))));
        grades.put(Measure.NEIGHBOUR, grade(Measure.NEIGHBOUR, Math.sqrt(nearest(scaled, raw))));
        if (varianceRatio.isPresent() && gradesVariance()) {
            grades.put(Measure.VARIANCE, grade(Measure.VARIANCE, varianceRatio.getAsDouble()));
        }
        return new Reading(grades);
    }

    private double grade(Measure measure, double value) {
        return bands.get(measure).grade(value);
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** The squared distance of the nearest reference point, where another level is as far as one deviation. */
    private double nearest(double[] scaled, double[] raw) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            double sum = 0;
            int number = 0;
            for (int i = 0; i < raw.length; i++) {
                double difference =
                        inputs.get(i).isCategory() ? (point[i] == raw[i] ? 0 : 1) : point[i] - scaled[number++];
                sum += difference * difference;
            }
            nearest = Math.min(nearest, sum);
        }
        return nearest;
    }

    /** How a point may differ from the training rows. */
    public enum Measure {
        /** A category has a level that no training row has. */
        LEVEL,
        /** Beyond the range of an input; more than 5 % of the range is far. */
        BOX,
        /** Outside of the convex hull, of two or three numbers; farther than neighbours are from each other is far. */
        HULL,
        /** Mahalanobis distance from the mean, greater than any training row's; twice that is far. */
        MAHALANOBIS,
        /** Distance of the nearest training row, greater than 19 of 20 training rows have; about twice that is far. */
        NEIGHBOUR,
        /** Variance of a Gaussian process, greater than where 19 of 20 training rows are left out. */
        VARIANCE
    }

    /** How a point lies to the training rows. */
    public enum Position {
        /** As the training rows. */
        INSIDE,
        /** A little beyond them, or in a gap between them. */
        EDGE,
        /** Where they say nothing. */
        OUTSIDE
    }

    /**
     * From what value on a measure is no longer as in training, and from what on far from it.
     *
     * @param limit graded 1
     * @param far graded 2
     */
    record Band(double limit, double far) {

        Band {
            if (!(limit >= 0 && far >= limit)) {
                throw new IllegalArgumentException("a domain's limit is " + limit + ", and far is " + far);
            }
        }

        double grade(double value) {
            if (value <= limit) {
                return limit > 0 ? value / limit : 0;
            }
            return far > limit ? Math.min(NOWHERE, 1 + (value - limit) / (far - limit)) : NOWHERE;
        }
    }

    /**
     * The grades of a point.
     *
     * @param grades of those measures that there are; each 0 or more
     */
    public record Reading(Map<Measure, Double> grades) {

        public Reading {
            grades = Collections.unmodifiableMap(new EnumMap<>(grades));
        }

        /** The worst measure. */
        public Measure worst() {
            return Collections.max(grades.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
        }

        /** The worst grade. */
        public double grade() {
            return grades.get(worst());
        }

        /** Inside up to a grade of 1, at the edge up to 2, else outside. */
        public Position position() {
            return grade() <= 1 ? Position.INSIDE : grade() <= 2 ? Position.EDGE : Position.OUTSIDE;
        }
    }
}
