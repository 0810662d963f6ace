package io.github.nbodylab.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.trainingset.Experiments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPicturesTest {

    @TempDir
    Path folder;

    @Test
    void ofALargeClusterSomeBodiesAreKeptButAllAreCounted() throws Exception {
        Experiments.simulate(folder, 12, 1);
        Path state = folder.resolve("final.csv");
        String bodies = IntStream.range(0, 5000)
                .mapToObj(i -> i + ",0,0," + (i == 1 ? "0.02" : i == 2 ? "0.0001" : "0.0002"))
                .collect(Collectors.joining("\n", "x,y,z,mass\n", "\n"));
        Files.writeString(state, bodies);
        ObjectNode cluster = new RunPictures(Experiments.spec(), folder).cluster(state);

        assertThat(cluster.get("bodies")).hasSize(1667);
        assertThat(cluster.get("count").asInt()).isEqualTo(5000);
        assertThat(cluster.get("lightest").asDouble()).isEqualTo(0.0001);
        assertThat(cluster.get("heaviest").asDouble()).isEqualTo(0.02);
    }
}
