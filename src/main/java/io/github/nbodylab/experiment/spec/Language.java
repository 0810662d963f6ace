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
            "row",
            "times",
            "at",
            "before",
            "lead",
            "source",
            "table",
            "group",
            "inputs",
            "target",
            "targetKind",
            "missing",
            "log",
            "units",
            "split");
    static final Vocabulary SPLIT = Vocabulary.of("by", "test", "within");
    static final Vocabulary TRAIN = Vocabulary.of("models", "crossValidation", "choose", "physics");
    static final Vocabulary MODELS = Vocabulary.of(
            "constant",
            "linear",
            "power-law",
            "polynomial",
            "logistic",
            "support-vector",
            "random-forest",
            "gaussian-process",
            "neural-network");
    static final Vocabulary NO_OPTIONS = Vocabulary.of("name");
    static final Vocabulary COUNTS_OPTION = Vocabulary.of("name", "counts");
    static final Vocabulary POLYNOMIAL = Vocabulary.of("name", "degree", "ridge", "counts");
    static final Vocabulary LOGISTIC = Vocabulary.of("name", "penalty", "degree");
    static final Vocabulary SUPPORT_VECTOR = Vocabulary.of("name", "kernel", "C", "epsilon", "gamma", "degree");
    static final Vocabulary RANDOM_FOREST = Vocabulary.of("name", "trees", "maxDepth", "minLeaf", "features", "sample");
    static final Vocabulary GAUSSIAN_PROCESS =
            Vocabulary.of("name", "kernel", "lengthScales", "lengthScaleBounds", "mean", "noise", "starts", "limit");
    static final Vocabulary BOUNDS = Vocabulary.of("min", "max");
    static final Vocabulary NEURAL_NETWORK = Vocabulary.of(
            "name",
            "layers",
            "activation",
            "optimizer",
            "learningRate",
            "decay",
            "momentum",
            "batch",
            "epochs",
            "penalty",
            "earlyStopping",
            "seeds");
    static final Vocabulary EARLY_STOPPING = Vocabulary.of("fraction", "patience");
    static final Vocabulary CROSS_VALIDATION = Vocabulary.of("folds");
    static final Vocabulary VALIDATE = Vocabulary.of("accept", "studies", "reproducibility");
    static final Vocabulary RULE = Vocabulary.of("model", "metric", "min", "max", "beats", "on");
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
    static final Vocabulary ROWS = Vocabulary.of(TrainingSet.Row.values()).without("source");
    static final Vocabulary TARGETS = new Vocabulary(
            Arrays.stream(TrainingSet.Row.values())
                    .flatMap(row -> RowColumns.outcomes(row).stream())
                    .map(Outcome::name)
                    .distinct()
                    .toList(),
            List.of());
    static final Vocabulary SPLITS = Vocabulary.of(TrainingSet.SplitBy.DESIGN_POINT, TrainingSet.SplitBy.SIMULATION);
    static final Vocabulary SOURCE_SPLITS = Vocabulary.of(TrainingSet.SplitBy.GROUP, TrainingSet.SplitBy.ROW);
    static final Vocabulary TARGET_KINDS = Vocabulary.of("real", "count", "class");
    static final Vocabulary MISSING = Vocabulary.of(Source.Missing.values());
    static final Vocabulary CHOICES = Vocabulary.of(Train.Choose.values());
    static final Vocabulary KERNELS = Vocabulary.of(KernelExpression.Kernel.values());
    static final Vocabulary LENGTH_SCALES = Vocabulary.of(GaussianProcessSpec.LengthScales.values());
    static final Vocabulary MEANS = Vocabulary.of(GaussianProcessSpec.Mean.values());
    static final Vocabulary NOISES = Vocabulary.of(GaussianProcessSpec.FITTED, GaussianProcessSpec.NONE);
    static final Vocabulary ACTIVATIONS = Vocabulary.of(NeuralNetworkSpec.Activation.values());
    static final Vocabulary OPTIMIZERS = Vocabulary.of(NeuralNetworkSpec.Optimizer.values());
    static final Vocabulary COUNTS = Vocabulary.of(ModelSpec.Counts.values());
    static final Vocabulary SUPPORT_VECTOR_KERNELS = Vocabulary.of(SupportVectorSpec.Kernel.values());
    static final Vocabulary GAMMAS = Vocabulary.of(SupportVectorSpec.MEDIAN);
    static final Vocabulary FEATURES = Vocabulary.of(RandomForestSpec.AUTOMATIC);
    static final Vocabulary STUDIES = Vocabulary.of(Validate.Study.values());
    static final Vocabulary METRICS = Vocabulary.of(Metric.values());
    static final Vocabulary ON = Vocabulary.of(Validate.On.values());

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
            Map.entry("train.models.linear", COUNTS_OPTION),
            Map.entry("train.models.power-law", COUNTS_OPTION),
            Map.entry("train.models.polynomial", POLYNOMIAL),
            Map.entry("train.models.logistic", LOGISTIC),
            Map.entry("train.models.support-vector", SUPPORT_VECTOR),
            Map.entry("train.models.random-forest", RANDOM_FOREST),
            Map.entry("train.models.gaussian-process", GAUSSIAN_PROCESS),
            Map.entry("train.models.gaussian-process.lengthScaleBounds", BOUNDS),
            Map.entry("train.models.neural-network", NEURAL_NETWORK),
            Map.entry("train.models.neural-network.earlyStopping", EARLY_STOPPING),
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
            Map.entry("trainingSet.targetKind", TARGET_KINDS),
            Map.entry("trainingSet.missing", MISSING),
            Map.entry("trainingSet.split.by", SPLITS),
            Map.entry("train.choose", CHOICES),
            Map.entry("train.models.linear.counts", COUNTS),
            Map.entry("train.models.power-law.counts", COUNTS),
            Map.entry("train.models.polynomial.counts", COUNTS),
            Map.entry("train.models.support-vector.kernel", SUPPORT_VECTOR_KERNELS),
            Map.entry("train.models.support-vector.gamma", GAMMAS),
            Map.entry("train.models.random-forest.features", FEATURES),
            Map.entry("train.models.gaussian-process.kernel", KERNELS),
            Map.entry("train.models.gaussian-process.lengthScales", LENGTH_SCALES),
            Map.entry("train.models.gaussian-process.mean", MEANS),
            Map.entry("train.models.gaussian-process.noise", NOISES),
            Map.entry("train.models.neural-network.activation", ACTIVATIONS),
            Map.entry("train.models.neural-network.optimizer", OPTIMIZERS),
            Map.entry("validate.accept.metric", METRICS),
            Map.entry("validate.studies", STUDIES),
            Map.entry("validate.accept.on", ON));

    private Language() {}
}
