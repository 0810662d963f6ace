package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A spec as its author wrote it, as dotted keys and their values. It is not checked: records keep specs of older versions of
 * the language, which this one may not understand.
 */
public final class WrittenSpec {

    private WrittenSpec() {}

    /**
     * The keys of a spec.
     *
     * @param text of the spec
     * @return in the order of the text, such as {@code train.models} to its items; a single value is a list of one. Empty if
     *     the text is no YAML with keys
     */
    public static Map<String, List<String>> values(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            if (new Yaml(new SafeConstructor(new LoaderOptions())).load(text) instanceof Map<?, ?> top) {
                collect(values, "", top);
            }
        } catch (YAMLException e) {
            return Map.of();
        }
        return Collections.unmodifiableMap(values);
    }

    private static void collect(Map<String, List<String>> values, String prefix, Map<?, ?> tree) {
        tree.forEach((name, child) -> {
            String key = prefix + name;
            if (child instanceof Map<?, ?> branch) {
                collect(values, key + ".", branch);
            } else if (child instanceof List<?> items) {
                List<String> texts = new ArrayList<>();
                items.forEach(item -> texts.add(flow(item)));
                values.put(key, List.copyOf(texts));
            } else {
                values.put(key, List.of(Objects.toString(child, "").strip()));
            }
        });
    }

    /** On one line, as it may stand in a list. */
    private static String flow(Object item) {
        if (!(item instanceof Map) && !(item instanceof List)) {
            return Objects.toString(item, "");
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        String text = new Yaml(new Representer(options), options).dump(item).strip();
        return item instanceof Map ? text.substring(1, text.length() - 1) : text;
    }
}
