package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.TrainingSetRecord;
import io.github.nbodylab.experiment.report.record.TrainingSetRecord.Distribution;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.RowWords;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What there is to see in the distributions of columns. */
final class DistributionWords {

    private static final double ALPHA = 0.05;
    private static final String NO_BREAK = "\u00a0";

    private final TrainingSetRecord set;
    private final RowWords words;
    private final List<Distribution> columns;

    DistributionWords(TrainingSetRecord set, RowWords words, List<Distribution> columns) {
        this.set = set;
        this.words = words;
        this.columns = columns;
    }

    /** Of what is predicted. */
    String ofTargets() {
        return String.join(" ", columns.stream().map(this::target).toList()) + " " + difference();
    }

    /** Of what it is predicted from. */
    String ofInputs() {
        long outside = columns.stream().mapToLong(Distribution::outside).sum();
        return "Each panel has the part of the rows on either side that lies in a bin."
                + (outside > 0
                        ? " " + Numbers.counted(outside, "value lies", "values lie") + " so far off that no bin shows "
                                + (outside == 1 ? "it." : "them.")
                        : "")
                + " " + difference();
    }

    private String target(Distribution target) {
        List<String> sides = new ArrayList<>();
        for (String side : List.of("train", "test", "beyond")) {
            if (target.counts().containsKey(side)) {
                String where =
                        side.equals("train") ? "training rows" : side.equals("test") ? "test rows" : "rows beyond";
                sides.add((target.medians().isEmpty() ? classes(target, side) : median(target, side)) + " in " + where);
            }
        }
        return "Of " + Terms.axis(target.name()) + ": " + String.join(", ", sides) + ".";
    }

    private static String median(Distribution target, String side) {
        return "median" + NO_BREAK + Numbers.brief(target.medians().getOrDefault(side, Double.NaN), 3);
    }

    /** The part of the most frequent class, or of the second one where there are two: that is what is asked for. */
    private static String classes(Distribution target, String side) {
        double[] shares = target.shares(side);
        int told = 0;
        for (int i = 1; i < shares.length; i++) {
            told = shares.length == 2 || shares[i] > shares[told] ? i : told;
        }
        return Numbers.percent(shares[told]) + " " + target.levels().get(told);
    }

    /**
     * How far the cumulative distributions of training and test rows lie apart at most, and whether a random split of as many
     * groups would often make as much: the limit of Kolmogorov and Smirnov at 5 % over all columns together.
     */
    private String difference() {
        double train = set.effectiveGroups("train");
        double test = set.effectiveGroups("test");
        List<Distribution> told = columns.stream()
                .filter(column -> total(column, "train") > 0 && total(column, "test") > 0)
                .toList();
        if (!(train >= 1 && test >= 1) || told.isEmpty()) {
            return "";
        }
        double most = -1;
        String where = "";
        for (Distribution column : told) {
            double own = distance(column.shares("train"), column.shares("test"));
            if (own > most) {
                most = own;
                where = Terms.axis(column.name());
            }
        }
        double limit = Math.sqrt(-StrictMath.log(ALPHA / (2 * told.size())) / 2) * Math.sqrt(1 / train + 1 / test);
        return "The cumulative distributions of training and test rows differ by at most "
                + Numbers.percent(most) + (told.size() > 1 ? " (" + where + ")" : "")
                + (most <= limit ? "; a random split of " : "; fewer than one in twenty random splits of ")
                + Numbers.counted(set.groups().get("train"), words.group(), words.groups()) + " and "
                + Numbers.count(set.groups().get("test"))
                + (most <= limit ? " often makes as much." : " make as much, so look at where the test rows lie.");
    }

    private static double total(Distribution column, String side) {
        return Arrays.stream(column.shares(side)).sum();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] - b[i];
            most = Math.max(most, Math.abs(sum));
        }
        return most;
    }
}
