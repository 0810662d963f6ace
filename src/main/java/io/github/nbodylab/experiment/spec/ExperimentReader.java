package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.surrogate.Target;
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

    private static final String ORIGIN =
            "say what to simulate: cluster, mergers, until and design; or name a table from"
                    + " elsewhere in trainingSet.source";
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

        Rows rows = rows(top.section("trainingSet", Language.TRAINING_SET));
        Train train = train(rows.outline(), rows.trainingSet());
        Validate validate = new ValidateReader(
                        top.section("validate", Language.VALIDATE),
                        fitted,
                        String.join("', '", rows.trainingSet().targets()),
                        rows.kind(),
                        !rows.trainingSet().within().isEmpty())
                .read();
        if (name.isEmpty() || version.isEmpty() || title.isEmpty() || question.isEmpty() || seed.isEmpty()) {
            return Optional.empty();
        }
        return rows.origin()
                .map(known -> new ExperimentSpec(
                        name.get(),
                        version.get(),
                        title.get(),
                        question.get(),
                        seed.get(),
                        conversion.units(),
                        known,
                        rows.trainingSet(),
                        train,
                        validate));
    }

    /** What the targets of simulations are, if all are the same. */
    private static Optional<Target.Kind> kind(TrainingSet trainingSet) {
        List<Target.Kind> kinds =
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

    /**
     * Where rows come from and what is made of them.
     *
     * @param origin empty where it could not be read
     * @param outline of the simulations; nothing is known of those that there are not
     * @param kind of the target, where that is known before the table is there
     */
    private record Rows(
            Optional<Origin> origin, Outline outline, TrainingSet trainingSet, Optional<Target.Kind> kind) {}

    private Rows rows(Section section) {
        return section.has("source") ? fromElsewhere(section) : simulated(section);
    }

    private Rows fromElsewhere(Section section) {
        top.item("simulate")
                .ifPresent(item -> item.refuse(
                        "excludes trainingSet.source, which stands in for simulations", "leave one of the two out"));
        top.item("units")
                .ifPresent(item ->
                        item.refuse("goes with simulate only", "give the units of columns in trainingSet.units"));
        SourceReader.Reading reading = new SourceReader(section, folder).read();
        return new Rows(
                reading.source().map(source -> source),
                Outline.unknown(),
                reading.trainingSet(),
                reading.source().flatMap(Source::kind));
    }

    private Rows simulated(Section section) {
        SimulateReader.Reading simulate = top.required("simulate", ORIGIN)
                .flatMap(item -> item.section(Language.SIMULATE))
                .map(known -> new SimulateReader(known, conversion, folder).read())
                .orElseGet(() -> new SimulateReader.Reading(Optional.empty(), Outline.unknown()));
        TrainingSet trainingSet = new TrainingSetReader(section, simulate.outline(), conversion).read();
        return new Rows(simulate.simulate().map(known -> known), simulate.outline(), trainingSet, kind(trainingSet));
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
