package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.DesignRecord;
import io.github.nbodylab.experiment.report.record.DesignRecord.PointInput;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.validation.RankCorrelation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The points of a design and what there is to see of them.
 *
 * @param design with its points
 * @param words what its rows and groups are called
 */
public record DesignPoints(DesignRecord design, RowWords words) {

    private static final double CORRELATED = 0.5;
    private static final double NONE = 0.01;

    /** Indices of the points that are trained on. */
    List<Integer> training() {
        TreeSet<Integer> training =
                new TreeSet<>(IntStream.range(0, design.kept()).boxed().toList());
        training.removeAll(design.test());
        training.removeAll(design.beyond());
        training.removeAll(design.other());
        return List.copyOf(training);
    }

    /** What one point is called, and several. */
    private String one() {
        return design.isSimulated() ? "design point" : "row";
    }

    /** A legend's entry for each kind of point that there is. */
    List<Figure.Entry> legend() {
        List<Figure.Entry> legend = new ArrayList<>();
        legend.add(new Figure.Entry("dot", Ink.MAIN, one() + " to train on"));
        add(legend, design.test(), new Figure.Entry("ring", Ink.SECOND, "held out for the test"));
        add(legend, design.beyond(), new Figure.Entry("triangle", Ink.CEILING, "held out beyond the bounds"));
        add(legend, design.other(), new Figure.Entry("dot", Ink.MUTED, "of no one side of the split"));
        add(legend, design.failed(), new Figure.Entry("cross", Ink.TEXT, "with failed runs"));
        return legend;
    }

    private static void add(List<Figure.Entry> legend, List<Integer> points, Figure.Entry entry) {
        if (!points.isEmpty()) {
            legend.add(entry);
        }
    }

    /** The kind of each point as if it were an input. */
    PointInput kinds() {
        List<String> names = new ArrayList<>();
        List<Double> kinds = new ArrayList<>(Collections.nCopies(design.kept(), 0.0));
        names.add("train");
        mark(names, kinds, "other", design.other());
        mark(names, kinds, "beyond", design.beyond());
        mark(names, kinds, "test", design.test());
        return new PointInput("side", "1", false, List.copyOf(names), List.copyOf(kinds));
    }

    private static void mark(List<String> names, List<Double> kinds, String name, List<Integer> points) {
        if (!points.isEmpty()) {
            points.forEach(point -> kinds.set(point, (double) names.size()));
            names.add(name);
        }
    }

    /** The points with their inputs, their side of the split, and whether runs failed. */
    Csv data() {
        List<String> columns = new ArrayList<>();
        design.inputs().forEach(input -> columns.add(FigureData.column(input.name(), input.unit())));
        PointInput sides = kinds();
        List<List<?>> rows = new ArrayList<>();
        for (int point = 0; point < design.kept(); point++) {
            List<Object> row = new ArrayList<>();
            for (PointInput input : design.inputs()) {
                double value = input.values().get(point);
                row.add(
                        input.levels().isEmpty() || Double.isNaN(value)
                                ? (Object) value
                                : input.levels().get((int) value));
            }
            row.add(sides.levels().get(sides.values().get(point).intValue()));
            row.add(design.failed().contains(point) ? "some failed" : "");
            rows.add(row);
        }
        return FigureData.table(FigureData.join(columns, List.of("split", "runs")), rows);
    }

    /** What to see in their picture. */
    public String caption() {
        StringBuilder out = new StringBuilder();
        out.append(
                design.every() > 1
                        ? "Of " + Numbers.counted(design.points(), one(), one() + "s") + " " + sample()
                        : Numbers.counted(design.points(), one(), one() + "s")
                                + "; the bars tell how many there are at each value. ");
        out.append(outside());
        out.append(correlation());
        if (!design.leftOut().isEmpty()) {
            out.append(" Not shown: ")
                    .append(String.join(
                            ", ", design.leftOut().stream().map(Terms::axis).toList()))
                    .append('.');
        }
        return out.toString();
    }

    /** Which of many points are kept. Some older records keep more than the evenly taken ones, but do not tell which. */
    private String sample() {
        long even = 1 + (design.points() - 1) / design.every();
        long more = design.kept() - even;
        return Numbers.count(even) + " are shown, evenly taken"
                + (more > 0 ? ", and " + Numbers.count(more) + " more with failed runs" : "")
                + "; the bars tell how many of "
                + (more > 0 && !design.added().isEmpty() ? "the evenly taken ones" : "those shown")
                + " there are at each value. ";
    }

    /** Whether points for the test lie within the ranges of those to train on. */
    private String outside() {
        List<String> where = new ArrayList<>();
        for (PointInput input : design.inputs()) {
            double[] trained = at(input, training()).sorted().toArray();
            long outside = trained.length == 0 || !input.levels().isEmpty()
                    ? 0
                    : at(input, design.test())
                            .filter(value -> value < trained[0] || value > trained[trained.length - 1])
                            .count();
            if (outside > 0) {
                where.add(Numbers.count(outside) + " in " + Terms.axis(input.name()));
            }
        }
        if (design.test().isEmpty()) {
            return "";
        }
        return where.isEmpty()
                ? "All " + (design.every() > 1 ? "shown " : "")
                        + "that are held out for the test lie within the ranges of those to train on."
                : "Some that are held out for the test lie outside of the range of those to train on: "
                        + String.join(", ", where) + ".";
    }

    private static DoubleStream at(PointInput input, List<Integer> points) {
        return points.stream().mapToDouble(point -> input.values().get(point)).filter(value -> !Double.isNaN(value));
    }

    /** The two numbers that go together most. */
    private String correlation() {
        List<PointInput> numbers = design.inputs().stream()
                .filter(input -> input.levels().isEmpty())
                .toList();
        double most = 0;
        String pair = "";
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = 0; j < i; j++) {
                double own = correlation(numbers.get(j), numbers.get(i));
                if (Math.abs(own) > Math.abs(most)) {
                    most = own;
                    pair = Terms.axis(numbers.get(j).name()) + " and "
                            + Terms.axis(numbers.get(i).name());
                }
            }
        }
        if (numbers.size() < 2) {
            return "";
        }
        return Math.abs(most) >= CORRELATED
                ? " Of the inputs, " + pair + " go together (rank correlation " + Numbers.fixed(most, 2)
                        + "), so that their effects are hard to tell apart."
                : " No two of these numbers rise or fall together (rank correlations "
                        + (Math.abs(most) < NONE
                                ? "below 0.01"
                                : "within " + Numbers.fixed(Math.abs(most), 2) + " of 0")
                        + ").";
    }

    private double correlation(PointInput a, PointInput b) {
        int[] both = design.even().stream()
                .mapToInt(Integer::intValue)
                .filter(i -> !a.values().get(i).isNaN() && !b.values().get(i).isNaN())
                .toArray();
        return RankCorrelation.of(
                IntStream.of(both).mapToDouble(i -> a.values().get(i)).toArray(),
                IntStream.of(both).mapToDouble(i -> b.values().get(i)).toArray());
    }
}
