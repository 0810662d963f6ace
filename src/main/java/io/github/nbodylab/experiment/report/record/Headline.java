package io.github.nbodylab.experiment.report.record;

import java.util.List;

/** The metric by which a page tells how good models are, with those that stand beside it. */
public enum Headline {
    /** Of predicted numbers. */
    Q2(
            "q2",
            "q\u00b2 = 1 \u2212 (sum of squared errors) / (sum of squares around the mean): 1 is perfect, 0 no better than"
                    + " always saying the mean.",
            "rmse",
            "mae"),
    /** Of predicted classes. */
    BRIER_SKILL(
            "brier-skill",
            "Brier skill = 1 \u2212 (Brier score) / (that of the base rates): 1 is perfect, 0 no better than always saying"
                    + " how frequent each class is. The Brier score is the mean squared distance of probability and outcome.",
            "auc",
            "log-loss");

    private final String metric;
    private final String meaning;
    private final String second;
    private final String third;

    Headline(String metric, String meaning, String second, String third) {
        this.metric = metric;
        this.meaning = meaning;
        this.second = second;
        this.third = third;
    }

    /** The one of this name in a record; records that name none are of numbers. */
    static Headline of(RecordNode node) throws RecordException {
        String metric = node.textOrEmpty();
        for (Headline headline : values()) {
            if (headline.metric.equals(metric)) {
                return headline;
            }
        }
        if (metric.isEmpty()) {
            return Q2;
        }
        throw new RecordException(node.source() + " is damaged: " + node.path() + " \"" + metric
                + "\" is no metric that this version of the plugin shows");
    }

    /** Its name in records. */
    public String metric() {
        return metric;
    }

    /** What it is, in a sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** The metrics beside it, by their names in records. */
    public List<String> beside() {
        return List.of(second, third);
    }
}
