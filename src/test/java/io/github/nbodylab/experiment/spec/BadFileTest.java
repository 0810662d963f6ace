package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that hold no specs at all. */
class BadFileTest {

    @TempDir
    private Path folder;

    private void bytesAreRefused(byte[] bytes, String... complaints) throws Exception {
        Path file = Files.write(folder.resolve("a.yaml"), bytes);
        SpecException refusal = catchThrowableOfType(SpecException.class, () -> new SpecReader().read(file));
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage().replace(folder + "/", "").lines()).containsExactly(complaints);
    }

    private void textIsRefused(String yaml, String... complaints) throws Exception {
        bytesAreRefused(yaml.getBytes(StandardCharsets.UTF_8), complaints);
    }

    private void folderIsRefused(Path given, String... complaints) {
        SpecException refusal = catchThrowableOfType(SpecException.class, () -> new SpecReader().readAll(given));
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage().replace(folder.toString(), "specs").lines())
                .containsExactly(complaints);
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsLine() throws Exception {
        textIsRefused(
                "name: [a, b\nversion: 1\n",
                "a.yaml:2: is not YAML: expected ',' or ']', but got :; check indentation, colons, brackets and quotes there");
        textIsRefused(
                "name: 'unfinished\n",
                "a.yaml:2: is not YAML: found unexpected end of stream; check indentation, colons, brackets and quotes there");
        textIsRefused(
                "name: a: b\n",
                "a.yaml:1: is not YAML: mapping values are not allowed here; check indentation, colons, brackets and quotes there");
        textIsRefused(
                "a: 1\n  b: 2\n",
                "a.yaml:2: is not YAML: mapping values are not allowed here; check indentation, colons, brackets and quotes there");
        textIsRefused(
                "just words\n",
                "a.yaml:1: is a single value; a spec is keys and values, and starts with apiVersion: experiment/v1");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        textIsRefused("", "a.yaml: is empty; start with apiVersion: experiment/v1");
        textIsRefused("# only a comment\n", "a.yaml: is empty; start with apiVersion: experiment/v1");
        textIsRefused(
                "---\n",
                "a.yaml:2: is a single value; a spec is keys and values, and starts with apiVersion: experiment/v1");
    }

    @Test
    void aListAtTheTopIsRefused() throws Exception {
        textIsRefused(
                "# a list\n- name: a\n- name: b\n",
                "a.yaml:2: is a list; a spec is keys and values, and starts with apiVersion: experiment/v1");
    }

    @Test
    void twoDocumentsInOneFileAreRefused() throws Exception {
        textIsRefused(
                Texts.SMALL + "---\n" + Texts.SMALL,
                "a.yaml:16: a second document starts here; give each spec a file of its own");
    }

    @Test
    void tabsAreRefusedByTheirName() throws Exception {
        textIsRefused(
                Texts.SMALL.replace("  cluster:", "\tcluster:"),
                "a.yaml:8: is indented by a tab, which YAML forbids; indent with spaces");
        textIsRefused(
                Texts.SMALL.replace("    particles:", "  \tparticles:"),
                "a.yaml:9: is indented by a tab, which YAML forbids; indent with spaces");
    }

    @Test
    void binaryFilesAndOtherEncodingsAreRefused() throws Exception {
        bytesAreRefused(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0},
                "a.yaml: is not a text in UTF-8; save it as UTF-8");
        bytesAreRefused(
                new byte[] {'a', ':', '\n', 'b', 0, 1, 2},
                "a.yaml:2: holds the character U+0000, which is no text; save it as plain text in UTF-8");
        bytesAreRefused(
                Texts.SMALL.replace("small exp", "schöner exp").getBytes(StandardCharsets.ISO_8859_1),
                "a.yaml: is not a text in UTF-8; save it as UTF-8");
        bytesAreRefused(
                Texts.SMALL.getBytes(StandardCharsets.UTF_16), "a.yaml: is not a text in UTF-8; save it as UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoHarm() throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), "\uFEFF" + Texts.SMALL.replace("\n", "\r\n"));
        Path plain = Files.writeString(folder.resolve("b.yaml"), Texts.SMALL);
        assertThat(new SpecReader().read(file)).isEqualTo(new SpecReader().read(plain));
    }

    @Test
    void aHugeFileIsRefusedUnread() throws Exception {
        textIsRefused(
                Texts.SMALL + "#".repeat(200_000),
                "a.yaml: has 200307 bytes, more than the 131072 a spec may have; keep data out of the spec");
    }

    @Test
    void anAliasBombIsRefused() throws Exception {
        StringBuilder bomb = new StringBuilder("a1: &a1 [x, x, x, x, x, x, x, x]\n");
        for (int i = 2; i < 10; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", List.of(alias, alias, alias, alias)) + "]\n");
        }
        textIsRefused(
                bomb.toString(),
                "a.yaml: is beyond a limit: Number of aliases for non-scalar nodes exceeds the specified max=20; write it out with few aliases and levels");
    }

    @Test
    void endlessNestingIsRefused() throws Exception {
        textIsRefused(
                "name: " + "[".repeat(1000),
                "a.yaml: is beyond a limit: Nesting Depth exceeded max 20; write it out with few aliases and levels");
        textIsRefused(
                Texts.SMALL.replace("values: [16, 32, 64, 128]", "values: &own [16, *own]"),
                "a.yaml:9: simulate.cluster.particles.values[2]: must be a number, not a list; give a whole number from 2 to 1000000");
    }

    @Test
    void anAnchorAndItsAliasMeanTheSameValue() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.yaml"),
                Texts.SMALL.replace("seed: 42", "seed: &n 42").replace("[16, 32, 64, 128]", "[16, 32, *n]"));
        assertThat(new SpecReader().read(file).simulate().axes().get("particles"))
                .isEqualTo(new Axis.Choice(List.of(new Value.Whole(16), new Value.Whole(32), new Value.Whole(42))));
    }

    @Test
    void aNameUsedTwiceIsRefusedWithBothLines() throws Exception {
        textIsRefused(
                Texts.SMALL + "seed: 43\n", "a.yaml:16: seed: this name is used twice, first in line 6; use it once");
        textIsRefused(
                Texts.SMALL.replace("  until: 1\n", "  until: 1\n  until: 2\n"),
                "a.yaml:13: simulate.until: this name is used twice, first in line 12; use it once");
    }

    @Test
    void tagsMergeKeysAndOddKeysAreRefused() throws Exception {
        textIsRefused(
                Texts.SMALL.replace("name: small", "name: !!java.net.URL [http://localhost]"),
                "a.yaml:2: a tag has no meaning in a spec; take away what starts with !");
        textIsRefused(
                Texts.SMALL.replace("seed: 42", "seed: 42\n<<: {title: other}"),
                "a.yaml:7: <<: merge keys are not part of the language; write the keys out");
        textIsRefused(
                Texts.SMALL.replace("seed: 42", "seed: 42\n[a, b]: 1"),
                "a.yaml:7: a list or section cannot be a key; write a word before the colon");
    }

    @Test
    void numbersMeanTheSameInEveryLocale() throws Exception {
        Path file = Files.writeString(folder.resolve("full.yaml"), Texts.FULL);
        ExperimentSpec spec = new SpecReader().read(file);
        String resolved = ResolvedSpec.yaml(spec);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(new SpecReader().read(file)).isEqualTo(spec);
                assertThat(ResolvedSpec.yaml(spec)).isEqualTo(resolved);
                textIsRefused(
                        Texts.SMALL.replace("until: 1", "until: 0,5"),
                        "a.yaml:12: simulate.until: '0,5' is not a number; write a decimal point: 0.5");
                textIsRefused(
                        Texts.SMALL.replace("seed:", "SEED:"), "a.yaml:6: SEED: unknown key; did you mean 'seed'?");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws Exception {
        Path missing = folder.resolve("none.yaml");
        SpecException refusal = catchThrowableOfType(SpecException.class, () -> new SpecReader().read(missing));
        assertThat(refusal).hasMessage(missing + ": there is no such file; check its name");
    }

    @Test
    void aFolderWithoutSpecsIsRefused() throws Exception {
        folderIsRefused(
                folder.resolve("none"),
                "specs/none: there is no such folder; make it and put a spec there, in a file that ends in .yaml");
        folderIsRefused(folder, "specs: the folder has no spec; put a spec there, in a file that ends in .yaml");
        folderIsRefused(
                Files.writeString(folder.resolve("file"), "x"),
                "specs/file: is not a folder; name the folder of the specs");
        Files.writeString(folder.resolve("a.lock.yaml"), "locks: are no specs");
        Files.writeString(folder.resolve("a.yml"), Texts.SMALL);
        folderIsRefused(folder, "specs: the folder has no spec; put a spec there, in a file that ends in .yaml");
    }

    @Test
    void aFolderThatMayNotBeReadIsRefused() throws Exception {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this user may read every folder");
        folderIsRefused(closed, "specs/closed: the folder cannot be read; make it readable");
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws Exception {
        Path closed = Files.writeString(folder.resolve("closed.yaml"), Texts.SMALL);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this user may read every file");
        folderIsRefused(folder, "specs/closed.yaml: cannot be read; make the file readable");
    }

    @Test
    void allFilesAreComplainedOfAtOnceInTheirOrder() throws Exception {
        Files.writeString(folder.resolve("b.yaml"), Texts.SMALL.replace("seed: 42", "seed: x"));
        Files.writeString(folder.resolve("a.yaml"), Texts.FULL.replace("4.0", "zero"));
        Files.writeString(folder.resolve("c.yaml"), "");
        folderIsRefused(
                folder,
                "specs/a.yaml:21: simulate.until: 'zero' is not a number; give a number above 0",
                "specs/b.yaml:6: seed: 'x' is not a number; give a whole number of 64 bits, from -9223372036854775808 to 9223372036854775807",
                "specs/c.yaml: is empty; start with apiVersion: experiment/v1");
    }

    @Test
    void twoSpecsOfOneNameAreRefusedByBothFiles() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), Texts.SMALL);
        Files.writeString(folder.resolve("b.yaml"), "# a copy\n" + Texts.SMALL);
        folderIsRefused(
                folder,
                "specs/b.yaml:3: name: 'small' is also the name of the spec in specs/a.yaml, line 2; give each spec a name of its own");
    }

    @Test
    void allSpecsOfAFolderAreReadByFileName() throws Exception {
        Files.writeString(folder.resolve("b.yaml"), Texts.SMALL);
        Files.writeString(folder.resolve("a.yaml"), Texts.FULL);
        Files.writeString(folder.resolve("a.lock.yaml"), "locks: are no specs");
        Files.createDirectory(folder.resolve("records"));

        List<SpecFile> specs = new SpecReader().readAll(folder);

        assertThat(specs)
                .extracting(SpecFile::file)
                .containsExactly(folder.resolve("a.yaml"), folder.resolve("b.yaml"));
        assertThat(specs).extracting(SpecFile::text).containsExactly(Texts.FULL, Texts.SMALL);
        assertThat(specs).extracting(file -> file.spec().name()).containsExactly("merger-count", "small");
    }
}
