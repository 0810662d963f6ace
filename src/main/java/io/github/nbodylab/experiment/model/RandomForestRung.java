package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.RandomForestSpec;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Features;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import io.github.nbodylab.experiment.surrogate.Tree;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A random forest (Breiman 2001) on scaled inputs, a category one-hot. Each tree grows on groups drawn with replacement, and
 * its out-of-bag error is that of groups it has not seen, so that replicates do not flatter it. A leaf has the mean of a
 * number, or the shares of the classes.
 */
final class RandomForestRung implements Rung {

    private final RandomForestSpec spec;
    private final long seed;

    /**
     * A rung.
     *
     * @param seed of the experiment
     */
    RandomForestRung(RandomForestSpec spec, long seed) {
        this.spec = spec;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "random-forest";
    }

    @Override
    public String description() {
        return "the mean of " + spec.trees() + " trees";
    }

    @Override
    public boolean fits(Target target) {
        return true;
    }

    @Override
    public Fit fit(TrainingTable table) throws FitFailedException {
        List<Input> inputs = Scaling.standard(table);
        double[][] points = Arrays.stream(table.inputs())
                .map(row -> Features.oneHot(inputs, row))
                .toArray(double[][]::new);
        TreeRows rows = new TreeRows(points, outcomes(table));
        int features = features(rows.columns(), table.target().isClass());
        int[][] groups = groups(table);
        // each tree has its own random numbers, so that their order on threads does not matter
        List<Grown> trees = IntStream.range(0, spec.trees())
                .parallel()
                .mapToObj(t -> grow(rows, groups, features, t))
                .toList();
        ObjectNode json = ModelJson.head(name(), inputs, table);
        ArrayNode array = json.putArray("trees");
        trees.forEach(grown -> array.add(json(grown.tree)));
        int leaves =
                trees.stream().mapToInt(grown -> grown.tree.leaves().length).sum();
        return new Fit(
                json,
                (leaves + trees.size() - 1) / trees.size(),
                List.of(),
                OutOfBag.details(
                        rows,
                        trees.stream().map(grown -> grown.tree).toList(),
                        trees.stream().map(grown -> grown.copies).toList(),
                        table.target().isClass()));
    }

    private Grown grow(TreeRows rows, int[][] groups, int features, int t) {
        UniformRandomProvider random = Seeds.random("random-forest " + seed + " tree " + t);
        int[] copies = new int[rows.points().length];
        long draws = Math.max(1, Math.round(spec.sample() * groups.length));
        for (long d = 0; d < draws; d++) {
            for (int row : groups[random.nextInt(groups.length)]) {
                copies[row]++;
            }
        }
        Tree tree = TreeGrower.grow(rows, spec.maxDepth(), spec.minLeaf(), features, copies, random);
        return new Grown(tree, copies);
    }

    private int features(int columns, boolean isClass) {
        double wanted = spec.features().isPresent()
                ? spec.features().getAsDouble() * columns
                : (isClass ? Math.sqrt(columns) : columns * 2 / 3.0);
        return (int) Math.max(1, Math.min(columns, Math.round(wanted)));
    }

    private static double[][] outcomes(TrainingTable table) {
        double[] values = table.values();
        double[][] outcomes = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            if (table.target().isClass()) {
                outcomes[i] = new double[table.target().levels().size()];
                outcomes[i][(int) values[i]] = 1;
            } else {
                outcomes[i] = new double[] {values[i]};
            }
        }
        return outcomes;
    }

    /** The rows of each group, in the order of the groups' first rows. */
    private static int[][] groups(TrainingTable table) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        String[] groups = table.groups();
        for (int i = 0; i < groups.length; i++) {
            rows.computeIfAbsent(groups[i], group -> new ArrayList<>()).add(i);
        }
        return rows.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static ObjectNode json(Tree tree) {
        ObjectNode json = Json.object();
        ArrayNode features = json.putArray("features");
        Arrays.stream(tree.features()).forEach(features::add);
        json.set("thresholds", ModelJson.array(tree.thresholds()));
        ArrayNode rights = json.putArray("rights");
        Arrays.stream(tree.rights()).forEach(rights::add);
        json.set(
                "leaves",
                ModelJson.array(Arrays.stream(tree.leaves())
                        .flatMapToDouble(Arrays::stream)
                        .toArray()));
        return json;
    }

    private static final class Grown {

        private final Tree tree;
        private final int[] copies;

        Grown(Tree tree, int[] copies) {
            this.tree = tree;
            this.copies = copies;
        }
    }
}
