package io.github.nbodylab.experiment.report.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sample record as other experiments would leave it. */
public final class SampleVariants {

    private SampleVariants() {}

    /** All of them, by what they show. */
    public static Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        all.put("classes", classes());
        all.put("process", process());
        all.put("networks", networks());
        all.put("several", several());
        all.put("elsewhere", elsewhere());
        return all;
    }

    /** Will this black hole merge? A class, many rows of each simulation, with baselines beside the ladder. */
    public static ObjectNode classes() {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode report = report(tree);
        report.set("target", Json.parse("{\"name\":\"merges\",\"count\":false,\"levels\":[\"no\",\"yes\"]}"));
        report.put("headline", "brier-skill");
        report.remove("ceiling");
        report.set(
                "rows",
                Json.parse("{\"train\":24576,\"test\":6144,\"groupsTrain\":192,\"groupsTest\":48,"
                        + "\"kind\":\"black-hole\",\"groupedBy\":\"simulation\"}"));
        for (int m = 0; m < 4; m++) {
            ObjectNode model = (ObjectNode) report.at("/models/" + m);
            model.put("baseline", m == 0);
            model.set("crossValidation", classScores(0.06 * m));
            model.set("test", classScores(0.06 * m + 0.01));
        }
        ((ObjectNode) report.at("/studies/learningCurve")).remove("noise");
        report.set("cost", Json.parse("{\"unknown\":\"a row is not the answer of one simulation\"}"));
        ObjectNode classes = report.putObject("classification");
        classes.putArray("levels").add("no").add("yes");
        classes.putArray("baseRates").add(0.86).add(0.14);
        classes.set("confusion", Json.parse("[[5219,76],[670,179]]"));
        ObjectNode curve = classes.putArray("roc").addObject().put("level", "yes");
        ArrayNode points = curve.putArray("points");
        for (int i = 0; i <= 100; i++) {
            points.addArray().add(i / 100.0).add(Math.pow(i / 100.0, 0.2));
        }
        ArrayNode bins = classes.putArray("reliability");
        for (int b = 0; b < 10; b++) {
            double p = 0.05 + 0.08 * b;
            ObjectNode bin = bins.addObject().put("low", p - 0.04).put("high", p + 0.04);
            bin.put("rows", 614 + b % 2).put("predicted", p);
            bin.putObject("observed").put("value", p * 0.95).put("low", p * 0.9).put("high", p * 0.99);
        }
        ((ObjectNode) tree.get("pictures")).putArray("predictions");
        return tree;
    }

    /** A Gaussian process of the ladder that is too sure of itself, though it is not chosen. */
    public static ObjectNode process() {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode report = report(tree);
        report.set("sensitivity", sensitivity());
        report.set("coverage", coverage("residual", 0.5, 0.8, 0.95));
        report.putObject("gaussianProcess").set("gaussian-process", diagnosed());
        return tree;
    }

    /** Two networks with early stopping, one without. */
    public static ObjectNode networks() {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode model = (ObjectNode) tree.at("/report/models/3");
        model.put("name", "neural-network");
        ObjectNode details = model.putObject("details").put("networks", 3);
        ArrayNode curves = details.putArray("lossCurves");
        for (int n = 0; n < 3; n++) {
            ObjectNode curve = curves.addObject().put("keptEpoch", n == 2 ? 500 : 240 + 10 * n);
            ArrayNode epochs = curve.putArray("epochs");
            ArrayNode training = curve.putArray("training");
            ArrayNode validation = n == 2 ? Json.object().arrayNode() : curve.putArray("validation");
            for (int epoch = 10; epoch <= 500; epoch += 10) {
                epochs.add(epoch);
                training.add(1.0 / epoch + 0.001 * n);
                validation.add(1.0 / epoch + 0.002 + 1e-8 * Math.pow(epoch - 250, 2));
            }
        }
        return tree;
    }

    /** Two targets, with a process of each. */
    public static ObjectNode several() {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode report = report(tree);
        report.remove("target");
        report.remove("ceiling");
        report.set(
                "targets", Json.parse("[{\"name\":\"redshift\",\"count\":false},{\"name\":\"spots\",\"count\":true}]"));
        tree.at("/pictures/predictions").forEach(row -> {
            double observed = row.get("observed").doubleValue();
            ((ObjectNode) row)
                    .putObject("observed")
                    .put("redshift", observed / 10)
                    .put("spots", observed);
            ObjectNode predicted = (ObjectNode) row.get("predicted");
            for (String model : SampleRecord.MODELS) {
                double said = predicted.get(model).doubleValue();
                predicted.putObject(model).put("redshift", said / 10).put("spots", said);
            }
        });
        ObjectNode parts = report.putObject("gaussianProcess").putObject("gaussian-process");
        parts.set("redshift", diagnosed());
        parts.set("spots", diagnosed());
        return tree;
    }

    /** A table that no simulation made, with units, of more rows than a record keeps. */
    public static ObjectNode elsewhere() {
        ObjectNode tree = SampleRecord.tree();
        ObjectNode report = report(tree);
        report.remove("ceiling");
        report.put("question", "How far away are the objects of a catalogue?");
        report.put("title", "Redshifts");
        report.set("target", Json.parse("{\"name\":\"redshift\",\"count\":false}"));
        report.set(
                "rows",
                Json.parse("{\"train\":9600,\"test\":2400,\"groupsTrain\":4800,\"groupsTest\":1200,"
                        + "\"kind\":\"source\",\"groupedBy\":\"group\"}"));
        report.set(
                "inputs",
                Json.parse(
                        "[{\"name\":\"u-g\",\"kind\":\"real\",\"log\":false,\"min\":0.1,\"max\":8,\"unit\":\"mag\"}]"));
        tree.at("/pictures/predictions")
                .forEach(row -> ((ObjectNode) row.get("inputs"))
                        .put("u-g", row.at("/inputs/captureNumber").doubleValue()));
        ((ObjectNode) tree.at("/report/studies/learningCurve")).remove("noise");
        report.set("cost", Json.parse("{\"unknown\":\"a row is not the answer of one simulation\"}"));
        ((ObjectNode) tree.at("/timeline/cost")).remove(List.of("simulations", "simulationSeconds", "breakEven"));
        tree.remove("runs");
        ((ObjectNode) tree.get("pictures")).remove(List.of("mergersOverTime", "cluster", "energyErrors", "tracks"));
        tree.set("design", SampleParts.rows());
        tree.set("trainingSet", SampleParts.tableFromElsewhere());
        tree.put("spec", "name: redshifts\n");
        ((ObjectNode) tree.get("provenance")).putArray("devices");
        return tree;
    }

    private static ObjectNode report(ObjectNode tree) {
        return (ObjectNode) tree.get("report");
    }

    private static ObjectNode classScores(double skill) {
        ObjectNode scores = Json.object();
        Map.of("brier-skill", skill, "brier", 0.12 - skill / 10, "auc", 0.5 + 2 * skill, "pr-auc", 0.14 + skill)
                .forEach((name, value) -> interval(scores, name, value));
        interval(scores, "accuracy", 0.88);
        interval(scores, "log-loss", 0.4 - skill / 2);
        interval(scores, "calibration-error", 0.014);
        return scores;
    }

    private static ObjectNode sensitivity() {
        ObjectNode sensitivity = Json.object().put("points", 2048).put("variance", 13.2);
        ArrayNode inputs = sensitivity.putArray("inputs");
        ObjectNode capture = inputs.addObject().put("name", "captureNumber");
        interval(capture, "first", 0.9);
        interval(capture, "total", 0.95);
        ObjectNode particles = inputs.addObject().put("name", "particles");
        interval(particles, "first", 0.02);
        interval(particles, "total", 0.07);
        return sensitivity;
    }

    private static ObjectNode coverage(String intervals, double... levels) {
        ObjectNode coverage = Json.object().put("intervals", intervals);
        ArrayNode points = coverage.putArray("points");
        for (double level : levels) {
            interval(points.addObject().put("nominal", level), "seen", level * 0.9);
        }
        return coverage;
    }

    private static ObjectNode diagnosed() {
        ObjectNode process = Json.object().put("rows", 60).put("every", 2).put("conditionNumber", 3e13);
        ArrayNode predicted = process.putArray("predicted");
        ArrayNode standardized = process.putArray("standardizedErrors");
        ArrayNode pivoted = process.putArray("pivotedErrors");
        for (int i = 0; i < 60; i++) {
            predicted.add(i / 4.0);
            standardized.add(3 * Math.sin(7.0 * i));
            pivoted.add(4 * Math.sin(5.0 * i));
        }
        process.putObject("mahalanobis")
                .put("squaredDistance", 480.0)
                .put("rows", 60)
                .put("low", 37.5)
                .put("high", 86.9)
                .put("tail", 1e-9);
        process.set("coverage", coverage("normal", 0.2, 0.4, 0.6, 0.8, 0.95));
        process.set(
                "lengthScales",
                Json.parse("[{\"kernel\":\"matern-5/2\",\"input\":\"captureNumber\",\"value\":1.31},"
                        + "{\"kernel\":\"matern-5/2\",\"input\":\"particles\",\"value\":1000.0,\"atBound\":\"max\"}]"));
        process.set(
                "atBounds",
                Json.parse("[{\"parameter\":\"length scale of matern-5/2 for particles\",\"bound\":\"max\"},"
                        + "{\"parameter\":\"noise variance\",\"bound\":\"min\"}]"));
        process.set("optima", Json.parse("[-77.2,-77.16,-79.9,-103.4]"));
        return process;
    }

    private static void interval(ObjectNode node, String name, double value) {
        node.putObject(name).put("value", value).put("low", value - 0.02).put("high", value + 0.02);
    }
}
