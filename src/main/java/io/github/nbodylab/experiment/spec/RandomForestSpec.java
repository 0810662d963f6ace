package io.github.nbodylab.experiment.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A random forest.
 *
 * @param trees 1 or more
 * @param maxDepth splits from the root to a leaf at most, 1 or more
 * @param minLeaf rows in a leaf at least, 1 or more
 * @param features the part of the inputs that each split may choose from, above 0 and up to 1; empty for two thirds where
 *     the target is a number, and for the square root of their number where it is a class
 * @param sample how many design points are drawn for each tree, with replacement, as a part of all; above 0 and up to 1
 */
public record RandomForestSpec(int trees, int maxDepth, int minLeaf, OptionalDouble features, double sample)
        implements ModelSpec {

    static final int DEFAULT_TREES = 100;
    static final int MOST_TREES = 10_000;
    static final int DEFAULT_DEPTH = 30;
    static final int DEEPEST = 100;
    static final int DEFAULT_LEAF = 1;
    static final int LARGEST_LEAF = 1_000_000;
    static final double DEFAULT_SAMPLE = 1;
    static final String AUTOMATIC = "automatic";

    @Override
    public String specName() {
        return "random-forest";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("trees", Integer.toString(trees));
        options.put("maxDepth", Integer.toString(maxDepth));
        options.put("minLeaf", Integer.toString(minLeaf));
        options.put("features", features.isPresent() ? Decimal.shortest(features.getAsDouble()) : AUTOMATIC);
        options.put("sample", Decimal.shortest(sample));
        return options;
    }

    static RandomForestSpec read(Section section) {
        return new RandomForestSpec(
                whole(section, "trees", MOST_TREES, DEFAULT_TREES),
                whole(section, "maxDepth", DEEPEST, DEFAULT_DEPTH),
                whole(section, "minLeaf", LARGEST_LEAF, DEFAULT_LEAF),
                section.item("features")
                        .map(item -> item.realOr(Interval.ABOVE_ZERO_TO_ONE, Language.FEATURES))
                        .orElse(OptionalDouble.empty()),
                section.item("sample")
                        .flatMap(item -> item.real(Interval.ABOVE_ZERO_TO_ONE))
                        .orElse(DEFAULT_SAMPLE));
    }

    private static int whole(Section section, String key, int most, int otherwise) {
        return section.item(key)
                .flatMap(item -> item.whole(1, most))
                .map(Long::intValue)
                .orElse(otherwise);
    }
}
