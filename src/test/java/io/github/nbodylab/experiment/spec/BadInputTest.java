package io.github.nbodylab.experiment.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad spec is refused with the lines of {@code bad-specs.txt}. */
class BadInputTest {

    @TempDir
    private Path folder;

    static List<BadSpecs.Bad> badSpecs() {
        return BadSpecs.all();
    }

    @ParameterizedTest
    @MethodSource("badSpecs")
    void theAuthorOfABadSpecReadsWhatIsWrongAndWhatWouldBeRight(BadSpecs.Bad bad) throws Exception {
        Files.createFile(folder.resolve(Texts.TABLE_FILE));
        Path file = Files.writeString(folder.resolve("a.yaml"), bad.yaml());

        SpecException refusal = catchThrowableOfType(SpecException.class, () -> new SpecReader().read(file));

        assertThat(refusal).as(bad.yaml()).isNotNull();
        assertThat(refusal.getMessage().replace(folder + "/", "").lines()).containsExactlyElementsOf(bad.complaints());
    }
}
