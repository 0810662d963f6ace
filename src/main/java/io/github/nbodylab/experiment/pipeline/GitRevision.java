package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.worker.JobFailedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The files of a folder as they stand in a revision of the git repository around it; the command {@code git} reads them. */
final class GitRevision {

    private final Path folder;
    private final String revision;

    private GitRevision(Path folder, String revision) {
        this.folder = folder;
        this.revision = revision;
    }

    /**
     * A revision.
     *
     * @param folder in a work tree
     * @param revision as git names it: a branch, a tag, a digest, {@code HEAD~1}
     * @throws JobFailedException if there is no git, no repository, or no such revision
     */
    static GitRevision of(Path folder, String revision) throws JobFailedException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new JobFailedException("experiment.against=git:" + revision + " reads records in " + folder
                    + ", and there is no such folder; set experiment.lockDirectory");
        }
        GitRevision found = new GitRevision(folder, revision);
        Said said = found.git("rev-parse", "--is-inside-work-tree");
        if (!said.done()) {
            throw new JobFailedException(folder + " is in no git repository that can be read: " + said.complaint());
        }
        if (revision.isEmpty()
                || revision.startsWith("-")
                || !found.git("rev-parse", "--verify", "--quiet", revision + "^{commit}")
                        .done()) {
            throw new JobFailedException("git knows no revision '" + revision + "' in " + folder
                    + "; name a branch, a tag or a commit, such as git:HEAD. A shallow clone has few: 'git fetch"
                    + " --unshallow' brings the others");
        }
        return found;
    }

    /** The names of the files of a folder below; none if it is not there. */
    List<String> names(String path) throws JobFailedException, IOException {
        List<String> names = new ArrayList<>();
        String files = require(git("ls-tree", "--name-only", revision, path + "/"));
        files.lines().forEach(file -> names.add(file.substring(file.lastIndexOf('/') + 1)));
        return names;
    }

    /** The text of a file below. */
    String text(String path) throws JobFailedException, IOException {
        return require(git("show", revision + ":./" + path));
    }

    private String require(Said said) throws JobFailedException {
        if (!said.done()) {
            throw new JobFailedException("git cannot read revision '" + revision + "': " + said.complaint());
        }
        return said.output();
    }

    /** What git said, and whether it did what it was asked. */
    private record Said(boolean done, String output, String errors) {
        String complaint() {
            return errors.lines().findFirst().orElse("it does not say why");
        }
    }

    private Said git(String... arguments) throws JobFailedException, IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).start();
        } catch (IOException e) {
            throw new JobFailedException(
                    "experiment.against=git:" + revision + " needs the command git, which cannot be started: install"
                            + " it, or compare with a recorded version, such as experiment.against=1.0.0",
                    e);
        }
        process.getOutputStream().close();
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> read(process));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor() == 0, output, errors.join());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while git ran").initCause(e);
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
