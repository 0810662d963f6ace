package io.github.nbodylab.experiment.validation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.spec.Decimal;
import io.github.nbodylab.experiment.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How results stand to those that were accepted.
 *
 * @param kind which of the five verdicts
 * @param differences all that differs from the lock
 */
public record Verdict(Kind kind, List<Difference> differences) {

    public Verdict {
        requireNonNull(kind, "kind");
        differences = List.copyOf(differences);
    }

    /** The five verdicts. */
    public enum Kind {
        /** The same bits. */
        IDENTICAL("The same spec gave the same bits."),
        /** The same runs and tables, fits within tolerance. */
        EQUIVALENT("Runs and tables are the same bits; fits agree within the spec's tolerance."),
        /** Another spec than the lock's. */
        CHANGED("The spec differs from the one whose results were accepted."),
        /** Nothing was accepted yet. */
        NEW("No results were accepted yet."),
        /** The same spec, other results. */
        DRIFTED("The same spec gave other results than those that were accepted.");

        private final String summary;

        Kind(String summary) {
            this.summary = summary;
        }

        /** Whether the results are those that were accepted. */
        public boolean isAccepted() {
            return this == IDENTICAL || this == EQUIVALENT;
        }

        /** One sentence. */
        public String summary() {
            return summary;
        }
    }

    /**
     * One thing that differs.
     *
     * @param what such as {@code spec simulate.until} or {@code digest of runs.csv}
     * @param locked what the lock says; empty if nothing
     * @param now what is so now; empty if nothing
     */
    public record Difference(String what, String locked, String now) {
        @Override
        public String toString() {
            return what + ": " + (locked.isEmpty() ? "(none)" : locked) + " -> " + (now.isEmpty() ? "(none)" : now);
        }
    }

    /**
     * Compares.
     *
     * @param lock what was accepted, if anything
     * @param now what is so now
     * @param tolerance relative difference of metrics below which fits are equivalent
     */
    public static Verdict of(Optional<Lock> lock, Lock now, double tolerance) {
        if (lock.isEmpty()) {
            return new Verdict(Kind.NEW, List.of());
        }
        Lock locked = lock.get();
        List<Difference> spec = differences("spec ", locked.spec(), now.spec());
        List<Difference> results = new ArrayList<>(differences("revision of ", locked.revisions(), now.revisions()));
        results.addAll(differences("digest of ", locked.digests(), now.digests()));
        results.addAll(differences("", locked.metrics(), now.metrics()));
        if (!locked.chosen().equals(now.chosen())) {
            results.add(new Difference("chosen model", locked.chosen(), now.chosen()));
        }
        if (!spec.isEmpty()) {
            spec.addAll(results);
            return new Verdict(Kind.CHANGED, spec);
        }
        boolean sameDigests = locked.digests().equals(now.digests());
        Kind kind = sameDigests
                ? Kind.IDENTICAL
                : sameData(locked, now) && agree(locked, now, tolerance) ? Kind.EQUIVALENT : Kind.DRIFTED;
        return new Verdict(kind, sameDigests ? List.of() : results);
    }

    private static boolean sameData(Lock locked, Lock now) {
        Predicate<String> data = file -> file.endsWith(".csv");
        return locked.digests().keySet().equals(now.digests().keySet())
                && now.digests().entrySet().stream()
                        .filter(digest -> data.test(digest.getKey()))
                        .allMatch(digest ->
                                digest.getValue().equals(locked.digests().get(digest.getKey())));
    }

    private static boolean agree(Lock locked, Lock now, double tolerance) {
        return locked.chosen().equals(now.chosen())
                && locked.metrics().keySet().equals(now.metrics().keySet())
                && now.metrics().entrySet().stream().allMatch(metric -> {
                    double before = locked.metrics().get(metric.getKey());
                    double difference = Math.abs(before - metric.getValue());
                    return difference <= tolerance * Math.max(Math.abs(before), Math.abs(metric.getValue()));
                });
    }

    private static List<Difference> differences(String what, Map<String, ?> locked, Map<String, ?> now) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(locked.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String before = text(locked.get(name));
            String after = text(now.get(name));
            if (!before.equals(after)) {
                differences.add(new Difference(what + name, before, after));
            }
        }
        return differences;
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return Decimal.shortest(number);
        }
        return value == null ? "" : value.toString();
    }

    /** The content of {@code verdict.json}. */
    public ObjectNode toJson(boolean accepted) {
        ObjectNode json = Json.object();
        json.put("verdict", kind.name());
        json.put("accepted", accepted);
        json.put("summary", kind.summary());
        ArrayNode list = json.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode item = list.addObject();
            item.put("what", difference.what());
            item.put("locked", difference.locked());
            item.put("now", difference.now());
        }
        return json;
    }
}
