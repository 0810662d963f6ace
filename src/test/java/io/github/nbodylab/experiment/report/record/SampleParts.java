package io.github.nbodylab.experiment.report.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import java.util.List;

/** What the sample record tells of its design, its runs and its training set. */
final class SampleParts {

    private SampleParts() {}

    /** 240 points, a fifth of them for the test, one with a failed run; every fourth is kept. */
    static ObjectNode design() {
        ObjectNode design = Json.object().put("method", "sobol").put("replicates", 4);
        design.put("points", 240).put("every", 4);
        ArrayNode inputs = design.putArray("inputs");
        ObjectNode capture = inputs.addObject().put("name", "captureNumber");
        capture.put("unit", "1").put("log", true);
        ArrayNode captures = capture.putArray("values");
        ObjectNode particles = inputs.addObject().put("name", "particles");
        particles.put("unit", "1").put("log", false);
        ArrayNode numbers = particles.putArray("values");
        ArrayNode test = design.putArray("test");
        for (int i = 0; i < 60; i++) {
            captures.add(StrictMath.rint(100 * StrictMath.pow(80, (i * 37 % 60) / 59.0)) / 1000);
            numbers.add(32 << i % 4);
            if (i % 5 == 2) {
                test.add(i);
            }
        }
        design.putArray("leftOut");
        design.putArray("beyond");
        design.putArray("other");
        design.putArray("failed").add(7);
        design.set(
                "failures",
                Json.parse("[{\"input\":\"captureNumber\",\"low\":[0.1,0.431,1.857],\"high\":[0.431,1.857,8],"
                        + "\"runs\":[320,320,320],\"failed\":[0,0,1]},{\"input\":\"particles\",\"levels\":[\"32\",\"64\","
                        + "\"128\",\"256\"],\"runs\":[240,240,240,240],\"failed\":[0,0,0,1]}]"));
        return design;
    }

    static ObjectNode trainingSet() {
        return (ObjectNode) Json.parse("""
                {"rows": {"train": 768, "test": 192}, "groups": {"train": 192, "test": 48},
                 "runs": {"completed": 959, "failed": 1}, "testFraction": 0.2, "within": [], "inputsLeftOut": 0,
                 "inputs": [
                   {"name": "captureNumber", "unit": "1", "log": true, "edges": [0.1, 0.3, 0.9, 2.7, 8],
                    "train": [192, 190, 194, 192], "test": [48, 50, 46, 48], "median": {"train": 0.9, "test": 0.88},
                    "min": 0.1, "max": 8},
                   {"name": "particles", "unit": "1", "levels": ["32", "64", "128", "256"],
                    "train": [192, 192, 192, 192], "test": [48, 48, 48, 48], "median": {"train": 96, "test": 96},
                    "min": 32, "max": 256}],
                 "targets": [
                   {"name": "mergers", "unit": "1", "edges": [-0.5, 15.5, 31.5, 47.5, 63.5],
                    "train": [650, 90, 20, 8], "test": [160, 25, 6, 1], "median": {"train": 3, "test": 4},
                    "min": 0, "max": 61}]}""");
    }

    static ObjectNode energyErrors() {
        ObjectNode errors = Json.object().put("limit", 1e-3).put("runs", 959).put("every", 16);
        ArrayNode values = errors.putArray("errors");
        ArrayNode particles = errors.putArray("values");
        for (int i = 0; i < 60; i++) {
            values.add(StrictMath.rint(1 + 470 * (i * 23 % 60) / 59.0) / 1e8);
            particles.add(32 << i % 4);
        }
        errors.putArray("failed").add(11);
        return errors.put("input", "particles")
                .put("log", false)
                .put("rankCorrelation", -0.55)
                .put("chance", 0.07);
    }

    /** Five bodies on circles; body 2 takes in body 9 at t = .5. */
    static ObjectNode tracks() {
        ObjectNode tracks = Json.object().put("run", "5f0c1d2e3a4b-2").put("label", "N = 256, k = 6.9");
        ArrayNode times = tracks.putArray("times");
        for (int f = 0; f <= 100; f++) {
            times.add(f / 100.0);
        }
        ArrayNode bodies = tracks.putArray("bodies");
        for (int id : new int[] {2, 5, 9, 40, 77}) {
            ObjectNode body = bodies.addObject().put("id", id);
            ArrayNode x = body.putArray("x");
            ArrayNode y = body.putArray("y");
            ArrayNode distance = body.putArray("distance");
            for (int f = 0; f <= (id == 9 ? 49 : 100); f++) {
                double radius = 0.2 + id / 60.0;
                double angle = id + f / (100 * radius);
                x.add(StrictMath.rint(1000 * radius * StrictMath.cos(angle)) / 1000);
                y.add(StrictMath.rint(1000 * radius * StrictMath.sin(angle)) / 1000);
                distance.add(StrictMath.rint(1000 * radius) / 1000);
            }
        }
        tracks.putArray("mergers").add(Json.parse("[0.5, 0.21, -0.05, 0.233, 2, 9]"));
        return tracks;
    }

    /** As {@link #design}, of a table from elsewhere. */
    static ObjectNode rows() {
        ObjectNode design = design();
        design.remove(List.of("method", "replicates", "failures"));
        design.putArray("failed");
        return design;
    }

    /** As {@link #trainingSet}, of a table from elsewhere. */
    static ObjectNode tableFromElsewhere() {
        ObjectNode set = trainingSet();
        set.remove("runs");
        set.set(
                "source",
                Json.parse("{\"file\":\"catalogue.csv\",\"group\":\"objectId\",\"missing\":\"impute\",\"digest\":"
                        + "\"186478c9a5c7186478c9a5c7186478c9a5c7186478c9a5c7186478c9a5c71864\"}"));
        ((ObjectNode) set.at("/inputs/0")).put("missing", 6).put("name", "u-g").put("unit", "mag");
        return set;
    }
}
