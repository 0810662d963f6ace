package io.github.nbodylab.experiment.validation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.Decimal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * The accepted results of an experiment: what {@code NAME.lock.yaml} holds, in git beside the specs.
 *
 * @param chosen the chosen model
 * @param spec the resolved spec, dotted key to text
 * @param digests result file to SHA-256
 * @param metrics such as {@code power-law.test.q2} to value
 * @param revisions stage to revision
 */
public record Lock(
        String chosen,
        SortedMap<String, String> spec,
        SortedMap<String, String> digests,
        SortedMap<String, Double> metrics,
        SortedMap<String, Integer> revisions) {

    private static final int SCHEMA = 1;

    public Lock {
        requireNonNull(chosen, "chosen");
        spec = Collections.unmodifiableSortedMap(new TreeMap<>(spec));
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        revisions = Collections.unmodifiableSortedMap(new TreeMap<>(revisions));
    }

    /** The lock file of an experiment. */
    public static Path file(Path folder, String experiment) {
        return folder.resolve(experiment + ".lock.yaml");
    }

    /** The metrics of a {@code report.json} that a lock keeps. */
    public static SortedMap<String, Double> metrics(JsonNode report) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (JsonNode model : report.path("models")) {
            for (String scores : new String[] {"crossValidation", "test", "beyond"}) {
                for (var metric : model.path(scores).properties()) {
                    metrics.put(
                            model.path("name").asText() + "." + scores + "." + metric.getKey(),
                            metric.getValue().path("value").asDouble());
                }
            }
        }
        return metrics;
    }

    /**
     * Reads a lock file.
     *
     * @return empty if there is none
     * @throws LockException if it is damaged, such as by a merge conflict, or of a newer format; says how to mend it
     * @throws IOException if it cannot be read
     */
    public static Optional<Lock> read(Path file) throws LockException, IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<?, ?> top = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            if (!Integer.valueOf(SCHEMA).equals(top.get("lockVersion"))) {
                throw new LockException(file + ": lockVersion is " + top.get("lockVersion") + ", and this plugin reads "
                        + SCHEMA + "; use a newer plugin, or record again");
            }
            SortedMap<String, Double> metrics = new TreeMap<>();
            texts(top, "metrics").forEach((name, value) -> metrics.put(name, Double.valueOf(value)));
            SortedMap<String, Integer> revisions = new TreeMap<>();
            texts(top, "revisions").forEach((name, value) -> revisions.put(name, Integer.valueOf(value)));
            return Optional.of(new Lock(
                    String.valueOf(top.get("chosen")), texts(top, "spec"), texts(top, "digests"), metrics, revisions));
        } catch (YAMLException | ClassCastException | NullPointerException | NumberFormatException e) {
            throw new LockException(
                    file + " is no lock file any more (an unresolved merge?); take one side of it and run"
                            + " 'mvn verify -Dexperiment.record', which writes it anew",
                    e);
        }
    }

    private static SortedMap<String, String> texts(Map<?, ?> top, String section) {
        SortedMap<String, String> texts = new TreeMap<>();
        ((Map<?, ?>) top.get(section)).forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        return texts;
    }

    /**
     * Writes the lock file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("lockVersion", SCHEMA);
        top.put("chosen", chosen);
        top.put("spec", spec);
        top.put("revisions", revisions);
        SortedMap<String, String> numbers = new TreeMap<>();
        metrics.forEach((name, value) -> numbers.put(name, Decimal.shortest(value)));
        top.put("metrics", numbers);
        top.put("digests", digests);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setSplitLines(false);
        String text = "# The accepted results of this experiment. 'mvn verify -Dexperiment.record' writes this file.\n"
                + new Yaml(new Representer(options), options).dump(top);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
