package io.github.nbodylab.experiment.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkFinderTest {

    @TempDir
    Path machine;

    private Path own17;

    @BeforeEach
    void mavenRunsOn17() throws IOException {
        own17 = jdk("maven", "17.0.15");
    }

    @Test
    void mavensOwnJdkIsTakenIfItIsNewEnough() throws Exception {
        Path own25 = jdk("own", "25");
        assertThat(new JdkFinder(own25, List.of()).find(Optional.empty())).isEqualTo(own25.resolve("bin/java"));
    }

    @Test
    void anOlderJdkIsPassedOverForANewerOneOfTheMachine() throws Exception {
        jdk("jvm/jdk-21", "21.0.2");
        Path jdk25 = jdk("jvm/jdk-25", "25.0.1");
        assertThat(new JdkFinder(own17, List.of(machine.resolve("jvm"))).find(Optional.empty()))
                .isEqualTo(jdk25.resolve("bin/java"));
    }

    @Test
    void aPlaceMayItselfBeAJdkAndMayHaveContentsHome() throws Exception {
        Path direct = jdk("direct", "26-ea");
        assertThat(new JdkFinder(own17, List.of(direct)).find(Optional.empty())).isEqualTo(direct.resolve("bin/java"));
        Path mac = jdk("vms/temurin/Contents/Home", "25.0.1");
        assertThat(new JdkFinder(own17, List.of(machine.resolve("vms"))).find(Optional.empty()))
                .isEqualTo(mac.resolve("bin/java"));
    }

    @Test
    void withoutOneTheUserReadsWhatToInstallAndWhatWasSeen() throws Exception {
        Path old = jdk("jvm/jdk-21", "21.0.2");
        assertThatThrownBy(() -> new JdkFinder(own17, List.of(machine.resolve("jvm"), machine.resolve("none")))
                        .find(Optional.empty()))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("JDK 25 or newer")
                .hasMessageContaining(own17 + " (release 17)")
                .hasMessageContaining(old + " (release 21)")
                .hasMessageContaining("JAVA_HOME_25");
    }

    @Test
    void aToolchainThatIsTooOldIsRefusedNotPassedOver() throws Exception {
        jdk("jvm/jdk-25", "25.0.1");
        JdkFinder finder = new JdkFinder(own17, List.of(machine.resolve("jvm")));
        assertThatThrownBy(() -> finder.find(Optional.of(own17.resolve("bin/java"))))
                .isInstanceOf(JobFailedException.class)
                .hasMessageContaining("release 17")
                .hasMessageContaining("[25,)");
    }

    @Test
    void whichModulesAJdkHasIsReadFromItsReleaseFileThroughLinksToItsLauncher() throws Exception {
        Path home = jdk("with", "25");
        Files.writeString(home.resolve("release"), "MODULES=\"java.base jdk.incubator.vector java.logging\"\n");
        Path link = Files.createSymbolicLink(machine.resolve("java"), home.resolve("bin/java"));
        for (Path java : List.of(home.resolve("bin/java"), link)) {
            assertThat(JdkFinder.hasModule(java, "jdk.incubator.vector")).isTrue();
            assertThat(JdkFinder.hasModule(java, "jdk.incubator")).isFalse();
        }
        assertThat(JdkFinder.hasModule(jdk("without", "25").resolve("bin/java"), "java.base"))
                .isFalse();
        assertThat(JdkFinder.hasModule(machine.resolve("nowhere/bin/java"), "java.base"))
                .isFalse();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = machine.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"any\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }
}
