package io.github.nbodylab.experiment.spec;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping in a spec, of which every key is known. */
final class Section {

    private final Item self;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private boolean any;

    private Section(Item self) {
        this.self = self;
    }

    /** Reads the keys; complains about those that are unknown or not supported yet. */
    static Section of(Item self, MappingNode mapping, Vocabulary keys) {
        Section section = new Section(self);
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name && !name.getTag().equals(Tag.MERGE)) {
                section.take(name, tuple, keys);
            }
        }
        return section;
    }

    /** A section without any key. */
    static Section empty(Item self) {
        return new Section(self);
    }

    private void take(ScalarNode name, NodeTuple tuple, Vocabulary keys) {
        any = true;
        String word = name.getValue();
        Item item = new Item(self.complaints(), path(word), Item.lineOf(name), tuple.getValueNode());
        if (keys.supports(word)) {
            items.putIfAbsent(word, item);
        } else if (keys.awaits(word)) {
            self.complaints().add(item.line(), item.key(), "is " + Vocabulary.NOT_YET, "leave it out");
        } else {
            keys.nearest(word).ifPresent(misspelt::add);
            self.complaints().add(item.line(), item.key(), "unknown key", keys.remedyFor(word));
        }
    }

    /** The keys that are there and supported. */
    Set<String> keys() {
        return items.keySet();
    }

    /** Whether no key stands there at all, known or not. */
    boolean isBlank() {
        return items.isEmpty() && !any;
    }

    boolean has(String name) {
        return items.containsKey(name);
    }

    Optional<Item> item(String name) {
        return Optional.ofNullable(items.get(name));
    }

    /** The value of a key that must be there; nothing more is said of one that is there but misspelt. */
    Optional<Item> required(String name, String remedy) {
        if (!has(name)) {
            missing(name, remedy);
        }
        return item(name);
    }

    /** Complains that a key is missing, unless it is only misspelt. */
    void missing(String name, String remedy) {
        if (!misspelt.contains(name)) {
            self.complaints().add(self.line(), path(name), "is missing", remedy);
        }
    }

    /** Complains about a key, wherever its value comes from. */
    void refuse(String name, String problem, String remedy) {
        self.complaints().add(item(name).orElse(self).line(), path(name), problem, remedy);
    }

    /** The section under a key, or an empty one where the key is missing or its value is no section. */
    Section section(String name, Vocabulary keys) {
        return item(name)
                .flatMap(item -> item.section(keys))
                .orElseGet(() -> empty(new Item(
                        self.complaints(),
                        path(name),
                        item(name).map(Item::line).orElse(self.line()),
                        self.node())));
    }

    Item self() {
        return self;
    }

    private String path(String name) {
        return self.key().isEmpty() ? name : self.key() + "." + name;
    }
}
