package io.github.nbodylab.experiment.spec;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads experiment specs.
 *
 * <p>Everything that is wrong with a spec is found in one go, each complaint with its file, line, key and remedy. Words
 * of the language whose work is not built yet are refused by name.
 */
public final class SpecReader {

    private static final String ENDING = ".yaml";
    private static final String LOCK_ENDING = ".lock.yaml";
    private static final String PUT_SPECS = "put a spec there, in a file that ends in " + ENDING;

    /**
     * Reads a spec.
     *
     * @param file YAML in UTF-8; complaints name it as it is given here
     * @throws SpecException with all that is wrong, also if there is no such file or it cannot be opened
     * @throws IOException if the disk fails
     */
    public ExperimentSpec read(Path file) throws SpecException, IOException {
        return read(file, folderOf(file));
    }

    /**
     * Reads a spec that does not stand beside the files it names.
     *
     * @param file YAML in UTF-8; complaints name it as it is given here
     * @param folder to which the files that the spec names are relative
     * @throws SpecException with all that is wrong, also if there is no such file or it cannot be opened
     * @throws IOException if the disk fails
     */
    public ExperimentSpec read(Path file, Path folder) throws SpecException, IOException {
        Draft draft = Draft.of(file, folder);
        refuseIfAny(draft.complaints().byLine());
        return draft.spec().orElseThrow();
    }

    /**
     * Reads all specs of a folder: its files that end in {@code .yaml}, but for the locks, which end in
     * {@code .lock.yaml}.
     *
     * @param folder as the user knows it; complaints name the files in it
     * @return by file name, at least one
     * @throws SpecException with all that is wrong with any of them, if two have one name, or if the folder is missing,
     *     unreadable or has no spec
     * @throws IOException if the disk fails
     */
    public List<SpecFile> readAll(Path folder) throws SpecException, IOException {
        List<Draft> drafts = new ArrayList<>();
        for (Path file : specFiles(folder)) {
            Draft draft = Draft.of(file, folder);
            drafts.forEach(draft::refuseNameOf);
            drafts.add(draft);
        }
        refuseIfAny(drafts.stream()
                .flatMap(draft -> draft.complaints().byLine().stream())
                .toList());
        return drafts.stream()
                .map(draft ->
                        new SpecFile(draft.file(), draft.text(), draft.spec().orElseThrow()))
                .toList();
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? Path.of("") : folder;
    }

    private static List<Path> specFiles(Path folder) throws SpecException, IOException {
        if (!Files.exists(folder)) {
            throw refusal(folder, "there is no such folder", "make it and " + PUT_SPECS);
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(folder, "is not a folder", "name the folder of the specs");
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.endsWith(ENDING) && !name.endsWith(LOCK_ENDING);
                    })
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (AccessDeniedException e) {
            throw refusal(folder, "the folder cannot be read", "make it readable");
        }
        if (files.isEmpty()) {
            throw refusal(folder, "the folder has no spec", PUT_SPECS);
        }
        return files;
    }

    private static SpecException refusal(Path folder, String problem, String remedy) {
        return new SpecException(List.of(new Complaint(folder.toString(), 0, "", problem, remedy)));
    }

    private static void refuseIfAny(List<Complaint> complaints) throws SpecException {
        if (!complaints.isEmpty()) {
            throw new SpecException(complaints);
        }
    }
}
