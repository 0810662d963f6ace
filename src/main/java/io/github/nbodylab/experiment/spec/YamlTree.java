package io.github.nbodylab.experiment.spec;

import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML into a tree of nodes that know their lines; makes no object of any class that the text names. */
final class YamlTree {

    private static final int MOST_ALIASES = 20;
    private static final int DEEPEST = 20;
    private static final String STANDARD = "tag:yaml.org,2002:";

    private final Complaints complaints;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree(Complaints complaints) {
        this.complaints = complaints;
    }

    /** The mapping that a text is, or nothing with the reason among the complaints. */
    static Optional<Item> parse(String text, Complaints complaints) {
        Optional<Node> root = compose(text, complaints);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (!(root.get() instanceof MappingNode)) {
            complaints.add(
                    Item.lineOf(root.get()),
                    "",
                    root.get() instanceof SequenceNode ? "is a list" : "is a single value",
                    "a spec is keys and values, and starts with apiVersion: " + Language.API_VERSION);
            return Optional.empty();
        }
        new YamlTree(complaints).check("", root.get());
        return Optional.of(new Item(complaints, "", 0, root.get()));
    }

    private static Optional<Node> compose(String text, Complaints complaints) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(YamlText.LARGEST);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                complaints.add(0, "", "is empty", "start with apiVersion: " + Language.API_VERSION);
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            complain(text, e, complaints);
        } catch (ReaderException e) {
            int line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            complaints.add(
                    line,
                    "",
                    String.format("holds the character U+%04X, which is no text", e.getCodePoint()),
                    "save it as plain text in UTF-8");
        } catch (YAMLException e) {
            complaints.add(0, "", "is beyond a limit: " + e.getMessage(), "write it out with few aliases and levels");
        }
        return Optional.empty();
    }

    private static void complain(String text, MarkedYAMLException e, Complaints complaints) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        int line = mark == null ? 0 : mark.getLine() + 1;
        String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
        String indentation =
                line == 0 ? "" : text.lines().skip(line - 1L).findFirst().orElse("");
        if (indentation.matches(" *\t.*")) {
            complaints.add(line, "", "is indented by a tab, which YAML forbids", "indent with spaces");
        } else if (problem.startsWith("but found another document")) {
            complaints.add(line, "", "a second document starts here", "give each spec a file of its own");
        } else if (problem.startsWith("Global tag")) {
            complaints.add(line, "", "a tag has no meaning in a spec", "take away what starts with !");
        } else {
            complaints.add(line, "", "is not YAML: " + problem, "check indentation, colons, brackets and quotes there");
        }
    }

    /** Complains about what YAML would allow but a spec does not, all over the tree. */
    private void check(String key, Node node) {
        if (!seen.add(node)) {
            return;
        }
        String tag = node.getTag().getValue();
        if (!tag.startsWith(STANDARD)) {
            complaints.add(Item.lineOf(node), key, "a tag has no meaning in a spec", "take away what starts with !");
        }
        if (node instanceof MappingNode mapping) {
            checkKeys(key, mapping);
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node child : sequence.getValue()) {
                index++;
                check(key + "[" + index + "]", child);
            }
        }
    }

    private void checkKeys(String key, MappingNode mapping) {
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = Item.lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                complaints.add(line, key, "a list or section cannot be a key", "write a word before the colon");
                continue;
            }
            String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
            Integer first = lines.putIfAbsent(name.getValue(), line);
            if (first != null) {
                complaints.add(line, path, "this name is used twice, first in line " + first, "use it once");
            }
            if (name.getTag().equals(Tag.MERGE)) {
                complaints.add(line, path, "merge keys are not part of the language", "write the keys out");
            }
            check(path, tuple.getValueNode());
        }
    }
}
