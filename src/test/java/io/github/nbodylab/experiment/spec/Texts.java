package io.github.nbodylab.experiment.spec;

import java.util.Map;

/** Specs for tests. */
final class Texts {

    private Texts() {}

    /** A spec that leaves out all that has a default. */
    static final String SMALL = """
            apiVersion: experiment/v1
            name: small
            version: 1.0.0
            title: A small experiment
            question: How many mergers?
            seed: 42
            simulate:
              cluster:
                particles: {values: [16, 32, 64, 128]}
              mergers:
                captureNumber: {values: [0.5, 1, 2]}
              until: 1
              design: {method: grid}
            train:
              models: [constant, power-law]
            """;

    /** A spec with every section. */
    static final String FULL = """
            # every key
            apiVersion: experiment/v1
            name: merger-count
            version: 1.0.0
            title: How many mergers does a cluster of black holes make?
            question: >
              Mergers until time t, from the number of black holes
              and their capture radius: a "simple" question?
            seed: 20231201

            simulate:
              cluster:
                particles: {min: 32, max: 256, distribution: log-uniform}
                profile: plummer
                virialRatio: {min: 0.4, max: 0.6}
                masses: equal
              mergers:
                criterion: sticky-sphere
                captureNumber: {min: 0.1, max: 8, distribution: log-uniform}
              integrator: {scheme: hermite-4, timesteps: shared, accuracy: 0.02}
              until: 4.0
              design: {method: sobol, points: 100, replicates: 6}
              failures: {retries: 3, maxFailed: 5%}

            trainingSet:
              row: simulation-time
              times: [1, 2, 4]
              inputs: [particles, captureNumber, time]
              target: mergers
              split: {by: design-point, test: 25%}

            train:
              models:
                - constant
                - power-law
                - polynomial: {degree: 3}
                - gaussian-process: {kernel: matern-3/2, lengthScales: shared}
              crossValidation: {folds: 10}
              choose: best

            validate:
              accept:
                - {model: chosen, metric: q2, min: 0.85}
                - {model: chosen, beats: constant}
                - {model: gaussian-process, metric: rmse, min: 0.5, max: 3.5}
                - {model: power-law, metric: mae, max: 2}
              reproducibility: {fits: {relative: 1e-8}}
              studies: [contamination, learning-curve]
            """;

    /** A spec whose points stand in it. */
    static final String LIST = """
            apiVersion: experiment/v1
            name: listed
            version: 1.0.0
            title: Listed points
            question: How many mergers?
            seed: 42
            simulate:
              cluster:
                virialRatio: 0.4
              mergers:
                captureNumber: {min: 0.1, max: 8, distribution: log-uniform}
              until: 1
              design:
                method: list
                points:
                  - {particles: 16, captureNumber: 0.5}
                  - {particles: 32, captureNumber: 1}
                  - {particles: 64, captureNumber: 0.5}
                  - {particles: 64, captureNumber: 4}
            train:
              models: [constant, power-law]
              crossValidation: {folds: 3}
            """;

    /** A spec of a table from elsewhere, {@link #TABLE_FILE}. */
    static final String TABLE = """
            apiVersion: experiment/v1
            name: quasars
            version: 1.0.0
            title: Quasars among stars
            question: Which of them are quasars?
            seed: 42
            trainingSet:
              source: catalogue.csv
              group: objectId
              inputs: [u-g, g-r, r, field]
              target: class
              missing: impute
              log: [r]
              units: {u-g: mag, r: mag}
              split: {by: group, test: 30%}
            train:
              models: [constant]
            validate:
              accept:
                - {model: chosen, metric: brier, max: 0.5}
            """;

    /** The file that a reader of {@link #TABLE} must find beside it. */
    static final String TABLE_FILE = "catalogue.csv";

    /** A spec in physical units, of a cluster of stars and black holes. */
    static final String PHYSICAL = """
            apiVersion: experiment/v1
            name: black-holes
            version: 1.0.0
            title: Black holes among stars
            question: When do they merge?
            seed: 7
            units: {mass: 1e5 Msun, length: 1 pc}
            simulate:
              cluster:
                particles: 512
                profile: king
                W0: {values: [3, 6]}
                masses: two-component
                massRatio: 10
                numberFraction: {min: 0.05, max: 0.2}
                binaryFraction: {values: [0, 0.1]}
                minSemiMajorAxis: 10 AU
                maxSemiMajorAxis: 1000 AU
                centralMass: 1e3 Msun
                rotation: 0.5
              mergers:
                criterion: gravitational-wave-capture
                maximalSeparation: 100 AU
                massLoss: radiated
                recoil: kick
              integrator: {scheme: leapfrog, timesteps: fixed, step: 0.01 kyr}
              until: 1.2 Myr
              snapshots: {every: 0.1 Myr}
              diagnostics: {every: 0.05 Myr}
              design: {method: sobol, points: 20}
              failures: {maxEnergyError: 1e-2}
            trainingSet:
              row: simulation-time
              times: [0.6 Myr, 1.2 Myr]
            train:
              models: [constant, power-law]
            """;

    /** A spec of stars with a mass function, advanced by the default integrator. */
    static final String STARS = """
            apiVersion: experiment/v1
            name: stars
            version: 1.0.0
            title: A cluster of stars
            question: Do mass functions matter?
            seed: 7
            simulate:
              cluster:
                particles: {values: [100, 200]}
                profile: {values: [plummer, hernquist, uniform]}
                masses: power-law
                massExponent: {values: [2, 2.3]}
                minMass: 0.1
                maxMass: 100
              mergers:
                criterion: {values: [gravitational-wave-inspiral, none]}
                speedOfLight: 500
              integrator: {iterations: 2}
              until: 2
              snapshots: {every: 0.5}
              design: {method: grid}
            train:
              models: [constant]
            """;

    /** A spec whose rows are black holes of a single design point. */
    static final String HOLES = """
            apiVersion: experiment/v1
            name: holes
            version: 1.0.0
            title: Black holes
            question: Will this one merge?
            seed: 7
            simulate:
              cluster:
                particles: 64
              mergers:
                captureNumber: 2
              until: 2
              snapshots: {every: 0.5}
              design: {method: grid, replicates: 40}
            trainingSet:
              row: black-hole
              at: 0.5
              before: 1.75
              inputs: [radius, closestApproach]
              target: merges
              split: {by: simulation}
            train:
              models: [constant]
            """;

    /** One of the specs by its name. */
    static String named(String name) {
        return Map.of(
                        "small",
                        SMALL,
                        "full",
                        FULL,
                        "list",
                        LIST,
                        "physical",
                        PHYSICAL,
                        "stars",
                        STARS,
                        "table",
                        TABLE,
                        "holes",
                        HOLES)
                .get(name);
    }
}
