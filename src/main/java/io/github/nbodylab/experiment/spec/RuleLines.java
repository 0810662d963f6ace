package io.github.nbodylab.experiment.spec;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the acceptance rules of a spec stand in its file. */
public final class RuleLines {

    private RuleLines() {}

    /**
     * The lines of the rules.
     *
     * @param text of a spec that was read without complaints
     * @return from 1, in the order of {@code validate.accept}; empty if the spec has none
     */
    public static List<Integer> of(String text) {
        Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        return child(root, "validate")
                .flatMap(validate -> child(validate, "accept"))
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .map(rules -> rules.getValue().stream().map(Item::lineOf).toList())
                .orElse(List.of());
    }

    private static Optional<Node> child(Node node, String name) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .map(entry -> entry.getValueNode())
                .findFirst();
    }
}
