package io.github.nbodylab.experiment.model.metric;

import io.github.nbodylab.experiment.model.GroupSums;
import io.github.nbodylab.experiment.spec.Metric;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Metrics of predicted probabilities of classes. */
final class ClassMetrics {

    /** The spacing of doubles at 1: a probability of 0 would make a single row cost an infinity. */
    private static final double SMALLEST = 0x1p-52;

    private ClassMetrics() {}

    /**
     * All of them.
     *
     * @param rows of two or more classes
     * @param sums over their groups
     * @return those of ranks and skill are NaN where the drawn rows lack a class that they need
     */
    static Map<Metric, ToDoubleFunction<int[]>> of(Classified rows, GroupSums sums) {
        Map<Metric, ToDoubleFunction<int[]>> statistics = new EnumMap<>(Metric.class);
        statistics.put(Metric.ACCURACY, sums.mean(right(rows)));
        ToDoubleFunction<int[]> brier = sums.mean(brier(rows));
        ToDoubleFunction<int[]> ofBaseRates = brierOfBaseRates(rows, sums);
        statistics.put(Metric.BRIER, brier);
        statistics.put(Metric.BRIER_SKILL, drawn -> {
            double reference = ofBaseRates.applyAsDouble(drawn);
            return reference > 1e-12 ? 1 - brier.applyAsDouble(drawn) / reference : Double.NaN;
        });
        statistics.put(Metric.LOG_LOSS, sums.mean(logLoss(rows)));
        List<RankedRows> ranked = ranked(rows, sums);
        statistics.put(Metric.AUC, drawn -> mean(ranked, drawn, RankedRows::auc));
        statistics.put(Metric.PR_AUC, drawn -> mean(ranked, drawn, RankedRows::averagePrecision));
        statistics.put(Metric.CALIBRATION_ERROR, CalibrationBins.of(rows, sums)::error);
        return statistics;
    }

    private static double[] right(Classified rows) {
        int[] likeliest = rows.likeliest();
        double[] right = new double[likeliest.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = likeliest[i] == rows.observed(i) ? 1 : 0;
        }
        return right;
    }

    /** Brier (1950), who sums over the classes; of two classes both terms are equal, and one is taken. */
    private static double[] brier(Classified rows) {
        double[] scores = new double[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int c = rows.classes() == 2 ? 1 : 0; c < rows.classes(); c++) {
                double error = rows.probability(i, c) - (rows.observed(i) == c ? 1 : 0);
                scores[i] += error * error;
            }
        }
        return scores;
    }

    /** What the base rates of the drawn rows themselves would score: q2 is held against their mean as well. */
    private static ToDoubleFunction<int[]> brierOfBaseRates(Classified rows, GroupSums sums) {
        List<ToDoubleFunction<int[]>> rates = new ArrayList<>();
        for (int c = 0; c < rows.classes(); c++) {
            double[] is = new double[rows.size()];
            for (int i = 0; i < is.length; i++) {
                is[i] = rows.observed(i) == c ? 1 : 0;
            }
            rates.add(sums.mean(is));
        }
        double share = rows.classes() == 2 ? 0.5 : 1;
        return drawn -> {
            double squares = 0;
            for (ToDoubleFunction<int[]> rate : rates) {
                double r = rate.applyAsDouble(drawn);
                squares += r * r;
            }
            return share * (1 - squares);
        };
    }

    private static double[] logLoss(Classified rows) {
        double[] losses = new double[rows.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = -StrictMath.log(Math.max(SMALLEST, rows.probability(i, rows.observed(i))));
        }
        return losses;
    }

    private static List<RankedRows> ranked(Classified rows, GroupSums sums) {
        List<RankedRows> ranked = new ArrayList<>();
        for (int c = rows.classes() == 2 ? 1 : 0; c < rows.classes(); c++) {
            ranked.add(new RankedRows(rows.of(c), rows.is(c), sums.positions()));
        }
        return ranked;
    }

    /** The mean over the classes, each against the rest. */
    private static double mean(List<RankedRows> ranked, int[] drawn, RankStatistic statistic) {
        double sum = 0;
        for (RankedRows rows : ranked) {
            sum += statistic.of(rows, drawn);
        }
        return sum / ranked.size();
    }

    private interface RankStatistic {
        double of(RankedRows rows, int[] drawn);
    }
}
