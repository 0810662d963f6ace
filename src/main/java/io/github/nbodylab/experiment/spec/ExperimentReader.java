package io.github.nbodylab.experiment.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a whole spec. */
final class ExperimentReader {

    private static final String WORDS = "write lower-case words joined by hyphens, such as merger-count";
    private static final String SEMVER = "write MAJOR.MINOR.PATCH, such as 1.0.0";
    private static final Pattern NAME = Pattern.compile("(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)");

    private static final Train UNREAD = new Train(List.of(), 0, Train.Choose.BEST);

    private final Section top;
    private final Path folder;
    private final Conversion conversion;
    private List<String> fitted = List.of();

    /**
     * Creates the reader.
     *
     * @param folder to which files that the spec names are relative
     */
    ExperimentReader(Section top, Path folder) {
        this.top = top;
        this.folder = folder;
        this.conversion = Conversion.of(top);
    }

    /** Reads the spec; what it returns is good only if there are no complaints. */
    Optional<ExperimentSpec> read() {
        top.required("apiVersion", "start the spec with apiVersion: " + Language.API_VERSION)
                .ifPresent(item -> item.word(Language.API_VERSIONS));
        Optional<String> name = name();
        Optional<String> version = version();
        Optional<String> title = top.required("title", "give the experiment a title of one line")
                .flatMap(item -> item.text("give the experiment a title of one line"));
        Optional<String> question = top.required("question", "say what the experiment asks")
                .flatMap(item -> item.text("say what the experiment asks"));
        Optional<Long> seed = top.required("seed", "give a whole number from which all random numbers follow")
                .flatMap(item -> item.whole(Long.MIN_VALUE, Long.MAX_VALUE));

        SimulateReader.Reading simulate = simulate();
        TrainingSet trainingSet = new TrainingSetReader(
                        top.section("trainingSet", Language.TRAINING_SET), simulate.outline(), conversion)
                .read();
        Train train = train(simulate.outline(), trainingSet);
        Validate validate = new ValidateReader(
                        top.section("validate", Language.VALIDATE),
                        fitted,
                        String.join("', '", trainingSet.targets()),
                        kind(trainingSet))
                .read();
        if (name.isEmpty() || version.isEmpty() || title.isEmpty() || question.isEmpty() || seed.isEmpty()) {
            return Optional.empty();
        }
        return simulate.simulate()
                .map(known -> new ExperimentSpec(
                        name.get(),
                        version.get(),
                        title.get(),
                        question.get(),
                        seed.get(),
                        conversion.units(),
                        known,
                        trainingSet,
                        train,
                        validate));
    }

    /** What the targets are, if all are the same. */
    private static Optional<Metric.TargetKind> kind(TrainingSet trainingSet) {
        List<Metric.TargetKind> kinds =
                trainingSet.outcomes().stream().map(Outcome::kind).distinct().toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    private Optional<String> name() {
        return matching(
                "name", NAME, "is not made of lower-case words joined by hyphens, 64 characters at most", WORDS);
    }

    private Optional<String> version() {
        return matching("version", VERSION, "is not a semantic version", SEMVER);
    }

    /** A text of a form of its own, which YAML may take for a number. */
    private Optional<String> matching(String key, Pattern form, String problem, String remedy) {
        Optional<Item> item = top.required(key, remedy);
        Optional<String> text = item.flatMap(known -> known.token(remedy));
        if (text.isPresent() && !form.matcher(text.get()).matches()) {
            return item.get().refuse("'" + text.get() + "' " + problem, remedy);
        }
        return text;
    }

    private SimulateReader.Reading simulate() {
        return top.required("simulate", "say what to simulate: cluster, mergers, until and design")
                .flatMap(item -> item.section(Language.SIMULATE))
                .map(section -> new SimulateReader(section, conversion, folder).read())
                .orElseGet(() -> new SimulateReader.Reading(Optional.empty(), Outline.unknown()));
    }

    private Train train(Outline outline, TrainingSet trainingSet) {
        Optional<TrainReader> reader = top.required(
                        "train", "say what to fit, such as train: {models: [constant, power-law]}")
                .flatMap(item -> item.section(Language.TRAIN))
                .map(TrainReader::new);
        Train train = reader.map(known -> known.read(outline, trainingSet)).orElse(UNREAD);
        fitted = reader.map(TrainReader::named).orElse(List.of());
        return train;
    }
}
