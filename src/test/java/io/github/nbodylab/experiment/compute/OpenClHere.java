package io.github.nbodylab.experiment.compute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.Arrays;

/** An OpenCL device for tests: without one they are skipped, saying why, unless EXPERIMENT_REQUIRE names {@code opencl}. */
public final class OpenClHere {

    private OpenClHere() {}

    /** An engine on the first OpenCL device; to be closed. */
    public static ForceEngine engine() throws JobFailedException {
        Devices devices = Devices.probe();
        String require = System.getenv().getOrDefault("EXPERIMENT_REQUIRE", "");
        boolean required = Arrays.stream(require.split(",")).map(String::strip).anyMatch("opencl"::equals);
        assumeTrue(
                required || devices.problem().isEmpty(),
                () -> "skipped: " + devices.problem().orElseThrow());
        return devices.choose("opencl").engine();
    }
}
