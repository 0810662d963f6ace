package io.github.nbodylab.experiment.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.Load;
import io.github.nbodylab.experiment.compute.OpenClHere;
import io.github.nbodylab.experiment.worker.Heard;
import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityJobTest {

    private static final Load SMALL = new Load(1, 10, 10, 10_000);

    private static void run(Map<String, Load> loads, String device) throws JobFailedException {
        new CapacityJob().run(CapacityJob.arguments(loads, device), new Heard());
    }

    private static String refusal(Map<String, Load> loads, String device) {
        return catchThrowableOfType(JobFailedException.class, () -> run(loads, device))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "jvm"})
    void allExperimentsThatAreTooLargeAreToldAtOnceByTheirNames(String device) {
        Map<String, Load> loads = new TreeMap<>(Map.of("small", SMALL));
        assertThatCode(() -> run(loads, device)).doesNotThrowAnyException();
        loads.put("large", new Load(1, 1000, 1000, 1L << 50));
        loads.put("larger", new Load(2, 2000, 4000, 1L << 51));
        assertThat(refusal(loads, device).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("large: A cluster of 1000 bodies needs"),
                        line -> assertThat(line).startsWith("larger: 2 clusters at once, of up to 2000 bodies, need"));
    }

    @Test
    void aDeviceThatIsAskedForMustHoldWhatIsToRun() throws Exception {
        String name;
        try (ForceEngine engine = OpenClHere.engine()) {
            name = engine.device().name();
        }
        assertThatCode(() -> run(Map.of("small", SMALL), "opencl")).doesNotThrowAnyException();
        assertThat(refusal(Map.of("large", new Load(1, 1L << 40, 1L << 40, 0)), "opencl"))
                .startsWith("large: A cluster of 1099511627776 bodies is too large for " + name)
                .contains("-Dexperiment.device");
    }

    @Test
    void aDeviceThatDoesNotExistIsToldOnce() {
        assertThat(refusal(Map.of("a", SMALL, "b", SMALL), "toaster:3")).contains("toaster:3", "auto, opencl, jvm");
    }
}
