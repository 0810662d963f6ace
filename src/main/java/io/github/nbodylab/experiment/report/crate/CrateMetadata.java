package io.github.nbodylab.experiment.report.crate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Credits.Named;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code ro-crate-metadata.json}, with which the folder of an experiment's results is an RO-Crate 1.1
 * (https://w3id.org/ro/crate/1.1) that follows the profile Process Run Crate 0.5 (https://w3id.org/ro/wfrun/process/0.5).
 */
public final class CrateMetadata {

    /** The file in the folder of the results. */
    public static final String FILE = "ro-crate-metadata.json";

    /** The page beside it. */
    public static final String PREVIEW = "ro-crate-preview.html";

    static final String ROOT = "./";

    private static final String CRATE = "https://w3id.org/ro/crate/1.1";
    private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    private static final String TERMS = "https://w3id.org/ro/terms/workflow-run/context";

    private final ExperimentSpec spec;
    private final Path folder;
    private final Credits credits;
    private final String pluginVersion;
    private final Graph graph = new Graph();

    private CrateMetadata(ExperimentSpec spec, Path folder, Credits credits, String pluginVersion) {
        this.spec = spec;
        this.folder = folder;
        this.credits = credits;
        this.pluginVersion = pluginVersion;
    }

    /**
     * Writes the file. The same results and the same credits give the same bytes, if the credits have a date; else the crate,
     * which must have one, has that of today.
     *
     * @param folder of the results, all of which are there, {@code spec.yaml} among them
     * @param inputs files of the author's that are not in the folder
     * @param credits whose the results are
     * @param pluginVersion of this plugin
     * @throws IOException if a file cannot be read or this one not be written
     */
    public static void write(
            ExperimentSpec spec, Path folder, List<ExternalInput> inputs, Credits credits, String pluginVersion)
            throws IOException {
        ObjectNode crate = Json.object();
        crate.putArray("@context").add(CRATE + "/context").add(TERMS);
        crate.set("@graph", new CrateMetadata(spec, folder, credits, pluginVersion).graph(inputs));
        Json.write(folder.resolve(FILE), crate);
    }

    private JsonNode graph(List<ExternalInput> inputs) throws IOException {
        ObjectNode descriptor = graph.entity(FILE, "CreativeWork");
        descriptor.set("conformsTo", Graph.reference(CRATE));
        descriptor.set("about", Graph.reference(ROOT));
        ObjectNode root = graph.entity(ROOT, "Dataset");
        graph.entity(PROFILE, "CreativeWork").put("name", "Process Run Crate").put("version", "0.5");
        graph.entity(PREVIEW, "CreativeWork")
                .put("name", "The validation report of " + spec.name() + " " + spec.version())
                .put("encodingFormat", "text/html")
                .set("about", Graph.reference(ROOT));
        List<ResultFile> files = ResultFile.of(spec, folder);
        for (ResultFile file : files) {
            describe(file);
        }
        List<String> people = people();
        JsonNode provenance = Json.readOrEmpty(folder.resolve("provenance.json"));
        Software software = new Software(graph, pluginVersion, provenance);
        Actions.describe(graph, spec, files, external(inputs), software, provenance, people);
        root(root, files, people);
        return graph.toJson();
    }

    private void root(ObjectNode root, List<ResultFile> files, List<String> people) {
        root.put("name", spec.title());
        root.put("description", spec.question().strip());
        root.put("version", spec.version());
        root.put(
                "datePublished",
                credits.date()
                        .map(Instant::toString)
                        .orElseGet(() -> LocalDate.now(ZoneOffset.UTC).toString()));
        root.set("conformsTo", Graph.reference(PROFILE));
        Graph.refer(root, "hasPart", files.stream().map(ResultFile::id).toList());
        Graph.refer(root, "mentions", graph.ids("CreateAction"));
        Graph.refer(root, "author", people);
        credits.license().ifPresent(license -> root.set("license", named(license, "CreativeWork", "license")));
        credits.organization().ifPresent(body -> root.set("publisher", named(body, "Organization", "organization")));
    }

    private List<String> people() {
        List<String> ids = new ArrayList<>();
        credits.authors().stream()
                .filter(author -> !author.organization())
                .map(author -> new Named(author.name(), author.address()))
                .distinct()
                .forEach(person ->
                        ids.add(named(person, "Person", "person").path("@id").asText()));
        return ids;
    }

    private ObjectNode named(Named named, String type, String kind) {
        String own = "#" + kind + "-" + Graph.encode(named.name().replace(' ', '-'));
        // a page may be that of several people, or of a body too: then it is no name of one of them
        String id = named.url().isEmpty() || !graph.isFree(named.url(), type, named.name()) ? own : named.url();
        ObjectNode entity = graph.entity(id, type).put("name", named.name());
        if (!named.url().isEmpty()) {
            entity.put("url", named.url());
        }
        return Graph.reference(id);
    }

    private void describe(ResultFile file) throws IOException {
        ObjectNode entity = graph.entity(file.id(), file.isFolder() ? "Dataset" : "File")
                .put("name", file.path())
                .put("description", file.described(folder));
        if (!file.isFolder()) {
            measure(entity, folder.resolve(file.path())).put("encodingFormat", file.mediaType());
        }
    }

    private Map<String, List<String>> external(List<ExternalInput> inputs) throws IOException {
        Map<String, List<String>> external = new HashMap<>();
        for (ExternalInput input : inputs) {
            String id = "#input-" + Graph.encode(input.name());
            measure(graph.entity(id, "CreativeWork"), input.file())
                    .put("name", input.name())
                    .put(
                            "description",
                            "A file of the author's, beside the spec. It is not in this crate; its digest tells it.");
            external.computeIfAbsent(input.stage(), stage -> new ArrayList<>()).add(id);
        }
        return external;
    }

    private static ObjectNode measure(ObjectNode entity, Path file) throws IOException {
        return entity.put("contentSize", String.valueOf(Files.size(file))).put("sha256", Digest.of(file));
    }
}
