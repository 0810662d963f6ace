package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.crate.CrateMetadata;
import io.github.nbodylab.experiment.report.crate.ExternalInput;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Credits.Author;
import io.github.nbodylab.experiment.report.paper.Credits.Named;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of an experiment by the rules of RO-Crate 1.1 and of the profile Process Run Crate 0.5. */
class CrateTest {

    private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    private static final Credits CREDITS = new Credits(
            List.of(Author.person("Ada L\u00f8ve", "", ""), Author.person("B", "", "0000-0002-1825-0097")),
            Optional.of(new Named("An observatory", "")),
            Optional.of(new Named("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
            "",
            Optional.of(Instant.parse("2026-01-01T00:00:00Z")));

    @TempDir
    Path folder;

    private Path results;
    private ReportRecord record;

    @BeforeEach
    void resultsWithModelAndFilm() throws Exception {
        results = folder.resolve("results/merger-count");
        record = fill(results);
        describe();
    }

    private static ReportRecord fill(Path results) throws Exception {
        ExperimentSpec spec = spec();
        ObjectNode tree = SampleRecord.tree().put("version", spec.version());
        ((ObjectNode) tree.at("/provenance")).remove("digests");
        Files.createDirectories(results.resolve("models"));
        Files.createDirectories(results.resolve("snapshots"));
        Json.write(results.resolve("record.json"), tree);
        for (String part : List.of("report", "verdict", "provenance", "timeline")) {
            Json.write(results.resolve(part + ".json"), tree.get(part));
        }
        Json.write(results.resolve("film.json"), SampleFilm.of(24));
        Files.writeString(results.resolve("models/power-law.json"), SampleModels.POWER_LAW);
        Files.writeString(results.resolve("models/constant.json"), "{}");
        Files.writeString(results.resolve("snapshots/a-1.hdf5"), "not HDF5");
        for (String table : List.of("runs", "mergers", "diagnostics", "trainingset")) {
            Files.writeString(results.resolve(table + ".csv"), "run,time\na-1,0.5\n");
        }
        for (String file : List.of("trainingset.json", "training.json", "studies.json", "spec.yaml", "resolved.yaml")) {
            Files.writeString(results.resolve(file), "{}");
        }
        return ReportRecord.of(tree, "sample");
    }

    private static ExperimentSpec spec() throws Exception {
        return new SpecReader().read(Path.of("experiments/src/main/experiments/merger-count.yaml"));
    }

    private void describe() throws Exception {
        Path bodies = Files.writeString(folder.resolve("some bodies.csv"), "x\n");
        CrateMetadata.write(
                spec(), results, List.of(new ExternalInput("simulate", "some bodies.csv", bodies)), CREDITS, "1.2.3");
        StandalonePage.write(results.getParent(), "merger-count", Credits.unknown(), complaint -> {
            throw new AssertionError(complaint);
        });
    }

    private static Map<String, JsonNode> entities(JsonNode crate) {
        Map<String, JsonNode> entities = new LinkedHashMap<>();
        for (JsonNode entity : crate.path("@graph")) {
            assertThat(entities.put(entity.path("@id").asText(), entity))
                    .as(entity.path("@id").asText())
                    .isNull();
        }
        return entities;
    }

    private Map<String, JsonNode> entities() throws IOException {
        return entities(Json.read(results.resolve("ro-crate-metadata.json")));
    }

    private static List<String> ids(JsonNode references) {
        List<String> ids = new ArrayList<>();
        if (references.isObject()) {
            ids.add(references.path("@id").asText());
        }
        references.forEach(reference -> {
            if (reference.isObject()) {
                ids.add(reference.path("@id").asText());
            }
        });
        return ids;
    }

    private static List<JsonNode> ofType(Map<String, JsonNode> entities, String type) {
        return entities.values().stream()
                .filter(entity -> entity.path("@type").asText().equals(type))
                .toList();
    }

    @Test
    void theMetadataAreFlatAndOfTheContextsOfCrateAndProfile() throws IOException {
        JsonNode crate = Json.read(results.resolve("ro-crate-metadata.json"));

        assertThat(crate.properties()).extracting(Map.Entry::getKey).containsOnly("@context", "@graph");
        assertThat(crate.path("@context").toString())
                .isEqualTo("[\"https://w3id.org/ro/crate/1.1/context\","
                        + "\"https://w3id.org/ro/terms/workflow-run/context\"]");
        entities().forEach((id, entity) -> {
            assertThat(entity.path("@type").asText()).as(id).isNotEmpty();
            assertThat(id).matches("[\\x21-\\x7e]+").doesNotContain("[", "]", "\\");
            entity.properties().forEach(property -> {
                boolean plain = property.getValue().isTextual();
                boolean references = !ids(property.getValue()).isEmpty();
                assertThat(plain || references).as(id + " " + property.getKey()).isTrue();
            });
        });
    }

    @Test
    void theDescriptorIsAboutTheOneRoot() throws IOException {
        JsonNode descriptor = entities().get("ro-crate-metadata.json");

        assertThat(descriptor.path("@type").asText()).isEqualTo("CreativeWork");
        assertThat(descriptor.at("/about/@id").asText()).isEqualTo("./");
        assertThat(descriptor.at("/conformsTo/@id").asText()).isEqualTo("https://w3id.org/ro/crate/1.1");
        assertThat(ofType(entities(), "Dataset"))
                .extracting(entity -> entity.path("@id").asText())
                .containsExactly("./", "snapshots/");
    }

    @Test
    void theRootSaysWhatItIsAndFollowsTheProfile() throws Exception {
        JsonNode root = entities().get("./");

        assertThat(root.path("name").asText()).isEqualTo(spec().title());
        assertThat(root.path("description").asText()).isNotBlank();
        assertThat(LocalDate.parse(root.path("datePublished").asText().substring(0, 10)))
                .isEqualTo("2026-01-01");
        assertThat(root.at("/license/@id").asText()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(root.at("/conformsTo/@id").asText()).isEqualTo(PROFILE);
        assertThat(entities().get(PROFILE).path("@type").asText()).isEqualTo("CreativeWork");
        assertThat(entities().get(PROFILE).path("version").asText()).isEqualTo("0.5");
    }

    @Test
    void everyReferenceIsDescribed() throws IOException {
        Set<String> known = new HashSet<>(entities().keySet());
        known.addAll(List.of("https://w3id.org/ro/crate/1.1", "http://schema.org/CompletedActionStatus"));
        for (JsonNode entity : entities().values()) {
            entity.properties()
                    .forEach(property -> assertThat(known)
                            .as(entity.path("@id").asText() + " " + property.getKey())
                            .containsAll(ids(property.getValue())));
        }
    }

    @Test
    void everyFileIsThereAsItIsDescribedAndPartOfTheRoot() throws IOException {
        List<JsonNode> files = ofType(entities(), "File");
        assertThat(files).hasSizeGreaterThan(15);
        for (JsonNode entity : files) {
            String id = entity.path("@id").asText();
            Path file = results.resolve(id);
            assertThat(file).isRegularFile();
            assertThat(entity.path("contentSize").asText()).isEqualTo(String.valueOf(Files.size(file)));
            assertThat(entity.path("sha256").asText()).isEqualTo(Digest.of(file));
            assertThat(entity.path("encodingFormat").asText()).contains("/").isNotEqualTo("application/octet-stream");
            assertThat(entity.path("description").asText()).isNotBlank();
            assertThat(ids(entities().get("./").path("hasPart"))).contains(id);
        }
        assertThat(entities().get("runs.csv").path("description").asText()).endsWith("Columns: run, time.");
    }

    @Test
    void everyActionHasInstrumentsOfSoftwareWithVersionsAndMadeFilesOfOthers() throws IOException {
        Map<String, JsonNode> entities = entities();
        List<JsonNode> actions = ofType(entities, "CreateAction");
        assertThat(actions)
                .extracting(action -> action.path("@id").asText())
                .containsExactly("#simulate", "#assemble-trainingset", "#train", "#study", "#validate", "#film");
        assertThat(ids(entities.get("./").path("mentions")))
                .containsExactlyElementsOf(actions.stream()
                        .map(action -> action.path("@id").asText())
                        .toList());
        for (JsonNode action : actions) {
            assertThat(ids(action.path("instrument"))).isNotEmpty().allSatisfy(id -> {
                assertThat(entities.get(id).path("@type").asText()).isEqualTo("SoftwareApplication");
                assertThat(entities.get(id).path("softwareVersion").asText()).isNotBlank();
                assertThat(entities.get(id).path("url").asText()).startsWith("https://");
            });
            assertThat(ids(action.path("object"))).contains("spec.yaml");
            assertThat(ids(action.path("result"))).isNotEmpty();
            assertThat(ids(action.path("agent"))).hasSize(2);
        }
        assertThat(ids(entities.get("#train").path("result"))).contains("models/power-law.json", "training.json");
        assertThat(ids(entities.get("#simulate").path("object"))).contains("#input-some%20bodies.csv");
    }

    @Test
    void everyFileButTheSpecWasMadeByOneAction() throws IOException {
        List<String> made = new ArrayList<>();
        ofType(entities(), "CreateAction").forEach(action -> made.addAll(ids(action.path("result"))));

        assertThat(made).doesNotHaveDuplicates().doesNotContain("spec.yaml");
        assertThat(ofType(entities(), "File"))
                .extracting(file -> file.path("@id").asText())
                .allMatch(id -> id.equals("spec.yaml") || made.contains(id));
    }

    @Test
    void parametersAreThoseOfTheResolvedSpec() throws IOException {
        JsonNode until = entities().get("#parameter-simulate.until");

        assertThat(until.path("@type").asText()).isEqualTo("PropertyValue");
        assertThat(until.path("name").asText()).isEqualTo("simulate.until");
        assertThat(until.path("value").asText()).isNotBlank();
        assertThat(ids(entities().get("#simulate").path("object"))).contains("#parameter-simulate.until");
    }

    @Test
    void whoSharesAPageWithOthersKeepsAName() throws Exception {
        String page = "https://example.org/lab";
        Credits lab = new Credits(
                List.of(new Author(false, "Ada", "", "", page), new Author(false, "Bob", "", "", page)),
                Optional.of(new Named("The lab", page)),
                Optional.empty(),
                "",
                Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
        CrateMetadata.write(spec(), results, List.of(), lab, "1.2.3");

        Map<String, JsonNode> entities = entities();
        List<String> authors = new ArrayList<>();
        entities.get("./")
                .path("author")
                .forEach(author -> authors.add(
                        entities.get(author.path("@id").asText()).path("name").asText()));
        assertThat(authors).containsExactly("Ada", "Bob");
        JsonNode publisher =
                entities.get(entities.get("./").at("/publisher/@id").asText());
        assertThat(publisher.path("name").asText()).isEqualTo("The lab");
        assertThat(publisher.path("@type").asText()).isEqualTo("Organization");
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws Exception {
        Path zip = zip("a");
        String metadata = Files.readString(results.resolve("ro-crate-metadata.json"));
        String page = Files.readString(results.resolve("ro-crate-preview.html"));
        describe();

        assertThat(results.resolve("ro-crate-metadata.json")).hasContent(metadata);
        assertThat(Files.readString(results.resolve("ro-crate-preview.html"))).isEqualTo(page);
        assertThat(zip("b")).hasSameBinaryContentAs(zip);
    }

    private Path zip(String site) throws IOException {
        Path root = folder.resolve(site);
        String link = CrateFiles.write(record, results.getParent(), root, complaint -> {
                    throw new AssertionError(complaint);
                })
                .orElseThrow()
                .link()
                .orElseThrow();
        assertThat(link).isEqualTo(record.version() + "/merger-count-" + record.version() + "-crate.zip");
        return root.resolve(record.page()).resolveSibling(link);
    }

    @Test
    void zippedAndUnpackedElsewhereTheReportOpensPlaysAndAnswers() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("another place, \u00fc"));
        try (ZipFile zip = new ZipFile(zip("site").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path file = elsewhere.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        Files.move(folder.resolve("results"), folder.resolve("gone"));
        for (JsonNode entity : ofType(entities(Json.read(elsewhere.resolve("ro-crate-metadata.json"))), "File")) {
            assertThat(Digest.of(elsewhere.resolve(entity.path("@id").asText())))
                    .isEqualTo(entity.path("sha256").asText());
        }
        try (Browser browser = Browser.startWithWebGl()) {
            for (int width : new int[] {360, 1200}) {
                browser.look(width, width == 360);
                browser.open(elsewhere.resolve("ro-crate-preview.html"));
                browser.await("document.documentElement.classList.contains('exp-plays')");
                browser.string("document.getElementById('exp-ask').scrollIntoView()");
                browser.await("document.querySelector('#exp-ask-panel[aria-busy=false]')");
                browser.screenshot(Path.of("target", "screenshots", "crate-" + width + ".png"));
                assertThat(browser.visible("#exp-viewer canvas")).isEqualTo(1);
                assertThat(browser.visible(".exp-ask-value")).isPositive();
                assertThat(browser.horizontalOverflow()).isZero();
                assertThat(browser.consoleErrors()).isEmpty();
            }
            for (String link : browser.string("return [...document.querySelectorAll('a[href]')]"
                            + ".map(a => a.getAttribute('href')).filter(h => !h.match(/^(https?:|#)/)).join(' ')")
                    .split(" ", -1)) {
                assertThat(elsewhere.resolve(link)).isRegularFile();
            }
        }
    }

    @Test
    void largeSnapshotsAreLeftOutOfTheArchiveAndItsMetadata() throws Exception {
        try (RandomAccessFile large =
                new RandomAccessFile(results.resolve("snapshots/a-2.hdf5").toFile(), "rw")) {
            large.setLength(50_000_000);
        }
        try (ZipFile zip = new ZipFile(zip("site").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).noneMatch(name -> name.startsWith("snapshots/"));
            String metadata = new String(
                    zip.getInputStream(zip.getEntry("ro-crate-metadata.json")).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(metadata).doesNotContain("\"snapshots/\"");
            assertThat(entities(Json.parse(metadata))
                            .get("./")
                            .path("description")
                            .asText())
                    .contains("The snapshots, 50 MB, are left out");
        }
        assertThat(entities()).containsKey("snapshots/");
    }

    @Test
    void aFileThatWasChangedSinceIsToldAndThereIsNoArchive() throws IOException {
        Files.writeString(results.resolve("runs.csv"), "other\n");
        List<String> complaints = new ArrayList<>();

        assertThat(CrateFiles.write(record, results.getParent(), folder.resolve("site"), complaints::add))
                .isEmpty();
        assertThat(complaints).singleElement().asString().contains("runs.csv is not the file that");
    }

    @Test
    void theFilmIsOfTheSimulationsParametersAndTheRecordOfRunsAndFilm() throws Exception {
        Map<String, JsonNode> entities = entities();
        assertThat(ids(entities.get("#film").path("object"))).contains("#parameter-seed", "#parameter-simulate.until");
        assertThat(ids(entities.get("#validate").path("object"))).contains("runs.csv", "mergers.csv", "film.json");
    }

    @Test
    void runsOfTheJvmNameItsRuntime() throws Exception {
        ObjectNode provenance = Json.object();
        provenance.putObject("jdk").put("worker", "25");
        provenance.putArray("devices").addObject().put("engine", "opencl").put("device", "a");
        Json.write(results.resolve("provenance.json"), provenance);
        describe();
        assertThat(ids(entities().get("#simulate").path("instrument"))).doesNotContain("#worker-java-runtime");

        provenance.putArray("devices").addObject().put("engine", "jvm");
        Json.write(results.resolve("provenance.json"), provenance);
        describe();
        assertThat(ids(entities().get("#simulate").path("instrument"))).contains("#worker-java-runtime");
    }
}
