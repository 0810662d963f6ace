package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The options of a rung as a spec writes them: under a name of its own, and with {@code {values: [...]}} where a
 * hyper-parameter is to be chosen from several; every combination is a candidate.
 *
 * @param name if one is given
 * @param sections the options of each candidate, one at least
 */
record Candidates(Optional<String> name, List<Section> sections) {

    private static final int MOST = 64;
    private static final String NAME = "name";
    private static final String VALUES = "values";
    private static final String NAMES = "polynomial-8";

    Candidates {
        sections = List.copyOf(sections);
    }

    /** A model without options. */
    static Candidates plain(Item item) {
        return new Candidates(Optional.empty(), List.of(Section.empty(item)));
    }

    /**
     * Takes the options apart.
     *
     * @param options the value of the model's key
     * @param known keys that the kind of model has
     */
    static Optional<Candidates> of(Item options, Vocabulary known) {
        Optional<Section> whole = options.section(known);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        Vocabulary keys = known.without(NAME);
        Optional<String> name = whole.get().item(NAME).flatMap(Candidates::name);
        List<List<NodeTuple>> combinations = List.of(List.of());
        for (NodeTuple tuple : ((MappingNode) options.node()).getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && keys.supports(key.getValue())) {
                Item value = whole.get().item(key.getValue()).orElseThrow();
                combinations = extended(combinations, tuple, choices(value).orElse(List.of(value)));
                if (combinations.size() > MOST) {
                    return options.refuse(
                            "has more than " + MOST + " combinations of values to choose from",
                            "give fewer values, or split it into several models with names");
                }
            }
        }
        if (combinations.isEmpty()) {
            return Optional.empty(); // of a list without values is complained already
        }
        return Optional.of(new Candidates(
                name,
                combinations.stream()
                        .map(tuples -> section(options, tuples, keys))
                        .toList()));
    }

    private static Optional<String> name(Item item) {
        Optional<String> name = item.text("give a name such as " + NAMES);
        return name.isEmpty() || isName(name.get())
                ? name
                : item.refuse(
                        "'" + name.get() + "' cannot be the name of a model",
                        "give lower-case words joined by hyphens, such as " + NAMES);
    }

    private static boolean isName(String text) {
        return text.matches("[a-z0-9]+(-[a-z0-9]+)*") && !text.equals(Validate.CHOSEN);
    }

    /** The values that an option is to be chosen from; nothing if it is one value. */
    private static Optional<List<Item>> choices(Item option) {
        if (option.node() instanceof MappingNode mapping
                && mapping.getValue().size() == 1
                && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key
                && key.getValue().equals(VALUES)
                && mapping.getValue().get(0).getValueNode() instanceof SequenceNode values) {
            return Optional.of(new Item(option.complaints(), option.key() + "." + VALUES, option.line(), values)
                    .list("list the values to choose from")
                    .orElse(List.of()));
        }
        return Optional.empty();
    }

    private static List<List<NodeTuple>> extended(
            List<List<NodeTuple>> combinations, NodeTuple tuple, List<Item> values) {
        List<List<NodeTuple>> extended = new ArrayList<>();
        for (List<NodeTuple> combination : combinations) {
            for (Item value : values) {
                List<NodeTuple> longer = new ArrayList<>(combination);
                longer.add(new NodeTuple(tuple.getKeyNode(), value.node()));
                extended.add(longer);
            }
        }
        return extended;
    }

    private static Section section(Item options, List<NodeTuple> tuples, Vocabulary keys) {
        MappingNode mapping = new MappingNode(
                Tag.MAP,
                true,
                tuples,
                options.node().getStartMark(),
                options.node().getEndMark(),
                FlowStyle.FLOW);
        return Section.of(new Item(options.complaints(), options.key(), options.line(), mapping), mapping, keys);
    }
}
