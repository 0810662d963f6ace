package io.github.nbodylab.experiment.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nbodylab.experiment.pipeline.Problems;
import io.github.nbodylab.experiment.pipeline.Remark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubActionsTest {

    @TempDir
    Path folder;

    private String annotated(Remark remark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", folder.toString());
        GitHubActions.of(environment, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .orElseThrow()
                .annotate("error", new Problems(List.of(), List.of(), List.of(), List.of(remark)));
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void aProblemIsMarkedAtItsLineByThePathFromTheWorkspace() {
        assertThat(annotated(new Remark(folder.resolve("a/spec.yaml"), 7, "Experiment spec", "seed: is a word")))
                .isEqualTo("::error file=a/spec.yaml,line=7,title=Experiment spec::seed: is a word");
    }

    @Test
    void whatMeansSomethingInACommandIsEscaped() {
        assertThat(annotated(new Remark(folder.resolve("a,b.yaml"), 0, "50%: a, b", "5 %\r\nmore: x, y")))
                .isEqualTo("::error file=a%2Cb.yaml,title=50%25%3A a%2C b::5 %25%0D%0Amore: x, y");
    }

    @Test
    void aFileOutsideOfTheWorkspaceKeepsItsPath() {
        assertThat(annotated(new Remark(Path.of("/elsewhere/spec.yaml"), 1, "t", "m")))
                .contains("/elsewhere/spec.yaml,");
    }

    @Test
    void theSummaryOfAJobIsAddedTo() throws Exception {
        Path file = folder.resolve("summary.md");
        Map<String, String> environment = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", file.toString());
        GitHubActions runner = GitHubActions.of(environment, System.out).orElseThrow();
        runner.summarize("one\n");
        runner.summarize("");
        runner.summarize("two\n");

        assertThat(Files.readString(file)).isEqualTo("one\ntwo\n");
    }

    @Test
    void elsewhereThereIsNoRunner() {
        assertThat(GitHubActions.of(Map.of("GITHUB_WORKSPACE", "x"), System.out))
                .isEmpty();
    }
}
