package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_MEM_READ_ONLY;
import static org.jocl.CL.CL_MEM_WRITE_ONLY;
import static org.jocl.CL.clCreateCommandQueue;
import static org.jocl.CL.clCreateKernel;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clReleaseCommandQueue;
import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clSetKernelArg;

import io.github.nbodylab.experiment.spec.Decimal;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;

/** Holds a device to the arithmetic of IEEE 754, which is the JVM's. */
final class ArithmeticCheck {

    private static final int INPUTS = 1 << 14;
    private static final String[] OPERATIONS = {
        "a * b + c", "a / b", "sqrt(a)", "1 / sqrt(a)", "fma(a, b, c)", "1 / sqrt(a) in single precision"
    };
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        3,
        1 / 3.0,
        Double.MIN_VALUE,
        7 * Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MIN_NORMAL / 3,
        Double.MAX_VALUE,
        1e-200,
        1e-154,
        0x1p-125,
        0x1p-126,
        0x1.fffffep127,
        1e-308,
        1e154,
        Math.nextDown(1.0),
        Math.nextUp(1.0)
    };

    private ArithmeticCheck() {}

    /**
     * What the device computes otherwise than the JVM does, if anything.
     *
     * @return one clause, such as {@code a / b = ... for a = ..., b = ..., not ...}
     * @throws IllegalStateException if the kernel does not build
     * @throws org.jocl.CLException if the device fails
     */
    static Optional<String> firstDifference(OpenClDevice device) {
        double[][] abc = inputs();
        double[] results = run(device, abc);
        for (int i = 0; i < INPUTS; i++) {
            double a = abc[0][i];
            double b = abc[1][i];
            double c = abc[2][i];
            double root = Math.sqrt(Math.abs(a));
            double single = 1.0f / (float) Math.sqrt((float) Math.abs(a));
            double[] expected = {a * b + c, a / b, root, 1.0 / root, Math.fma(a, b, c), single};
            for (int k = 0; k < expected.length; k++) {
                double result = results[k * INPUTS + i];
                if (Double.doubleToLongBits(result) != Double.doubleToLongBits(expected[k])) {
                    return Optional.of(OPERATIONS[k] + " is " + Decimal.shortest(result) + " and not "
                            + Decimal.shortest(expected[k]) + " for a = " + Decimal.shortest(a) + ", b = "
                            + Decimal.shortest(b) + ", c = " + Decimal.shortest(c));
                }
            }
        }
        return Optional.empty();
    }

    /** Numbers of every magnitude, half of them of everyday ones, all pairs of the special ones first. */
    private static double[][] inputs() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {1, 2, 3, 4});
        double[][] abc = new double[3][INPUTS];
        for (double[] numbers : abc) {
            for (int i = 0; i < INPUTS; i++) {
                double any = Double.longBitsToDouble(random.nextLong());
                numbers[i] = i % 2 == 0 || !Double.isFinite(any) ? 20 * random.nextDouble() - 10 : any;
            }
        }
        for (int i = 0; i < SPECIAL.length * SPECIAL.length; i++) {
            abc[0][i] = SPECIAL[i % SPECIAL.length];
            abc[1][i] = SPECIAL[i / SPECIAL.length];
        }
        return abc;
    }

    @SuppressWarnings("deprecation") // the newer call needs OpenCL 2
    private static double[] run(OpenClDevice device, double[][] abc) {
        try (OpenClProgram program = new OpenClProgram(device, List.of("selftest.cl"))) {
            cl_command_queue queue = clCreateCommandQueue(program.context, device.device(), 0, null);
            try {
                return run(program, queue, abc);
            } finally {
                clReleaseCommandQueue(queue);
            }
        }
    }

    private static double[] run(OpenClProgram program, cl_command_queue queue, double[][] abc) {
        int bytes = Double.BYTES * INPUTS;
        cl_kernel kernel = clCreateKernel(program.program, "selftest", null);
        try (OpenClBuffer input = new OpenClBuffer(program.context, CL_MEM_READ_ONLY);
                OpenClBuffer output = new OpenClBuffer(program.context, CL_MEM_WRITE_ONLY)) {
            input.reserve((long) abc.length * bytes);
            output.reserve((long) OPERATIONS.length * bytes);
            for (int k = 0; k < abc.length; k++) {
                input.host().asDoubleBuffer().put(k * INPUTS, abc[k]);
            }
            clSetKernelArg(kernel, 0, Sizeof.cl_mem, input.handle());
            clSetKernelArg(kernel, 1, Sizeof.cl_mem, output.handle());
            input.write(queue, (long) abc.length * bytes);
            clEnqueueNDRangeKernel(queue, kernel, 1, null, new long[] {INPUTS}, null, 0, null, null);
            output.read(queue, (long) OPERATIONS.length * bytes);
            double[] results = new double[OPERATIONS.length * INPUTS];
            output.host().asDoubleBuffer().get(0, results);
            return results;
        } finally {
            clReleaseKernel(kernel);
        }
    }
}
