package io.github.nbodylab.experiment.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A support vector machine. Numbers are predicted in units of their standard deviation.
 *
 * @param kernel what stands for the inner product of two points
 * @param penalty C, what a unit of error costs, above 0
 * @param epsilon error that costs nothing, above 0; without a meaning for classes
 * @param gamma inverse square of the length, above 0; empty for that of the median distance
 * @param degree of the polynomial kernel, 1 to 8
 */
public record SupportVectorSpec(Kernel kernel, double penalty, double epsilon, OptionalDouble gamma, int degree)
        implements ModelSpec {

    static final double DEFAULT_PENALTY = 5;
    static final double DEFAULT_EPSILON = 0.05;
    static final int DEFAULT_DEGREE = 3;
    static final int HIGHEST_DEGREE = 8;
    static final String MEDIAN = "median";

    @Override
    public String specName() {
        return "support-vector";
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("kernel", kernel.specName());
        options.put("C", Decimal.shortest(penalty));
        options.put("epsilon", Decimal.shortest(epsilon));
        options.put("gamma", gamma.isPresent() ? Decimal.shortest(gamma.getAsDouble()) : MEDIAN);
        options.put("degree", Integer.toString(degree));
        return options;
    }

    static SupportVectorSpec read(Section section) {
        return new SupportVectorSpec(
                section.item("kernel")
                        .flatMap(item -> item.constant(Kernel.values(), Language.SUPPORT_VECTOR_KERNELS))
                        .orElse(Kernel.GAUSSIAN),
                section.item("C")
                        .flatMap(item -> item.real(Interval.ABOVE_ZERO))
                        .orElse(DEFAULT_PENALTY),
                section.item("epsilon")
                        .flatMap(item -> item.real(Interval.ABOVE_ZERO))
                        .orElse(DEFAULT_EPSILON),
                section.item("gamma")
                        .map(item -> item.realOr(Interval.ABOVE_ZERO, Language.GAMMAS))
                        .orElse(OptionalDouble.empty()),
                section.item("degree")
                        .flatMap(item -> item.whole(1, HIGHEST_DEGREE))
                        .map(Long::intValue)
                        .orElse(DEFAULT_DEGREE));
    }

    /** What stands for the inner product of two points x and z. */
    public enum Kernel implements Named {
        /** exp(-gamma |x - z|^2). */
        GAUSSIAN("gaussian"),
        /** x.z. */
        LINEAR("linear"),
        /** (gamma x.z + 1)^degree. */
        POLYNOMIAL("polynomial");

        private final String specName;

        Kernel(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
