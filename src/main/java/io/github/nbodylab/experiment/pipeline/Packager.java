package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The main artifact: a jar in which each experiment has a folder. The same content is the same bytes. */
public final class Packager {

    /** The oldest date that a zip file can hold, taken where the build has none. */
    private static final LocalDateTime OLDEST = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

    private Packager() {}

    /**
     * The file of the chosen model.
     *
     * @throws IOException if the experiment was not trained
     */
    public static Path chosenModel(Experiment experiment) throws IOException {
        String chosen =
                Json.read(experiment.file("training.json")).path("chosen").asText();
        return experiment.file("models").resolve(chosen + ".json");
    }

    /**
     * Writes the jar.
     *
     * @param jar the file
     * @param experiments scored
     * @param date of its entries
     * @throws IOException if a result cannot be read or the jar not be written
     */
    public static void write(Path jar, List<Experiment> experiments, Optional<Instant> date) throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        for (Experiment experiment : experiments) {
            String folder = "META-INF/experiments/" + experiment.name() + "/";
            content.put(folder + "spec.yaml", experiment.text().getBytes(StandardCharsets.UTF_8));
            content.put(folder + "model.json", Files.readAllBytes(chosenModel(experiment)));
            content.put(folder + "report.json", Files.readAllBytes(experiment.file("report.json")));
        }
        LocalDateTime time = date.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC))
                .orElse(OLDEST);
        Files.createDirectories(jar.getParent());
        Path temporary = jar.resolveSibling(jar.getFileName() + ".tmp");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(temporary))) {
            add(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8), time);
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                add(out, file.getKey(), file.getValue(), time);
            }
        }
        Files.move(temporary, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void add(JarOutputStream out, String name, byte[] bytes, LocalDateTime time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
