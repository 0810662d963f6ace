package io.github.nbodylab.experiment.report.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A record as an experiment on mergers would leave it: 48 design points tested, 4 models, 12 runs, one cluster. */
public final class SampleRecord {

    static final List<String> MODELS = List.of("constant", "power-law", "polynomial", "gaussian-process");

    private static final double[] PARTICLES = {32, 64, 128, 256};
    private static final List<String> FORMULAS = List.of(
            "the mean of the training rows",
            "exp(b0 + b1 ln N + b2 ln k), quasi-Poisson",
            "degree 2 in ln N and ln k, quasi-Poisson",
            "Mat\u00e9rn 5/2, a length scale for each input");
    private static final double[] SCORES = {-0.02, 0.872, 0.881, 0.886};

    private final Random random = new Random(20231201);

    private SampleRecord() {}

    /** A fresh tree, to be read as it is or damaged first. */
    public static ObjectNode tree() {
        return new SampleRecord().record();
    }

    /** The history of an experiment with one version, made by this build. */
    public static History alone(ReportRecord record) {
        return new History(List.of(record), Optional.of(record.version()));
    }

    private ObjectNode record() {
        ObjectNode record = Json.object();
        record.put("schema", 1).put("name", "merger-count").put("version", "1.0.0");
        record.put("spec", """
                apiVersion: experiment/v1
                name: merger-count
                version: 1.0.0
                seed: 20231201
                # black holes as sticky spheres
                simulate:
                  cluster:
                    particles: {values: [32, 64, 128, 256]}
                  mergers:
                    captureNumber: {min: 0.1, max: 8, distribution: log-uniform}
                  until: 1.0
                  design: {method: sobol, points: 240, replicates: 4}
                """);
        record.set("report", report());
        record.set(
                "verdict",
                Json.parse("{\"verdict\":\"IDENTICAL\",\"accepted\":true,\"summary\":\"All 9 digests are those of the"
                        + " lock.\",\"differences\":[]}"));
        record.set("provenance", provenance());
        record.set(
                "timeline",
                Json.parse("{\"stages\":[{\"name\":\"simulate\",\"seconds\":104.2,\"computed\":960,\"fromStore\":0},"
                        + "{\"name\":\"train\",\"seconds\":7.31,\"computed\":4,\"fromStore\":0}],\"models\":["
                        + "{\"name\":\"constant\",\"fitSeconds\":0.0001},{\"name\":\"power-law\",\"fitSeconds\":0.0213},"
                        + "{\"name\":\"polynomial\",\"fitSeconds\":0.041},"
                        + "{\"name\":\"gaussian-process\",\"fitSeconds\":6.82}],\"cost\":{\"simulations\":960,"
                        + "\"simulationSeconds\":104.2,\"fitSeconds\":6.9,\"predictionSeconds\":2.1e-6,"
                        + "\"answerSeconds\":0.76,\"breakEven\":147}}"));
        record.set(
                "runs",
                Json.parse("{\"total\":960,\"completed\":959,\"failed\":1,\"energyError\":{\"median\":3.2e-8,"
                        + "\"max\":4.71e-6},\"mergers\":{\"total\":6412,\"median\":3,\"max\":61},\"steps\":2541700}"));
        ObjectNode pictures = record.putObject("pictures");
        pictures.set("predictions", predictions());
        pictures.set("mergersOverTime", mergersOverTime());
        pictures.set("cluster", cluster());
        pictures.set("energyErrors", SampleParts.energyErrors());
        pictures.set("tracks", SampleParts.tracks());
        record.set("design", SampleParts.design());
        record.set("trainingSet", SampleParts.trainingSet());
        return record;
    }

    private ObjectNode report() {
        ObjectNode report = Json.object();
        report.put("schema", 1).put("name", "merger-count").put("version", "1.0.0");
        report.put("title", "How many mergers does a cluster of black holes make?");
        report.put(
                "question",
                "Mergers until time 1, from the number of black holes and their capture radius:"
                        + " does a power law do, or is more needed?");
        report.put("chosen", "power-law");
        report.put("chosenWhy", "the simplest within one standard error of the best, which is gaussian-process");
        report.putObject("target").put("name", "mergers").put("count", true);
        report.set(
                "inputs",
                Json.parse("[{\"name\":\"captureNumber\",\"kind\":\"real\",\"log\":true,\"min\":0.1,\"max\":8},"
                        + "{\"name\":\"particles\",\"kind\":\"whole\",\"log\":false,\"min\":32,\"max\":256}]"));
        report.set("rows", Json.parse("{\"train\":768,\"test\":192,\"groupsTrain\":192,\"groupsTest\":48}"));
        report.set(
                "ceiling", Json.parse("{\"q2\":{\"value\":0.903,\"low\":0.871,\"high\":0.931},\"dispersion\":1.18}"));
        ArrayNode models = report.putArray("models");
        for (int i = 0; i < MODELS.size(); i++) {
            ObjectNode model = models.addObject();
            model.put("name", MODELS.get(i)).put("description", FORMULAS.get(i));
            model.put("parameters", new int[] {1, 3, 6, 5}[i]).put("rows", 768);
            model.put("parametersPerRow", new int[] {1, 3, 6, 5}[i] / 768.0);
            model.set("crossValidation", scores(SCORES[i] - 0.009));
            model.set("test", scores(SCORES[i]));
            model.put("withinOneStandardError", i > 0);
            model.set("overfitting", overfitting(i));
        }
        report.set(
                "acceptance",
                Json.parse("[{\"rule\":\"power-law: q2 is at least 0.85\",\"model\":\"power-law\",\"metric\":\"q2\","
                        + "\"min\":0.85,\"value\":0.872,\"passed\":true},{\"rule\":\"power-law beats constant\","
                        + "\"model\":\"power-law\",\"beats\":\"constant\",\"value\":0.872,\"passed\":true}]"));
        report.set(
                "cost",
                Json.parse("{\"noise\":{\"value\":2.8,\"low\":2.2,\"high\":3.4},\"error\":{\"value\":1.1,"
                        + "\"low\":0.8,\"high\":1.4},\"simulations\":{\"value\":7,\"low\":5,\"high\":12}}"));
        report.set("studies", studies());
        return report.put("accepted", true);
    }

    private static ObjectNode overfitting(int model) {
        ObjectNode overfitting =
                Json.object().put("error", "rmse").put("training", 2.9).put("crossValidation", 3.3);
        ArrayNode remarks = overfitting.putArray("remarks");
        if (model == 3) {
            remarks.add(
                    "its error on the rows it was fitted to is 41 % of that on others: it has learnt them by heart");
        }
        return overfitting;
    }

    private static ObjectNode studies() {
        ObjectNode studies = Json.object().put("model", "power-law").put("error", "rmse");
        ObjectNode curve = studies.putObject("learningCurve").put("noise", 2.8);
        ArrayNode points = curve.putArray("points");
        points.addObject().put("groups", 19).put("rows", 76).put("failure", "without fold 2 of 5, it has 3 parameters");
        for (int groups : new int[] {27, 38, 54, 76, 108, 153}) {
            ObjectNode point = points.addObject().put("groups", groups).put("rows", 4 * groups);
            point.set("training", interval(2.9 - 12.0 / groups, 0.4));
            point.set("validation", interval(3 + 18.0 / groups, 0.5));
        }
        curve.set(
                "slope",
                Json.parse("{\"exponent\":{\"value\":0.5,\"low\":0.25,\"high\":1},\"trend\":\"falls\",\"halvingTakes\":"
                        + "{\"value\":4,\"low\":2,\"high\":16}}"));
        ObjectNode contamination = studies.putObject("contamination").put("how", "noise");
        compare(contamination, "fraction", Json.parse("[0.05,0.1,0.2]"), 0.3);
        compare(studies.putObject("droppedInputs"), "input", Json.parse("[\"particles\",\"captureNumber\"]"), 1.6);
        return studies;
    }

    private static void compare(ObjectNode study, String label, JsonNode labels, double step) {
        ObjectNode unchanged = study.putObject("unchanged");
        unchanged.set("training", interval(2.9, 0.4));
        unchanged.set("validation", interval(3.1, 0.5));
        ArrayNode points = study.putArray("points");
        for (int i = 0; i < labels.size(); i++) {
            ObjectNode point = points.addObject();
            point.set(label, labels.get(i));
            point.set("training", interval(2.9 + i * step, 0.4));
            point.set("validation", interval(3.1 + i * step, 0.5));
            point.set("excess", interval(i * step, 0.2));
        }
    }

    private static ObjectNode interval(double value, double half) {
        return Json.object().put("value", value).put("low", value - half).put("high", value + half);
    }

    private static ObjectNode scores(double q2) {
        double rmse = 8.9 * Math.sqrt(1 - q2);
        ObjectNode scores = Json.object();
        scores.putObject("q2").put("value", q2).put("low", q2 - 0.04).put("high", Math.min(q2 + 0.032, 1));
        scores.putObject("rmse").put("value", rmse).put("low", rmse * 0.84).put("high", rmse * 1.13);
        scores.putObject("mae")
                .put("value", rmse * 0.62)
                .put("low", rmse * 0.55)
                .put("high", rmse * 0.7);
        return scores;
    }

    private static ObjectNode provenance() {
        ObjectNode provenance = Json.object();
        provenance.put("plugin", "1.0.0-SNAPSHOT").put("os", "Linux amd64");
        provenance.putObject("jdk").put("maven", "17.0.15").put("worker", "25.0.1+8");
        provenance.set(
                "devices",
                Json.parse("[{\"engine\":\"opencl\",\"device\":\"cpu-znver4-AMD EPYC\",\"driver\":\"PoCL 3.1\","
                        + "\"runs\":700},{\"engine\":\"jvm\",\"device\":\"JVM twin\",\"driver\":\"\",\"runs\":260}]"));
        ObjectNode digests = provenance.putObject("digests");
        for (String file : List.of("spec", "runs.csv", "mergers.csv", "trainingset.csv", "models/power-law.json")) {
            digests.put(file, Digest.of(file));
        }
        provenance.set(
                "stages",
                Json.parse("[{\"name\":\"simulate\",\"revision\":1,\"reason\":\"Hermite 4 with a shared step\"},"
                        + "{\"name\":\"train\",\"revision\":2,\"reason\":\"counts are fitted with a log link\"}]"));
        return provenance;
    }

    private ArrayNode predictions() {
        ArrayNode rows = Json.object().putArray("predictions");
        for (int group = 0; group < 48; group++) {
            double particles = PARTICLES[group % 4];
            double capture = 0.1 * Math.pow(80, (group + 0.5) / 48);
            double truth = 2.1 * Math.pow(capture, 1.32) / (1 + capture * 9 / particles);
            double law = 1.55 * Math.pow(capture, 1.12) * Math.pow(particles / 90, 0.16);
            for (int replicate = 0; replicate < 4; replicate++) {
                ObjectNode row =
                        rows.addObject().put("group", Digest.of("g" + group).substring(0, 12));
                row.putObject("inputs").put("captureNumber", capture).put("particles", particles);
                row.put("observed", (double) poisson(truth));
                row.putObject("predicted")
                        .put("constant", 6.7)
                        .put("power-law", law)
                        .put("polynomial", truth * 1.05)
                        .put("gaussian-process", truth * 0.98);
            }
        }
        return rows;
    }

    private ObjectNode mergersOverTime() {
        ObjectNode picture = Json.object().put("until", 1.0);
        ArrayNode runs = picture.putArray("runs");
        for (int i = 0; i < 12; i++) {
            int mergers = new int[] {0, 1, 2, 3, 5, 8, 12, 17, 24, 33, 45, 61}[i];
            double[] times =
                    random.doubles(mergers).map(u -> Math.pow(u, 1.25)).sorted().toArray();
            ObjectNode run = runs.addObject().put("run", Digest.of("r" + i).substring(0, 12) + "-1");
            run.put(
                    "label",
                    "N = " + (int) PARTICLES[(i * 7 + 1) % 4] + ", k = " + Math.round(2 + i * i * 6.5) / 100.0);
            ArrayNode list = run.putArray("times");
            Arrays.stream(times).forEach(list::add);
        }
        return picture;
    }

    /** A Plummer sphere in projection, and mergers in its middle. */
    private ObjectNode cluster() {
        ObjectNode cluster = Json.object().put("run", "5f0c1d2e3a4b-2").put("label", "N = 256, k = 6.9");
        cluster.put("time", 1.0);
        ArrayNode bodies = cluster.putArray("bodies");
        ArrayNode mergers = cluster.putArray("mergers");
        for (int i = 0; i < 205; i++) {
            double[] place = plummer(1);
            int parts = i < 28 ? 2 : i < 36 ? 3 : i < 38 ? 5 : 1;
            bodies.addArray().add(place[0] * (i < 38 ? 0.6 : 1)).add(place[1]).add(parts / 256.0);
        }
        for (int i = 0; i < 51; i++) {
            double[] place = plummer(0.55);
            mergers.addArray()
                    .add(place[0])
                    .add(place[1])
                    .add(Math.pow(random.nextDouble(), 1.25))
                    .add(2 / 256.0);
        }
        return cluster;
    }

    private double[] plummer(double scale) {
        double radius = scale * 3 * Math.PI / 16 / Math.sqrt(Math.pow(0.02 + 0.97 * random.nextDouble(), -2 / 3.0) - 1);
        double z = 2 * random.nextDouble() - 1;
        double angle = 2 * Math.PI * random.nextDouble();
        double flat = radius * Math.sqrt(1 - z * z);
        return new double[] {flat * Math.cos(angle), flat * Math.sin(angle)};
    }

    private int poisson(double mean) {
        double product = random.nextDouble();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
