package io.github.nbodylab.experiment.validation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.model.GroupBootstrap;
import io.github.nbodylab.experiment.model.Interval;
import io.github.nbodylab.experiment.model.metric.Scorer;
import io.github.nbodylab.experiment.spec.Metric;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Domain;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether a domain tells extrapolations: rows held out of the training rows' own ranges against rows held out beyond them.
 *
 * @param auc probability that a row beyond has a worse grade than one within, with its interval
 * @param aucs the same of each measure alone
 * @param within how many rows within are inside, at the edge and outside
 * @param beyond how many rows beyond are
 */
public record DomainStudy(
        Interval auc,
        Map<Domain.Measure, Interval> aucs,
        Map<Domain.Position, Integer> within,
        Map<Domain.Position, Integer> beyond) {

    public DomainStudy {
        requireNonNull(auc, "auc");
        aucs = Map.copyOf(aucs);
        within = Map.copyOf(within);
        beyond = Map.copyOf(beyond);
    }

    /**
     * Studies the readings of held-out rows.
     *
     * @param within readings of rows within the ranges, one at least
     * @param withinGroups their groups
     * @param beyond readings of rows beyond, one at least
     * @param beyondGroups their groups
     * @param seed of the experiment
     * @throws IllegalArgumentException if there are no rows on one side
     */
    public static DomainStudy of(
            List<Domain.Reading> within,
            String[] withinGroups,
            List<Domain.Reading> beyond,
            String[] beyondGroups,
            long seed) {
        if (within.isEmpty() || beyond.isEmpty()) {
            throw new IllegalArgumentException("a study of a domain needs rows within and beyond it");
        }
        List<Domain.Reading> all =
                Stream.concat(within.stream(), beyond.stream()).toList();
        String[] groups = Stream.concat(Arrays.stream(withinGroups), Arrays.stream(beyondGroups))
                .toArray(String[]::new);
        boolean[] events = new boolean[all.size()];
        Arrays.fill(events, within.size(), all.size(), true);
        Map<Domain.Measure, Interval> aucs = new EnumMap<>(Domain.Measure.class);
        for (Domain.Measure measure : Domain.Measure.values()) {
            if (all.stream().allMatch(reading -> reading.grades().containsKey(measure))) {
                List<Double> grades = all.stream()
                        .map(reading -> reading.grades().get(measure))
                        .toList();
                aucs.put(measure, auc(grades, events, groups, seed));
            }
        }
        List<Double> worst = all.stream().map(Domain.Reading::grade).toList();
        return new DomainStudy(auc(worst, events, groups, seed), aucs, positions(within), positions(beyond));
    }

    private static Interval auc(List<Double> grades, boolean[] events, String[] groups, long seed) {
        double[] scores = grades.stream().mapToDouble(Double::doubleValue).toArray();
        int count = (int) Arrays.stream(groups).distinct().count();
        return new Scorer(groups)
                .ranking(scores, events)
                .score(new GroupBootstrap("domain", seed, count))
                .metric(Metric.AUC);
    }

    private static Map<Domain.Position, Integer> positions(List<Domain.Reading> readings) {
        Map<Domain.Position, Integer> counts = new EnumMap<>(Domain.Position.class);
        for (Domain.Position position : Domain.Position.values()) {
            counts.put(position, (int) readings.stream()
                    .filter(reading -> reading.position() == position)
                    .count());
        }
        return counts;
    }

    /** {@code auc, measures, within, beyond}. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.set("auc", auc.toJson());
        ObjectNode measures = json.putObject("measures");
        aucs.forEach((measure, interval) -> measures.set(name(measure), interval.toJson()));
        ObjectNode inside = json.putObject("within");
        within.forEach((position, count) -> inside.put(name(position), count));
        ObjectNode outside = json.putObject("beyond");
        beyond.forEach((position, count) -> outside.put(name(position), count));
        return json;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
