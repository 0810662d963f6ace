package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.pipeline.Problems;
import io.github.nbodylab.experiment.pipeline.Remark;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Tells GitHub, when a build runs there, where in a file a problem stands, by the runner's workflow commands, and what was
 * found, in the summary of the job.
 */
final class GitHubActions {

    private final Optional<Path> workspace;
    private final Optional<Path> summary;
    private final PrintStream out;

    private GitHubActions(Map<String, String> environment, PrintStream out) {
        this.workspace = path(environment, "GITHUB_WORKSPACE");
        this.summary = path(environment, "GITHUB_STEP_SUMMARY");
        this.out = out;
    }

    /** The runner of this build; Maven 4 puts a prefix before what is written to {@code System.out}, so it is not asked. */
    static Optional<GitHubActions> here() {
        return of(
                System.getenv(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    /**
     * The runner of a build.
     *
     * @param environment the build's
     * @param out what the runner reads; a command must begin its line there, so that Maven's log does not do
     * @return empty if the build does not run on GitHub
     */
    static Optional<GitHubActions> of(Map<String, String> environment, PrintStream out) {
        return "true".equals(environment.get("GITHUB_ACTIONS"))
                ? Optional.of(new GitHubActions(environment, out))
                : Optional.empty();
    }

    private static Optional<Path> path(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /**
     * Marks the problems that have a place.
     *
     * @param level {@code error} or {@code warning}
     */
    void annotate(String level, Problems problems) {
        problems.remarks().forEach(remark -> out.println(command(level, remark)));
        out.flush();
    }

    /** Adds to the summary of the job. */
    void summarize(String markdown) throws IOException {
        if (summary.isPresent() && !markdown.isEmpty()) {
            Files.writeString(summary.get(), markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private String command(String level, Remark remark) {
        return "::" + level + " file=" + property(relative(remark.file()))
                + (remark.line() > 0 ? ",line=" + remark.line() : "") + ",title=" + property(remark.title()) + "::"
                + data(remark.message());
    }

    /** From the workspace, as GitHub knows files; one that is elsewhere keeps its path. */
    private String relative(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return workspace
                .map(root -> root.toAbsolutePath().normalize())
                .filter(absolute::startsWith)
                .map(root -> root.relativize(absolute))
                .orElse(absolute)
                .toString()
                .replace('\\', '/');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
