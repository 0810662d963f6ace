package io.github.nbodylab.experiment.spec;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A spec as keys in the order of the language, every default written out.
 *
 * @param children key to a further tree, a list of inline YAML texts, or an inline YAML text
 */
record SpecTree(Map<String, Object> children) {

    SpecTree() {
        this(new LinkedHashMap<>());
    }

    static SpecTree of(ExperimentSpec spec) {
        SpecTree tree = new SpecTree()
                .with("apiVersion", Language.API_VERSION)
                .with("name", spec.name())
                .with("version", spec.version())
                .with("title", quoted(spec.title()))
                .with("question", quoted(spec.question()))
                .with("seed", spec.seed());
        spec.units()
                .ifPresent(units -> tree.with(
                        "units",
                        new SpecTree()
                                .with("mass", units.mass().text())
                                .with("length", units.length().text())));
        if (spec.origin() instanceof Simulate simulate) {
            tree.with("simulate", SimulateTree.of(simulate));
        }
        return tree.with(
                        "trainingSet",
                        spec.source()
                                .map(source -> SourceTree.of(source, spec.trainingSet()))
                                .orElseGet(() -> trainingSet(spec.trainingSet())))
                .with("train", train(spec.train()))
                .with("validate", validate(spec.validate()));
    }

    SpecTree with(String key, Object child) {
        children.put(key, child);
        return this;
    }

    private static SpecTree trainingSet(TrainingSet trainingSet) {
        SpecTree tree = new SpecTree().with("row", trainingSet.row().specName());
        if (!trainingSet.times().isEmpty()) {
            tree.with(
                    "times",
                    list(trainingSet.times().stream().map(SpecTree::number).toList()));
        }
        trainingSet.window().at().ifPresent(at -> tree.with("at", number(at)));
        trainingSet.window().before().ifPresent(before -> tree.with("before", number(before)));
        trainingSet.window().lead().ifPresent(lead -> tree.with("lead", number(lead)));
        if (!trainingSet.inputs().isEmpty()) {
            tree.with("inputs", list(trainingSet.inputs()));
        }
        List<String> targets = trainingSet.targets();
        return tree.with("target", targets.size() == 1 ? targets.get(0) : list(targets))
                .with("split", split(trainingSet));
    }

    /** The bounds on one line, for a column may have any name. */
    static SpecTree split(TrainingSet trainingSet) {
        SpecTree tree = new SpecTree()
                .with("by", trainingSet.splitBy().specName())
                .with("test", number(trainingSet.testFraction()));
        if (!trainingSet.within().isEmpty()) {
            tree.with(
                    "within",
                    trainingSet.within().entrySet().stream()
                            .map(input -> (trainingSet.row() == TrainingSet.Row.SOURCE
                                            ? quoted(input.getKey())
                                            : input.getKey())
                                    + ": " + bounds(input.getValue()))
                            .collect(joining(", ", "{", "}")));
        }
        return tree;
    }

    private static String bounds(TrainingSet.Bounds bounds) {
        List<String> texts = new ArrayList<>();
        if (Double.isFinite(bounds.min())) {
            texts.add("min: " + number(bounds.min()));
        }
        if (Double.isFinite(bounds.max())) {
            texts.add("max: " + number(bounds.max()));
        }
        return "{" + String.join(", ", texts) + "}";
    }

    private static SpecTree train(Train train) {
        SpecTree tree = new SpecTree()
                .with("models", train.models().stream().map(SpecTree::model).toList())
                .with("crossValidation", new SpecTree().with("folds", train.folds()))
                .with("choose", train.choose().specName());
        train.physics().ifPresent(formula -> tree.with("physics", quoted(formula)));
        return tree;
    }

    private static String model(ModelSpec model) {
        List<ModelSpec> candidates = model instanceof ModelSpec.Variant variant ? variant.candidates() : List.of(model);
        List<String> options = new ArrayList<>();
        if (!model.specName().equals(model.kind())) {
            options.add("name: " + model.specName());
        }
        for (String key : candidates.get(0).options().keySet()) {
            List<String> values = candidates.stream()
                    .map(candidate -> candidate.options().get(key))
                    .distinct()
                    .toList();
            if (values.equals(Optional.ofNullable(candidates.get(0).leftOut().get(key)).stream()
                    .toList())) {
                continue;
            }
            options.add(key + ": " + (values.size() == 1 ? values.get(0) : "{values: " + list(values) + "}"));
        }
        return options.isEmpty() ? model.kind() : model.kind() + ": {" + String.join(", ", options) + "}";
    }

    private static SpecTree validate(Validate validate) {
        SpecTree tree = new SpecTree();
        if (!validate.accept().isEmpty()) {
            tree.with("accept", validate.accept().stream().map(SpecTree::rule).toList());
        }
        tree.with(
                "studies",
                list(validate.studies().stream().map(Validate.Study::specName).toList()));
        SpecTree fits = new SpecTree().with("relative", number(validate.fitsRelative()));
        return tree.with("reproducibility", new SpecTree().with("fits", fits));
    }

    private static String rule(Validate.Rule rule) {
        if (rule instanceof Validate.Limit limit) {
            return "{model: " + limit.model() + ", metric: " + limit.metric().specName()
                    + (Double.isFinite(limit.min()) ? ", min: " + number(limit.min()) : "")
                    + (Double.isFinite(limit.max()) ? ", max: " + number(limit.max()) : "") + on(rule) + "}";
        }
        return "{model: " + rule.model() + ", beats: " + ((Validate.Beats) rule).beats() + on(rule) + "}";
    }

    private static String on(Validate.Rule rule) {
        return rule.on() == Validate.On.TEST ? "" : ", on: " + rule.on().specName();
    }

    static String list(List<String> texts) {
        return "[" + String.join(", ", texts) + "]";
    }

    static String number(double number) {
        return Decimal.shortest(number);
    }

    /** A text in double quotes, with escapes for what YAML or an editor may not show. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (isPlain(c)) {
                quoted.appendCodePoint(c);
            } else if (Character.isBmpCodePoint(c)) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.append(String.format("\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }

    /** Whether a character stands for itself: fixed ranges, since each JDK has its own edition of Unicode. */
    private static boolean isPlain(int c) {
        return (c >= ' ' && c <= '~') || (c >= 0xA1 && c <= 0x1FFF) || (c >= 0x2030 && c <= 0xD7FF);
    }
}
