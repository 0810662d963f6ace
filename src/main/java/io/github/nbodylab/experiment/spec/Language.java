package io.github.nbodylab.experiment.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The keys and words of the spec language {@code experiment/v1}, with those whose work is not built yet. */
final class Language {

    static final String API_VERSION = "experiment/v1";

    static final Vocabulary SPEC = Vocabulary.of(
            "apiVersion",
            "name",
            "version",
            "title",
            "question",
            "seed",
            "units",
            "simulate",
            "trainingSet",
            "train",
            "validate");
    static final Vocabulary UNITS = Vocabulary.of("mass", "length");
    static final Vocabulary SIMULATE = Vocabulary.of(
            "cluster", "mergers", "integrator", "until", "snapshots", "diagnostics", "design", "failures");
    static final Vocabulary CLUSTER = Vocabulary.of(
            "particles",
            "profile",
            "W0",
            "file",
            "virialRatio",
            "masses",
            "massExponent",
            "minMass",
            "maxMass",
            "massRatio",
            "numberFraction",
            "massFraction",
            "binaryFraction",
            "minSemiMajorAxis",
            "maxSemiMajorAxis",
            "centralMass",
            "rotation");
    static final Vocabulary MERGERS =
            Vocabulary.of("criterion", "captureNumber", "speedOfLight", "maximalSeparation", "massLoss", "recoil");
    static final Vocabulary AXIS = Vocabulary.of("values", "min", "max", "distribution");
    static final Vocabulary INTEGRATOR =
            Vocabulary.of("scheme", "timesteps", "step", "accuracy", "iterations", "softening");
    static final Vocabulary EVERY = Vocabulary.of("every");
    static final Vocabulary DESIGN = Vocabulary.of("method", "points", "replicates");
    static final Vocabulary POINT = CLUSTER.without("file").and(MERGERS);
    static final Vocabulary FAILURES = Vocabulary.of("retries", "maxFailed", "maxEnergyError");
    static final Vocabulary TRAINING_SET = Vocabulary.of(
                    "row", "times", "at", "before", "lead", "inputs", "target", "split")
            .notYet("source", "group");
    static final Vocabulary SPLIT = Vocabulary.of("by", "test");
    static final Vocabulary TRAIN = Vocabulary.of("models", "crossValidation", "choose", "physics");
    static final Vocabulary MODELS = Vocabulary.of("constant", "power-law", "polynomial", "gaussian-process")
            .notYet("linear", "support-vector", "random-forest", "neural-network", "logistic");
    static final Vocabulary NO_OPTIONS = Vocabulary.of("name");
    static final Vocabulary POLYNOMIAL = Vocabulary.of("name", "degree");
    static final Vocabulary GAUSSIAN_PROCESS = Vocabulary.of("name", "kernel", "lengthScales");
    static final Vocabulary CROSS_VALIDATION = Vocabulary.of("folds");
    static final Vocabulary VALIDATE = Vocabulary.of("accept", "reproducibility");
    static final Vocabulary RULE = Vocabulary.of("model", "metric", "min", "max", "beats");
    static final Vocabulary REPRODUCIBILITY = Vocabulary.of("fits");
    static final Vocabulary FITS = Vocabulary.of("relative");

    static final Vocabulary API_VERSIONS = Vocabulary.of(API_VERSION);
    static final Vocabulary PROFILES = Vocabulary.of("plummer", "hernquist", "king", "uniform", "file");
    static final Vocabulary MASSES = Vocabulary.of("equal", "power-law", "salpeter", "kroupa", "two-component");
    static final Vocabulary CRITERIA =
            Vocabulary.of("sticky-sphere", "gravitational-wave-capture", "gravitational-wave-inspiral", "none");
    static final Vocabulary MASS_LOSSES = Vocabulary.of("none", "radiated");
    static final Vocabulary RECOILS = Vocabulary.of("none", "kick");
    static final Vocabulary DISTRIBUTIONS = Vocabulary.of(Axis.Distribution.values());
    static final Vocabulary SCHEMES = Vocabulary.of(Integrator.Scheme.values());
    static final Vocabulary TIMESTEPS = Vocabulary.of(Integrator.Timesteps.values());
    static final Vocabulary METHODS = Vocabulary.of(Simulate.Method.values()).notYet("latin-hypercube");
    static final Vocabulary ROWS = Vocabulary.of(TrainingSet.Row.values());
    static final Vocabulary TARGETS = new Vocabulary(
            Arrays.stream(TrainingSet.Row.values())
                    .flatMap(row -> RowColumns.outcomes(row).stream())
                    .map(Outcome::name)
                    .distinct()
                    .toList(),
            List.of());
    static final Vocabulary SPLITS = Vocabulary.of(TrainingSet.SplitBy.values());
    static final Vocabulary CHOICES = Vocabulary.of(Train.Choose.values());
    static final Vocabulary KERNELS = Vocabulary.of(ModelSpec.Kernel.values());
    static final Vocabulary LENGTH_SCALES = Vocabulary.of(ModelSpec.LengthScales.values());
    static final Vocabulary METRICS = Vocabulary.of(Metric.values());

    /** The keys of each section, by its dotted path. */
    static final Map<String, Vocabulary> SECTIONS = Map.ofEntries(
            Map.entry("", SPEC),
            Map.entry("units", UNITS),
            Map.entry("simulate", SIMULATE),
            Map.entry("simulate.cluster", CLUSTER),
            Map.entry("simulate.mergers", MERGERS),
            Map.entry("simulate.integrator", INTEGRATOR),
            Map.entry("simulate.snapshots", EVERY),
            Map.entry("simulate.diagnostics", EVERY),
            Map.entry("simulate.design", DESIGN),
            Map.entry("simulate.design.points", POINT),
            Map.entry("simulate.failures", FAILURES),
            Map.entry("trainingSet", TRAINING_SET),
            Map.entry("trainingSet.split", SPLIT),
            Map.entry("train", TRAIN),
            Map.entry("train.models", MODELS),
            Map.entry("train.models.constant", NO_OPTIONS),
            Map.entry("train.models.power-law", NO_OPTIONS),
            Map.entry("train.models.polynomial", POLYNOMIAL),
            Map.entry("train.models.gaussian-process", GAUSSIAN_PROCESS),
            Map.entry("train.crossValidation", CROSS_VALIDATION),
            Map.entry("validate", VALIDATE),
            Map.entry("validate.accept", RULE),
            Map.entry("validate.reproducibility", REPRODUCIBILITY),
            Map.entry("validate.reproducibility.fits", FITS));

    /** The words of each value that is one, by the dotted path of its key. */
    static final Map<String, Vocabulary> WORDS = Map.ofEntries(
            Map.entry("apiVersion", API_VERSIONS),
            Map.entry("simulate.cluster.profile", PROFILES),
            Map.entry("simulate.cluster.masses", MASSES),
            Map.entry("simulate.mergers.criterion", CRITERIA),
            Map.entry("simulate.mergers.massLoss", MASS_LOSSES),
            Map.entry("simulate.mergers.recoil", RECOILS),
            Map.entry("simulate.integrator.scheme", SCHEMES),
            Map.entry("simulate.integrator.timesteps", TIMESTEPS),
            Map.entry("simulate.design.method", METHODS),
            Map.entry("trainingSet.row", ROWS),
            Map.entry("trainingSet.target", TARGETS),
            Map.entry("trainingSet.split.by", SPLITS),
            Map.entry("train.choose", CHOICES),
            Map.entry("train.models.gaussian-process.kernel", KERNELS),
            Map.entry("train.models.gaussian-process.lengthScales", LENGTH_SCALES),
            Map.entry("validate.accept.metric", METRICS));

    private Language() {}
}
