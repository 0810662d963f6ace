package io.github.nbodylab.experiment.mojo;

import java.util.List;
import java.util.Map;

/**
 * What single goals let the user set.
 *
 * @param device which device computes forces
 * @param jobs simulations that run at once; 0 for one per processor
 * @param frozen never simulate
 * @param requireLock NEW and CHANGED fail
 * @param record accept the results
 * @param argLine further flags of the worker's JVM
 * @param jdkToolchain requirements on the worker's JDK
 */
record Options(
        String device,
        int jobs,
        boolean frozen,
        boolean requireLock,
        boolean record,
        List<String> argLine,
        Map<String, String> jdkToolchain) {

    static final Options DEFAULT = new Options("auto", 0, false, false, false, List.of(), Map.of());
}
