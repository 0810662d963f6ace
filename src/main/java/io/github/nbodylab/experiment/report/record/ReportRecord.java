package io.github.nbodylab.experiment.report.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that the page of one version of one experiment shows, read from its record and checked on the way.
 *
 * @param name of the experiment
 * @param version of the experiment
 * @param spec the text of the spec file
 * @param findings what training and validation found
 * @param diagnostics what validation found of the chosen model alone, and of Gaussian processes
 * @param verdict how the results compare with the locked ones
 * @param provenance where the results come from; absent in a record that kept none
 * @param timeline how long it took; empty in a record that kept none
 * @param runs the simulations in figures; absent if none was kept
 * @param pictures what the plots show; its parts may be empty
 * @param studies of the chosen model; absent in a record that kept none
 * @param cost of the surrogate and its answers; absent in a record that kept none
 * @param domain where models may be trusted; empty in a record that does not tell
 * @param design the points that it looks at; absent in a record that kept none
 * @param trainingSet how it is distributed and split; absent in a record that does not tell
 */
public record ReportRecord(
        String name,
        String version,
        String spec,
        Findings findings,
        Diagnostics diagnostics,
        Verdict verdict,
        Optional<Provenance> provenance,
        Timeline timeline,
        Optional<Runs> runs,
        Pictures pictures,
        Optional<StudyRecord> studies,
        Optional<CostRecord> cost,
        DomainFindings domain,
        Optional<DesignRecord> design,
        Optional<TrainingSetRecord> trainingSet) {

    /** The newest schema of records that this version reads. */
    public static final int SCHEMA = 1;

    /**
     * Reads a record's file.
     *
     * @throws IOException if it cannot be read, is no JSON, or, as a {@link RecordException}, is damaged or of a newer
     *     schema; the message names the file
     */
    public static ReportRecord read(Path file) throws IOException {
        return of(Json.read(file), file.toString());
    }

    /**
     * The record in a tree.
     *
     * @param tree the record's JSON
     * @param source what a complaint calls it, such as its file
     * @throws RecordException if it is damaged or of a newer schema
     */
    public static ReportRecord of(JsonNode tree, String source) throws RecordException {
        return RecordReader.record(new RecordNode(source, "", tree));
    }

    /** The page of this record, from the site's root: {@code experiments/NAME/VERSION.html}. */
    public String page() {
        return "experiments/" + name + "/" + version + ".html";
    }

    /** Whether the results of another record have the same digests, that of the resolved spec among them. */
    public boolean hasResultsOf(ReportRecord other) {
        return provenance.map(Provenance::digests).equals(other.provenance.map(Provenance::digests));
    }

    /** A measured number with its 95 % interval; the ends are NaN if it has none, the number too if undefined. */
    public record Interval(double value, double low, double high) {}

    /**
     * What training and validation found.
     *
     * @param title of the experiment, plain text
     * @param question of the experiment, plain text
     * @param chosen the name of the chosen model
     * @param chosenWhy why it was chosen
     * @param targets what is predicted, one or several
     * @param headline the metric that tells most
     * @param inputs what it is predicted from
     * @param rows of the table
     * @param ceiling the best q2 that the replicate noise allows; absent without replicates
     * @param models the ladder, simplest first
     * @param acceptance the rules and what became of them
     * @param accepted whether all rules hold
     */
    public record Findings(
            String title,
            String question,
            String chosen,
            String chosenWhy,
            List<Target> targets,
            Headline headline,
            List<Input> inputs,
            Rows rows,
            Optional<Ceiling> ceiling,
            List<Model> models,
            List<Rule> acceptance,
            boolean accepted) {

        /** The name of the target, or those of several. */
        public String target() {
            return String.join(", ", targets.stream().map(Target::name).toList());
        }

        /** Whether the target is one of several classes. */
        public boolean isOfClasses() {
            return !targets.get(0).levels().isEmpty();
        }

        /** What the headline says of some scores. */
        public Interval headline(Scores scores) {
            return scores.metric(headline.metric());
        }

        /** The chosen model. */
        public Model chosenModel() {
            return models.stream()
                    .filter(model -> model.name().equals(chosen))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is predicted: its name, whether it counts something, and the classes if it is one of several. */
    public record Target(String name, boolean count, List<String> levels) {}

    /**
     * An input: its kind is {@code real}, {@code whole} or {@code category}; the limits are NaN for a category; the unit is
     * {@code 1} for a pure number.
     */
    public record Input(
            String name, String kind, boolean log, double min, double max, List<String> levels, String unit) {}

    /**
     * Sizes of the table.
     *
     * @param train rows for training
     * @param test held-out rows
     * @param groupsTrain groups of the former
     * @param groupsTest groups of the latter
     * @param kind of the rows, as specs name it; empty if unknown
     * @param groupedBy by what they are split, as specs name it; empty if unknown
     */
    public record Rows(long train, long test, long groupsTrain, long groupsTest, String kind, String groupedBy) {}

    /** The best q2 that the noise between replicates allows, and that noise's variance over its mean (NaN if unknown). */
    public record Ceiling(Interval q2, double dispersion) {}

    /** A model's scores on one set of rows, by the names of metrics in specs. */
    public record Scores(Map<String, Interval> metrics) {

        /** One of them; undefined if it is not there. */
        public Interval metric(String name) {
            return metrics.getOrDefault(name, new Interval(Double.NaN, Double.NaN, Double.NaN));
        }
    }

    /**
     * A rung of the ladder.
     *
     * @param name as the spec has it
     * @param baseline whether it stands there only to be beaten
     * @param description its formula or kernel
     * @param parameters how many it fits
     * @param rows how many it was fitted to
     * @param crossValidation scores on the folds
     * @param test scores on the test rows; absent if it was not tested
     * @param withinOneStandardError whether it is as good as the best within one standard error
     * @param lossCurves how it learnt, if it is made of networks
     * @param overfitting how it does on the rows that it was fitted to; absent in a record that kept none
     * @param failure why it has no scores of the folds; empty if it has
     */
    public record Model(
            String name,
            boolean baseline,
            String description,
            long parameters,
            long rows,
            Scores crossValidation,
            Optional<Scores> test,
            boolean withinOneStandardError,
            List<LossCurves> lossCurves,
            Optional<Overfitting> overfitting,
            String failure) {}

    /** An error, by its name in specs, on the rows fitted to and in cross-validation; and what is to be said of it. */
    public record Overfitting(String error, double training, double crossValidation, List<String> remarks) {}

    /**
     * How the networks of a model learnt.
     *
     * @param target which they predict alone; empty if they predict all
     * @param networks how many there are; curves may be fewer
     * @param curves of some or all of them
     */
    public record LossCurves(String target, long networks, List<LossCurve> curves) {}

    /** Mean losses after some epochs, the last one among them; none of validation without rows that were watched. */
    public record LossCurve(List<Long> epochs, List<Double> training, List<Double> validation, long keptEpoch) {}

    /** An acceptance rule as a sentence, the value found (NaN if none), and whether it holds. */
    public record Rule(String rule, String model, double value, boolean passed) {}

    /** The verdict, whether it is accepted, one sentence about it, and what differs from the lock. */
    public record Verdict(Kind kind, boolean accepted, String summary, List<Difference> differences) {

        /** The five verdicts. */
        public enum Kind {
            IDENTICAL("The same bits as the locked results."),
            EQUIVALENT("Runs and tables have the same bits as the locked ones; the fits agree within the tolerance."),
            CHANGED("The spec differs from the locked one, so the results may differ too."),
            NEW("There are no locked results to compare with yet."),
            DRIFTED("The spec is the locked one, but the results have other bits.");

            private final String meaning;

            Kind(String meaning) {
                this.meaning = meaning;
            }

            /** What the verdict says, as a sentence. */
            public String meaning() {
                return meaning;
            }
        }
    }

    /** Something that differs from the lock; either side may be empty. */
    public record Difference(String what, String locked, String now) {}

    /** Where the results come from; {@code digests} maps the name of a file to its SHA-256. */
    public record Provenance(
            String plugin,
            Map<String, String> jdks,
            String os,
            List<Device> devices,
            Map<String, String> digests,
            List<StageRevision> stages) {}

    /** What computed a number of runs. */
    public record Device(String engine, String device, String driver, long runs) {}

    /** A stage of the computation, its revision and the reason for it. */
    public record StageRevision(String name, long revision, String reason) {}

    /** Seconds and counts by stage; seconds of fitting by model. */
    public record Timeline(List<StageTime> stages, Map<String, Double> fitSeconds) {}

    /** How long a stage took, how much of it was computed, how much came from the store. */
    public record StageTime(String name, double seconds, long computed, long fromStore) {}

    /** The simulations in figures; energy errors are relative. */
    public record Runs(
            long total,
            long completed,
            long failed,
            double energyErrorMedian,
            double energyErrorMax,
            double mergersTotal,
            double mergersMedian,
            double mergersMax,
            double steps) {}

    /** What the plots show. */
    public record Pictures(
            List<Prediction> predictions,
            Optional<MergersOverTime> mergersOverTime,
            Optional<Cluster> cluster,
            Optional<RunsPictures.EnergyErrors> energyErrors,
            Optional<RunsPictures.Tracks> tracks) {}

    /**
     * A test row: its group, the text of each input, what was observed of each target, what each model predicted of each
     * target.
     */
    public record Prediction(
            String group,
            Map<String, String> inputs,
            Map<String, Double> observed,
            Map<String, Map<String, Double>> predicted) {}

    /** The times of the mergers (Henon units) of some runs, up to {@code until}. */
    public record MergersOverTime(double until, List<Curve> runs) {}

    /** The rising times of the mergers of a run. */
    public record Curve(String run, String label, List<Double> times) {}

    /**
     * A cluster at a time (Henon units), in the plane of x and y.
     *
     * @param count of its bodies, of which some may be kept; empty if the record does not tell
     * @param lightest mass of all; NaN if the record does not tell
     * @param heaviest mass of all; NaN if the record does not tell
     */
    public record Cluster(
            String run,
            String label,
            double time,
            OptionalLong count,
            double lightest,
            double heaviest,
            List<Body> bodies,
            List<Merger> mergers) {}

    /** A body: place (Henon units) and mass (of a whole of 1). */
    public record Body(double x, double y, double mass) {}

    /** A merger: where, when, and the mass of what it left. */
    public record Merger(double x, double y, double time, double mass) {}
}
