package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.ensemble.Ensemble;
import io.github.nbodylab.experiment.ensemble.Run;
import io.github.nbodylab.experiment.ensemble.RunTables;
import io.github.nbodylab.experiment.ensemble.SimulateJob;
import io.github.nbodylab.experiment.nbody.Merger;
import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Store;
import io.github.nbodylab.experiment.trainingset.StageFiles;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmJobTest {

    /** Revision of the stage to the digest of the film. */
    private static final Map<Integer, String> GOLDEN =
            Map.of(1, "4be6fc79c29b444bd48f26aec06833a62fedb6bdbdaca7dff890f94943b5851a");

    private static final String YAML = """
            apiVersion: experiment/v1
            name: film
            version: 1.0.0
            title: Film
            question: What happens?
            seed: 5
            simulate:
              cluster: {particles: 256}
              mergers: {captureNumber: {values: [0.5, 1, 1.5, 2, 3, 4]}}
              until: 1
              design: {method: grid}
            trainingSet: {inputs: [captureNumber]}
            train: {models: [constant], crossValidation: {folds: 2}}
            """;

    @TempDir
    static Path folder;

    private static Path specFile;
    private static ExperimentSpec spec;
    private static Store store;
    private static JsonNode film;

    @TempDir
    Path output;

    @BeforeAll
    static void simulate() throws Exception {
        specFile = Files.writeString(folder.resolve("film.yaml"), YAML);
        spec = new SpecReader().read(specFile, folder);
        store = new Store(folder.resolve("store"), line -> {});
        ObjectNode arguments = Json.object();
        arguments.putArray("specs").add(specFile.toString());
        arguments.put("store", store.root().toString()).put("device", "jvm");
        new SimulateJob().run(arguments, new Heard());
        RunTables.write(Ensemble.of(spec), store, folder);
        FilmJob.film(spec, folder, folder, folder, new Heard());
        film = Json.read(folder.resolve(FilmJob.FILM));
    }

    @Test
    void theFilmHasTheSameBytesWhateverThreadsAndLocaleAsLongAsTheRevisionStays() throws Exception {
        Locale before = Locale.getDefault();
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            one.submit(() -> {
                        new FilmJob().run(new StageFiles(specFile, folder, folder, output).arguments(), new Heard());
                        return null;
                    })
                    .get();
        } finally {
            Locale.setDefault(before);
            one.shutdown();
        }
        String digest = Digest.of(folder.resolve(FilmJob.FILM));

        assertThat(Digest.of(output.resolve(FilmJob.FILM))).isEqualTo(digest);
        assertThat(GOLDEN).containsEntry(FilmJob.STAGE.revision(), digest);
    }

    @Test
    void aFilmOf256BodiesIsSmallerThan2Megabytes() throws Exception {
        assertThat(film.path("times").size()).isEqualTo(201);
        assertThat(Files.size(folder.resolve(FilmJob.FILM))).isLessThan(2_000_000);
    }

    @Test
    void itsMergersAreThoseOfTheTable() throws Exception {
        String run = film.path("run").asText();
        Csv table = Csv.read(folder.resolve("mergers.csv"));
        List<String> expected = table.rows().stream()
                .filter(row -> row.get(0).equals(run))
                .map(row -> row.get(table.column("time")) + " " + row.get(table.column("id1")) + " "
                        + row.get(table.column("id2")))
                .toList();
        List<String> shown = new ArrayList<>();
        film.path("mergers").forEach(m -> shown.add(m.get(0).asText() + " " + m.get(4) + " " + m.get(5)));

        assertThat(shown).isEqualTo(expected).hasSizeGreaterThan(5);
    }

    @Test
    void itsLastPictureIsTheStateInWhichTheRunEnded() throws Exception {
        Run run = Ensemble.of(spec).runs().stream()
                .filter(one -> one.id().equals(film.path("run").asText()))
                .findFirst()
                .orElseThrow();
        Csv state = Csv.read(store.find(run.key()).orElseThrow().file("final.csv"));
        FilmScale scale = new FilmScale(film.path("scale").asDouble());
        ByteBuffer places = ByteBuffer.wrap(
                        Base64.getDecoder().decode(film.path("places").asText()))
                .order(ByteOrder.LITTLE_ENDIAN);
        places.position(places.limit() - 6 * state.rows().size());
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < film.path("ids").size(); i++) {
            if (film.path("frames").get(i).asInt() == 201) {
                left.add(film.path("ids").get(i).asInt());
            }
        }
        assertThat(left)
                .containsExactlyInAnyOrderElementsOf(state.rows().stream()
                        .map(row -> Integer.valueOf(row.get(0)))
                        .toList());
        for (int id : left) {
            List<String> row = state.rows().stream()
                    .filter(one -> one.get(0).equals(Integer.toString(id)))
                    .findFirst()
                    .orElseThrow();
            for (String axis : List.of("x", "y", "z")) {
                double exact = Double.parseDouble(row.get(state.column(axis)));
                double reach = Math.abs(exact) + scale.half();
                assertThat(scale.decode(places.getShort()))
                        .isCloseTo(exact, within(2e-5 * reach * reach / scale.half()));
            }
        }
    }

    @Test
    void aRunThatDoesNotRepeatIsToldWithTheMerger() throws Exception {
        Files.copy(folder.resolve("runs.csv"), output.resolve("runs.csv"));
        String run = film.path("run").asText();
        String mergers = Files.readString(folder.resolve("mergers.csv"));
        Files.writeString(output.resolve("mergers.csv"), mergers.replaceFirst("(?m)^" + run + ",0\\.", run + ",1."));

        assertThatThrownBy(() -> FilmJob.film(spec, folder, output, output, new Heard()))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("run " + run + " did not repeat: its merger 1 is (1.");
        assertThat(output.resolve(FilmJob.FILM)).doesNotExist();
    }

    @Test
    void theScaleIsFineNearTheCentreAndLosesNoBodyFarAway() {
        FilmScale scale = new FilmScale(0.8);

        assertThat(scale.decode(scale.encode(0))).isZero();
        for (double c : new double[] {1e-3, -0.1, 0.8, -3, 40, 1000}) {
            double reach = Math.abs(c) + 0.8;
            assertThat(scale.decode(scale.encode(c))).isCloseTo(c, within(reach * reach / 0.8 / 65000));
        }
        assertThat(scale.decode(scale.encode(1e300))).isFinite().isGreaterThan(1e4);
    }

    @Test
    void ofALargeClusterWhoMergesIsShownAndSomeOfTheOthers() {
        List<Merger> mergers = List.of(merger(9_000, 9_999), merger(17, 9_000));
        FilmCast cast = FilmCast.of(10_000, mergers);

        assertThat(cast.ids())
                .hasSizeBetween(1_500, FilmCast.MOST)
                .contains(17, 9_000, 9_999)
                .isSorted();
        assertThat(cast.every()).isEqualTo(6);
        assertThat(FilmCast.of(2_000, mergers.subList(1, 1)).ids()).hasSize(2_000);
    }

    private static Merger merger(int id1, int id2) {
        return new Merger(0.5, new double[3], new double[3], id1, id2, 1, 1, 0, 2, 0, List.of(id1, id2));
    }
}
