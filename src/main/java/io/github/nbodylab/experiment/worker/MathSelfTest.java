package io.github.nbodylab.experiment.worker;

import io.github.nbodylab.experiment.spec.Decimal;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Holds this JVM's {@link Math} to {@link StrictMath}. Libraries that we do not write call {@code Math.exp} and its kin,
 * which a JVM may replace by the processor's own, of other last bits; the worker starts with flags that forbid it, and
 * this test says whether they did their work.
 */
public final class MathSelfTest {

    /** Enough that the compiler has replaced the calls, where it may, well before the end. */
    private static final int INPUTS = 60_000;

    private static final Function[] FUNCTIONS = {
        new Function("exp", -700, 700, Math::exp, StrictMath::exp),
        new Function("log", 0, 1000, Math::log, StrictMath::log),
        new Function("log10", 0, 1000, Math::log10, StrictMath::log10),
        new Function("sin", -100, 100, Math::sin, StrictMath::sin),
        new Function("cos", -100, 100, Math::cos, StrictMath::cos),
        new Function("tan", -100, 100, Math::tan, StrictMath::tan),
        new Function("tanh", -3, 3, Math::tanh, StrictMath::tanh),
        new Function("pow(., 0.3)", 0, 1000, x -> Math.pow(x, 0.3), x -> StrictMath.pow(x, 0.3)),
        new Function("pow(1.7, .)", -700, 700, x -> Math.pow(1.7, x), x -> StrictMath.pow(1.7, x)),
    };

    private record Function(
            String name, double low, double high, DoubleUnaryOperator fast, DoubleUnaryOperator strict) {}

    private MathSelfTest() {}

    /**
     * What {@code Math} computes otherwise than {@code StrictMath}, if anything.
     *
     * @return one clause, such as {@code Math.exp(1.5) is ..., StrictMath says ...}
     */
    public static Optional<String> firstDifference() {
        SplittableRandom random = new SplittableRandom(1);
        for (Function function : FUNCTIONS) {
            for (int i = 0; i < INPUTS; i++) {
                double x = function.low() + (function.high() - function.low()) * random.nextDouble();
                double fast = function.fast().applyAsDouble(x);
                double strict = function.strict().applyAsDouble(x);
                if (Double.doubleToLongBits(fast) != Double.doubleToLongBits(strict)) {
                    return Optional.of("Math." + function.name() + " of " + Decimal.shortest(x) + " is "
                            + Decimal.shortest(fast) + ", StrictMath says " + Decimal.shortest(strict));
                }
            }
        }
        return Optional.empty();
    }
}
