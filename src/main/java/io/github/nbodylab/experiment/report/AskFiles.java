package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What stands beside a page so that its reader can ask the chosen model: the model as a script that hands it over, and the
 * scripts that evaluate it, which all pages share. A page in a file may load scripts, but no data.
 */
public final class AskFiles {

    /** The scripts that evaluate a model, in the order in which a page loads them. */
    public static final List<String> EVALUATOR = List.of(
            "surrogate-arithmetic.js",
            "surrogate-inputs.js",
            "surrogate-forms.js",
            "surrogate-process.js",
            "surrogate-formula.js",
            "surrogate-domain.js",
            "surrogate.js");

    /** The scripts of the panel, likewise. */
    static final List<String> SCRIPTS = Stream.concat(
                    EVALUATOR.stream(), Stream.of("ask-numbers.js", "ask-controls.js", "ask-curve.js", "ask.js"))
            .toList();

    private static final String AGAIN = ", so its page cannot ask the model; 'mvn verify site' makes it anew";

    private AskFiles() {}

    /**
     * Writes them, if the results of this build are those that the record tells of.
     *
     * @param results the folder with {@code NAME/record.json} and {@code NAME/models/}; may be missing
     * @param site its root
     * @param complaints hears why there is no model for a page that should have one
     * @return the link from the page to the model's script; empty if it has none
     * @throws IOException if they cannot be written
     */
    public static Optional<String> write(ReportRecord record, Path results, Path site, Consumer<String> complaints)
            throws IOException {
        Path folder = results.resolve(record.name());
        if (!Beside.isCurrent(record, folder)) {
            return Optional.empty();
        }
        String name = "models/" + record.findings().chosen() + ".json";
        Path model = folder.resolve(name);
        Optional<String> complaint = complaint(record, name, model);
        if (complaint.isPresent()) {
            complaints.accept(complaint.get());
            return Optional.empty();
        }
        Path page = site.resolve(record.page());
        Path script = page.resolveSibling(record.version()).resolve("model.js");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "experimentModel(" + Files.readString(model).strip() + ");\n");
        for (String shared : SCRIPTS) {
            Beside.share(shared, page);
        }
        return Optional.of(record.version() + "/" + script.getFileName());
    }

    /** Why the page cannot have the model; nothing if it can. */
    private static Optional<String> complaint(ReportRecord record, String name, Path model) throws IOException {
        if (!Files.isRegularFile(model)) {
            return Optional.of("there is no " + model + AGAIN);
        }
        String validated = record.provenance()
                .map(provenance -> provenance.digests().getOrDefault(name, ""))
                .orElse("");
        if (!validated.isEmpty() && !validated.equals(Digest.of(model))) {
            return Optional.of(model + " is not the model that was validated" + AGAIN);
        }
        try {
            Surrogate.read(model);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage() + AGAIN);
        }
    }
}
