package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models of the sample record's inputs, as their files hold them. */
final class SampleModels {

    private static final String INPUTS = """
            "inputs": [
              {"name": "captureNumber", "kind": "real", "log": true, "mean": 0.0, "deviation": 1.0, "min": 0.1, "max": 8.0},
              {"name": "particles", "kind": "whole", "log": false, "mean": 144.0, "deviation": 64.0, "min": 32.0,
               "max": 256.0}],
            """;

    private static final String DOMAIN = """
            "domain": {
              "inputs": [
                {"name": "captureNumber", "log": true, "min": -2.302585092994046, "max": 2.0794415416798357, "centre": -0.11,
                 "scale": 1.25},
                {"name": "particles", "log": false, "min": 32.0, "max": 256.0, "centre": 144.0, "scale": 64.0}],
              "covariance": [[1.0, 0.0], [0.0, 1.0]],
              "hull": [[-1.75, -1.75], [-1.75, 1.75], [1.75, -1.75], [1.75, 1.75]],
              "points": [[-1.7, -1.5], [-0.8, -0.7], [-0.4, 1.0], [0.0, 0.1], [0.5, -1.2], [0.9, 0.8], [1.7, 1.6]],
              "limits": {"hull": {"limit": 0.0, "far": 0.4}, "mahalanobis": {"limit": 2.5, "far": 5.0},
                "neighbour": {"limit": 1.0, "far": 2.0}}},
            """;

    static final String POWER_LAW = "{\"schema\": 1, \"kind\": \"power-law\", " + INPUTS + DOMAIN + """
            "target": {"name": "mergers", "count": true}, "link": "log", "retransformation": 1.0,
            "residuals": {"count": true, "groups": 40, "intervals": [{"probability": 0.95, "halfWidth": 2.1}]},
            "terms": [
              {"coefficient": 1.3, "factors": []},
              {"coefficient": 0.83, "factors": [{"input": "captureNumber", "power": 1}]},
              {"coefficient": 0.21, "factors": [{"input": "particles", "power": 1}]}]}
            """;

    static final String CLASSES = "{\"schema\": 1, \"kind\": \"logistic\", " + INPUTS + DOMAIN + """
            "target": {"name": "merges", "count": false, "levels": ["no", "yes"]},
            "terms": [
              {"coefficients": [0.7, -0.7], "factors": []},
              {"coefficients": [-0.6, 0.6], "factors": [{"input": "captureNumber", "power": 1}]},
              {"coefficients": [0.3, -0.3], "factors": [{"input": "particles", "power": 1}]}]}
            """;

    private static final String GAPS = """
            "inputs": [
              {"name": "captureNumber", "kind": "real", "log": true, "mean": 0.0, "deviation": 1.0, "min": 0.1, "max": 8.0},
              {"name": "particles", "kind": "whole", "log": false, "mean": 144.0, "deviation": 64.0, "min": 32.0,
               "max": 256.0},
              {"name": "profile", "kind": "category", "levels": ["king", "a \\"cusp\\", steep"]}],
            """;

    /** Two targets, a category, and inputs that may be missing. */
    static final String SEVERAL = "{\"schema\": 1, \"kind\": \"polynomial\", " + GAPS + """
            "targets": [{"name": "redshift", "count": false}, {"name": "spots", "count": true}],
            "missing": {"captureNumber": 0.9, "profile": "king"},
            "parts": [
            """
            + part("redshift", "identity", "false") + ", " + part("spots", "log", "true") + "]}";

    private SampleModels() {}

    private static String part(String target, String link, String count) {
        return "{\"schema\": 1, \"kind\": \"polynomial\", " + GAPS + "\"link\": \"" + link
                + "\", \"target\": {\"name\": \""
                + target + "\", \"count\": " + count + "}, \"retransformation\": 1.0, " + """
                "terms": [
                  {"coefficient": 0.7, "factors": []},
                  {"coefficient": -0.2, "factors": [{"input": "captureNumber", "power": 2}]},
                  {"coefficient": 0.9, "factors": [{"input": "profile", "level": "a \\"cusp\\", steep"},
                    {"input": "particles", "power": 1}]}]}
                """;
    }

    static Surrogate powerLaw() {
        return Surrogate.parse(POWER_LAW);
    }

    /** A Gaussian process of so many points. */
    static String process(int points) {
        String grid = IntStream.range(0, points)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "[%.4f, %.4f]",
                        -2.3 + 4.3 * i / points,
                        (i * 617 % points - points / 2.0) * 3.5 / points))
                .collect(Collectors.joining(", "));
        String weights = IntStream.range(0, points)
                .mapToObj(i -> String.format(Locale.ROOT, "%.3f", StrictMath.sin(i * 0.7) * 0.3))
                .collect(Collectors.joining(", "));
        return Json.canonical(Json.parse("{\"schema\": 1, \"kind\": \"gaussian-process\", " + INPUTS
                + "\"target\": {\"name\": \"mergers\", \"count\": false}, \"kernel\": \"matern-5/2\","
                + " \"signalVariance\": 4.0, \"lengthScales\": [1.0, 2.0], \"mean\": 6.0, \"nugget\": 0.2,"
                + " \"trainingInputs\": [" + grid + "], \"noiseVariances\": ["
                + String.join(", ", Collections.nCopies(points, "0.2"))
                + "], \"alpha\": [" + weights + "]}"));
    }
}
