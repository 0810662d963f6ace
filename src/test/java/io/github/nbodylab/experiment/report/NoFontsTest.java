package io.github.nbodylab.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nbodylab.experiment.report.record.SampleRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes a page in a Java of its own, for which fontconfig knows no font. */
class NoFontsTest {

    @TempDir
    Path folder;

    /** Writes the page of the sample record to the standard output. */
    public static void main(String[] arguments) throws IOException {
        String page = SamplePage.of(SampleRecord.tree());
        System.out.write(page.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    @Test
    void withoutFontsASentenceStandsInPlaceOfEachPicture() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("os.name").startsWith("Linux"), "skipped: only Linux takes fonts from fontconfig");
        Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Path page = folder.resolve("page.html");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder, // where the JDK remembers fonts
                "-cp",
                System.getProperty("java.class.path"),
                NoFontsTest.class.getName());
        java.environment().put("FONTCONFIG_FILE", none.toString());
        java.environment().put("XDG_CACHE_HOME", folder.toString());
        Process process = java.redirectOutput(page.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(page))
                .contains("This picture is missing, because Java has no fonts", "fonts-dejavu-core", "<figcaption>")
                .doesNotContain("<svg");
    }
}
