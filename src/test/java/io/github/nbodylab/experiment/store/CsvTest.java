package io.github.nbodylab.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    @TempDir
    Path folder;

    @Test
    void aTableReadsBack() throws IOException {
        Csv table = new Csv(List.of("name", "value"), List.of(List.of("a, \"b\"", "1.5"), List.of("", "-2")));
        Path file = folder.resolve("t.csv");
        table.write(file);
        assertThat(Files.readString(file)).startsWith("name,value\n").doesNotContain("\r");
        assertThat(Csv.read(file)).isEqualTo(table);
    }

    @Test
    void aTableMayHaveNoRows() throws IOException {
        Path file = folder.resolve("t.csv");
        new Csv(List.of("only"), List.of()).write(file);
        assertThat(Csv.read(file).rows()).isEmpty();
    }

    @Test
    void aRaggedRowIsNamedWithItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("ragged.csv"), "a,b\n1\n");
        assertThatThrownBy(() -> Csv.read(file))
                .hasMessageContaining("ragged.csv")
                .hasMessageContaining("1 cells");
    }

    @Test
    void anUnknownColumnIsToldWithThoseThatExist() {
        assertThatThrownBy(() -> new Csv(List.of("a", "b"), List.of()).column("c"))
                .hasMessageContaining("'c'")
                .hasMessageContaining("[a, b]");
    }
}
