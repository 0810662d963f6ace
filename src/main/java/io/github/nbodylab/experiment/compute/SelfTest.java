package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_MEM_COPY_HOST_PTR;
import static org.jocl.CL.CL_MEM_READ_ONLY;
import static org.jocl.CL.CL_MEM_WRITE_ONLY;
import static org.jocl.CL.clCreateBuffer;
import static org.jocl.CL.clCreateCommandQueue;
import static org.jocl.CL.clCreateKernel;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clEnqueueReadBuffer;
import static org.jocl.CL.clReleaseCommandQueue;
import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clReleaseMemObject;
import static org.jocl.CL.clSetKernelArg;

import io.github.nbodylab.experiment.spec.Decimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

/** Holds a device to the JVM's arithmetic before it may compute anything. */
final class SelfTest {

    private static final int INPUTS = 1 << 14;
    private static final String[] OPERATIONS = {"a * b + c", "a / b", "sqrt(a)", "1 / sqrt(a)"};
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
        1e-308,
        1e154,
        Math.nextDown(1.0),
        Math.nextUp(1.0)
    };
    private static final int[] SIZES = {1, 2, 3, 7, 8, 9, 17, 64, 100};

    private SelfTest() {}

    /**
     * What the device computes otherwise than the JVM does, if anything.
     *
     * @param engine on that device
     * @return one clause, such as {@code a / b = ... for a = ..., b = ..., not ...}
     * @throws IllegalStateException if the device fails, or a kernel does not build
     */
    static Optional<String> firstDifference(OpenClDevice device, ForceEngine engine) {
        return arithmetic(device).or(() -> forces(engine));
    }

    private static Optional<String> arithmetic(OpenClDevice device) {
        double[][] abc = inputs();
        double[] results = run(device, abc);
        for (int i = 0; i < INPUTS; i++) {
            double a = abc[0][i];
            double b = abc[1][i];
            double c = abc[2][i];
            double root = Math.sqrt(Math.abs(a));
            double[] expected = {a * b + c, a / b, root, 1.0 / root};
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
        double[] results = new double[OPERATIONS.length * INPUTS];
        try (OpenClProgram program = new OpenClProgram(device, "selftest.cl")) {
            cl_command_queue queue = clCreateCommandQueue(program.context, device.device(), 0, null);
            cl_kernel kernel = clCreateKernel(program.program, "selftest", null);
            cl_mem[] memory = new cl_mem[abc.length + 1];
            long bytes = (long) Sizeof.cl_double * INPUTS;
            for (int k = 0; k < abc.length; k++) {
                memory[k] = clCreateBuffer(
                        program.context, CL_MEM_READ_ONLY | CL_MEM_COPY_HOST_PTR, bytes, Pointer.to(abc[k]), null);
            }
            memory[abc.length] =
                    clCreateBuffer(program.context, CL_MEM_WRITE_ONLY, bytes * OPERATIONS.length, null, null);
            clSetKernelArg(kernel, 0, Sizeof.cl_int, Pointer.to(new int[] {INPUTS}));
            for (int k = 0; k < memory.length; k++) {
                clSetKernelArg(kernel, k + 1, Sizeof.cl_mem, Pointer.to(memory[k]));
            }
            clEnqueueNDRangeKernel(queue, kernel, 1, null, new long[] {INPUTS}, null, 0, null, null);
            Pointer into = Pointer.to(results);
            clEnqueueReadBuffer(queue, memory[abc.length], true, 0, bytes * OPERATIONS.length, into, 0, null, null);
            for (cl_mem one : memory) {
                clReleaseMemObject(one);
            }
            clReleaseKernel(kernel);
            clReleaseCommandQueue(queue);
        }
        return results;
    }

    /** A whole batch of systems, against the twin. */
    private static Optional<String> forces(ForceEngine engine) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(new long[] {5, 6, 7, 8});
        List<Bodies> systems = new ArrayList<>();
        for (int size : SIZES) {
            Bodies bodies = new Bodies(size);
            for (double[] field : bodies.fields()) {
                for (int i = 0; i < size; i++) {
                    field[i] = 2 * random.nextDouble() - 1;
                }
            }
            for (double[] low : bodies.low()) {
                for (int i = 0; i < size; i++) {
                    low[i] = 0x1p-54 * random.nextDouble();
                }
            }
            systems.add(bodies);
        }
        List<Forces> expected;
        try (ForceEngine twin = new JvmForceEngine()) {
            expected = evaluate(twin, systems);
        }
        List<Forces> got = evaluate(engine, systems);
        for (int s = 0; s < SIZES.length; s++) {
            if (!Arrays.deepEquals(got.get(s).fields(), expected.get(s).fields())) {
                return Optional.of("the forces on " + SIZES[s] + " bodies differ from the JVM twin's");
            }
        }
        return Optional.empty();
    }

    private static List<Forces> evaluate(ForceEngine engine, List<Bodies> systems) {
        ForceBatch batch = new ForceBatch();
        List<Forces> forces = new ArrayList<>();
        for (Bodies system : systems) {
            forces.add(new Forces(system.count()));
            batch.add(ForceRequest.all(system, forces.get(forces.size() - 1)));
        }
        engine.evaluate(batch);
        return forces;
    }
}
