package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code train}. */
final class TrainReader {

    private static final long MOST_FOLDS = 1000;
    private static final long FEWEST_FOLDS = 2;
    private static final int DEFAULT_FOLDS = 5;
    private static final String CONSTANT = "constant";
    private static final long MOST_GROUPS = 1_000_000_000;
    private static final String LADDER =
            "list the models to fit, simplest first, such as models: [constant, power-law]";
    private static final String RUNG = "give a model's name, or its name and options, such as polynomial: {degree: 2}";

    private final Section train;
    private final List<String> named = new ArrayList<>();

    TrainReader(Section train) {
        this.train = train;
    }

    /**
     * Reads the section.
     *
     * @param outline says how many groups there can be
     * @param trainingSet says what is a group, and how many of them are held out
     */
    Train read(Outline outline, TrainingSet trainingSet) {
        List<ModelSpec> models = new ArrayList<>();
        train.required("models", LADDER)
                .flatMap(item -> item.list(LADDER))
                .orElse(List.of())
                .forEach(item -> model(item).ifPresent(models::add));
        Section crossValidation = train.section("crossValidation", Language.CROSS_VALIDATION);
        Optional<Item> folds = crossValidation.item("folds");
        Optional<Long> count = folds.isEmpty()
                ? Optional.of((long) DEFAULT_FOLDS)
                : folds.get().whole(FEWEST_FOLDS, MOST_FOLDS);
        count.ifPresent(number -> refuseTooMany(folds.orElse(crossValidation.self()), number, outline, trainingSet));
        Train.Choose choose = train.item("choose")
                .flatMap(item -> item.constant(Train.Choose.values(), Language.CHOICES))
                .orElse(Train.Choose.SIMPLEST_WITHIN_ONE_STANDARD_ERROR);
        Optional<String> physics = train.item("physics").flatMap(new PhysicsReader(trainingSet)::read);
        return new Train(models, count.orElse((long) DEFAULT_FOLDS).intValue(), choose, physics);
    }

    /** The names of all that is fitted: of the models that the spec lists, also with wrong options, and of baselines. */
    List<String> named() {
        List<String> all = new ArrayList<>(named);
        if (!named.contains(CONSTANT)) {
            all.add(CONSTANT);
        }
        if (train.has(ModelSpec.PHYSICS)) {
            all.add(ModelSpec.PHYSICS);
        }
        return all;
    }

    private static void refuseTooMany(Item at, long folds, Outline outline, TrainingSet trainingSet) {
        OptionalLong most = outline.groups(trainingSet.splitBy());
        if (most.isEmpty()) {
            return;
        }
        long all = most.getAsLong();
        long groups = all - trainingSet.testGroups((int) Math.min(all, MOST_GROUPS));
        if (folds <= groups) {
            return;
        }
        boolean points = trainingSet.splitBy() == TrainingSet.SplitBy.DESIGN_POINT;
        String more = points ? "give more design points" : "give more replicates or design points";
        String apart = points && outline.replicates() > FEWEST_FOLDS
                ? ", or take each simulation for a group of its own by trainingSet: {split: {by: simulation}}"
                : "";
        at.complaints()
                .add(
                        at.line(),
                        "train.crossValidation.folds",
                        "there are " + folds + " folds, but of " + all + (points ? " design point" : " simulation")
                                + (all == 1 ? "" : "s") + " only " + groups + " remain for training",
                        groups < FEWEST_FOLDS
                                ? more + apart
                                : "give at most " + groups + " folds, or " + more.substring("give ".length()));
    }

    private Optional<ModelSpec> model(Item item) {
        if (!(item.node() instanceof MappingNode mapping)) {
            return item.isList()
                    ? item.refuse("must be one model", RUNG)
                    : item.word(Language.MODELS).flatMap(kind -> model(item, kind, Optional.empty()));
        }
        if (mapping.getValue().size() != 1 || !(mapping.getValue().get(0).getKeyNode() instanceof ScalarNode name)) {
            return item.refuse("must be one model", RUNG);
        }
        Optional<String> word = new Item(item.complaints(), item.key(), item.line(), name).word(Language.MODELS);
        Item options = new Item(
                item.complaints(),
                item.key() + "." + name.getValue(),
                item.line(),
                mapping.getValue().get(0).getValueNode());
        return word.flatMap(kind -> model(item, kind, Optional.of(options)));
    }

    private Optional<ModelSpec> model(Item item, String kind, Optional<Item> options) {
        Optional<Candidates> written = options.isPresent()
                ? Candidates.of(options.get(), Language.SECTIONS.get("train.models." + kind))
                : Optional.of(Candidates.plain(item));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String name = written.get().name().orElse(kind);
        if (!name.equals(kind) && (Language.MODELS.supports(name) || name.equals(ModelSpec.PHYSICS))) {
            return item.refuse(
                    "'" + name + "' is the name of another kind of model", "name it otherwise, such as " + kind + "-2");
        }
        if (named.contains(name)) {
            return item.refuse(
                    "model '" + name + "' stands there twice",
                    "give one of them another name, such as " + kind + ": {name: " + kind + "-2}");
        }
        named.add(name);
        List<ModelSpec> candidates = new ArrayList<>();
        for (Section section : written.get().sections()) {
            candidates.add(Models.read(kind, section));
        }
        return Optional.of(
                candidates.size() == 1 && name.equals(kind)
                        ? candidates.get(0)
                        : new ModelSpec.Variant(name, candidates));
    }
}
