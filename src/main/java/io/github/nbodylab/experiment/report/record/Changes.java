package io.github.nbodylab.experiment.report.record;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;
import io.github.nbodylab.experiment.report.record.ReportRecord.Model;
import io.github.nbodylab.experiment.report.record.ReportRecord.Provenance;
import io.github.nbodylab.experiment.report.record.ReportRecord.Scores;
import io.github.nbodylab.experiment.spec.Validate;
import io.github.nbodylab.experiment.spec.WrittenSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What differs between two versions of an experiment; what is alike is left out.
 *
 * @param spec keys of the spec, as written
 * @param code revisions of stages, versions of plugin and JDK, devices
 * @param data numbers of simulations and rows, and digests of result files; those of fits only if a metric or the choice differs
 * @param metrics of all models that differ by more than the tolerance
 * @param tolerance of the newer spec: metrics that differ by less, relative to the larger one, are told to be alike
 * @param alike how many metrics differ by less than that
 */
public record Changes(
        List<Entry> spec, List<Entry> code, List<Entry> data, List<Moved> metrics, double tolerance, long alike) {

    private static final String TOLERANCE = "validate.reproducibility.fits.relative";

    public Changes {
        spec = List.copyOf(spec);
        code = List.copyOf(code);
        data = List.copyOf(data);
        metrics = List.copyOf(metrics);
    }

    /**
     * Something that differs.
     *
     * @param what its name
     * @param before plain text; empty if it was not there
     * @param now plain text; empty if it is gone
     */
    public record Entry(String what, String before, String now) {

        public Entry {
            requireNonNull(what, "what");
            requireNonNull(before, "before");
            requireNonNull(now, "now");
        }
    }

    /**
     * A metric that differs.
     *
     * @param test whether it is that of the test rows; else of cross-validation
     * @param before undefined if it was not there
     * @param now undefined if it is gone
     */
    public record Moved(String model, String metric, boolean test, Interval before, Interval now) {

        /** Whether both are known and differ by no more than a tolerance, relative to the larger one. */
        boolean isWithin(double tolerance) {
            double then = before.value();
            double today = now.value();
            return Math.abs(then - today) <= tolerance * Math.max(Math.abs(then), Math.abs(today));
        }

        /** Whether both are known and each lies in the other's interval: then the change says little. */
        public boolean isWithinIntervals() {
            return inside(before.value(), now) && inside(now.value(), before);
        }

        /** Whether both have an interval, without which nothing is known of how much the change says. */
        public boolean hasIntervals() {
            return hasEnds(before) && hasEnds(now);
        }

        private static boolean hasEnds(Interval interval) {
            return Double.isFinite(interval.low()) && Double.isFinite(interval.high());
        }

        private static boolean inside(double value, Interval interval) {
            return value >= interval.low() && value <= interval.high();
        }
    }

    /** What differs between a version and an older one. */
    public static Changes between(ReportRecord before, ReportRecord now) {
        Map<String, List<String>> written = WrittenSpec.values(now.spec());
        double tolerance = tolerance(written);
        List<Moved> metrics = metrics(before, now);
        List<Moved> moved =
                metrics.stream().filter(metric -> !metric.isWithin(tolerance)).toList();
        boolean alike = moved.isEmpty()
                && before.findings().chosen().equals(now.findings().chosen());
        List<Entry> data = new ArrayList<>(entries(sizes(before), sizes(now)));
        data.addAll(entries(digests(before), digests(now)).stream()
                .filter(file -> !(alike && isOfFits(file.what())))
                .toList());
        return new Changes(
                spec(WrittenSpec.values(before.spec()), written),
                entries(code(before), code(now)),
                data,
                moved,
                tolerance,
                metrics.size() - moved.size());
    }

    /** Whether a file holds fits and their metrics, and nothing else but the version: its bytes differ where rounding does. */
    private static boolean isOfFits(String file) {
        return file.equals("report.json") || file.equals("training.json") || file.startsWith("models/");
    }

    /** Whether nothing differs at all. */
    public boolean isEmpty() {
        return nothingListed() && alike == 0;
    }

    /** Whether nothing differs but metrics, by less than the tolerance. */
    public boolean isRounding() {
        return nothingListed() && alike > 0;
    }

    private boolean nothingListed() {
        return spec.isEmpty() && code.isEmpty() && data.isEmpty() && metrics.isEmpty();
    }

    /** What the spec says, which may be one that this version of the plugin would refuse. */
    private static double tolerance(Map<String, List<String>> spec) {
        try {
            return spec.containsKey(TOLERANCE)
                    ? Double.parseDouble(String.join("", spec.get(TOLERANCE)))
                    : Validate.DEFAULT_FITS_RELATIVE;
        } catch (NumberFormatException e) {
            return Validate.DEFAULT_FITS_RELATIVE;
        }
    }

    private static List<Entry> spec(Map<String, List<String>> before, Map<String, List<String>> now) {
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        keys.remove("version");
        List<Entry> entries = new ArrayList<>();
        for (String key : keys) {
            List<String> then = before.getOrDefault(key, List.of());
            List<String> today = now.getOrDefault(key, List.of());
            String gone = without(then, today);
            String added = without(today, then);
            if (!gone.isEmpty() || !added.isEmpty()) {
                entries.add(new Entry(key, gone, added));
            } else if (!then.equals(today)) {
                entries.add(new Entry(key, String.join(", ", then), String.join(", ", today)));
            }
        }
        return entries;
    }

    /** The items that are not among others. */
    private static String without(List<String> items, List<String> others) {
        List<String> left = new ArrayList<>(items);
        others.forEach(left::remove);
        return String.join(", ", left);
    }

    private static List<Entry> entries(Map<String, String> before, Map<String, String> now) {
        Set<String> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(before.keySet());
        return keys.stream()
                .filter(key -> !before.getOrDefault(key, "").equals(now.getOrDefault(key, "")))
                .map(key -> new Entry(key, before.getOrDefault(key, ""), now.getOrDefault(key, "")))
                .toList();
    }

    private static Map<String, String> code(ReportRecord record) {
        Map<String, String> code = new LinkedHashMap<>();
        Optional<Provenance> provenance = record.provenance();
        provenance.ifPresent(known -> {
            code.put("plugin", known.plugin());
            known.stages()
                    .forEach(stage -> code.put(stage.name(), "revision " + stage.revision() + ": " + stage.reason()));
            known.jdks().forEach((name, version) -> code.put("JDK (" + name + ")", version));
            code.put("system", known.os());
            code.put(
                    "devices",
                    String.join(
                            ", ",
                            known.devices().stream()
                                    .map(device -> device.engine() + " " + device.device() + " " + device.driver())
                                    .map(String::strip)
                                    .toList()));
        });
        return code;
    }

    private static Map<String, String> sizes(ReportRecord record) {
        Map<String, String> sizes = new LinkedHashMap<>();
        record.runs().ifPresent(runs -> {
            sizes.put("simulations", String.valueOf(runs.total()));
            sizes.put("failed simulations", String.valueOf(runs.failed()));
        });
        ReportRecord.Rows rows = record.findings().rows();
        sizes.put("training rows", String.valueOf(rows.train()));
        sizes.put("training groups", String.valueOf(rows.groupsTrain()));
        sizes.put("test rows", String.valueOf(rows.test()));
        sizes.put("test groups", String.valueOf(rows.groupsTest()));
        return sizes;
    }

    /** Of all files but the resolved spec, whose keys are told one by one. */
    private static Map<String, String> digests(ReportRecord record) {
        Map<String, String> digests =
                new TreeMap<>(record.provenance().map(Provenance::digests).orElse(Map.of()));
        digests.remove("resolved.yaml");
        return digests;
    }

    private static List<Moved> metrics(ReportRecord before, ReportRecord now) {
        Map<String, Model> then = byName(before);
        Map<String, Model> today = byName(now);
        Set<String> names = new LinkedHashSet<>(today.keySet());
        names.addAll(then.keySet());
        List<Moved> moved = new ArrayList<>();
        for (String name : names) {
            Optional<Model> old = Optional.ofNullable(then.get(name));
            Optional<Model> young = Optional.ofNullable(today.get(name));
            moved.addAll(moved(name, true, old.flatMap(Model::test), young.flatMap(Model::test)));
            moved.addAll(moved(name, false, old.map(Model::crossValidation), young.map(Model::crossValidation)));
        }
        return moved;
    }

    private static Map<String, Model> byName(ReportRecord record) {
        Map<String, Model> models = new LinkedHashMap<>();
        record.findings().models().forEach(model -> models.put(model.name(), model));
        return models;
    }

    private static List<Moved> moved(String model, boolean test, Optional<Scores> before, Optional<Scores> now) {
        Scores then = before.orElse(new Scores(Map.of()));
        Scores today = now.orElse(new Scores(Map.of()));
        Set<String> names = new LinkedHashSet<>(today.metrics().keySet());
        names.addAll(then.metrics().keySet());
        return names.stream()
                .map(name -> new Moved(model, name, test, then.metric(name), today.metric(name)))
                .filter(metric ->
                        Double.compare(metric.before().value(), metric.now().value()) != 0)
                .toList();
    }
}
