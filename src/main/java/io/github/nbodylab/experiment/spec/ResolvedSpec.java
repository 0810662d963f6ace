package io.github.nbodylab.experiment.spec;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A spec with every default written out, as YAML and as flat pairs of keys and texts.
 *
 * <p>Both are canonical: equal specs have equal texts on every JDK, in every locale. The YAML reads back to the same spec.
 */
public final class ResolvedSpec {

    private ResolvedSpec() {}

    /**
     * The spec as YAML.
     *
     * @param spec any
     * @return text with {@code \n} at the end of each line: what a file {@code resolved.yaml} holds
     */
    public static String yaml(ExperimentSpec spec) {
        StringBuilder yaml = new StringBuilder();
        write(yaml, "", SpecTree.of(spec));
        return yaml.toString();
    }

    /**
     * The spec as dotted keys and texts: what a lock keeps, and by which two specs are compared.
     *
     * @param spec any
     * @return such as {@code simulate.until} to {@code 1.0}; models, rules and listed points are numbered from 1, as in
     *     {@code validate.accept[1]}
     */
    public static SortedMap<String, String> flat(ExperimentSpec spec) {
        SortedMap<String, String> flat = new TreeMap<>();
        flatten(flat, "", SpecTree.of(spec));
        flat.put("title", spec.title());
        flat.put("question", spec.question());
        return flat;
    }

    private static void write(StringBuilder yaml, String indent, SpecTree tree) {
        tree.children().forEach((key, child) -> {
            yaml.append(indent).append(key).append(':');
            if (child instanceof SpecTree branch) {
                write(yaml.append('\n'), indent + "  ", branch);
            } else if (child instanceof List<?> items) {
                yaml.append('\n');
                items.forEach(
                        item -> yaml.append(indent).append("  - ").append(item).append('\n'));
            } else {
                yaml.append(' ').append(child).append('\n');
            }
        });
    }

    private static void flatten(SortedMap<String, String> flat, String prefix, SpecTree tree) {
        tree.children().forEach((name, child) -> {
            String key = prefix + name;
            if (child instanceof SpecTree branch) {
                flatten(flat, key + ".", branch);
            } else if (child instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    flat.put(key + "[" + (i + 1) + "]", items.get(i).toString());
                }
            } else {
                flat.put(key, child.toString());
            }
        });
    }
}
