package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_MEM_READ_ONLY;
import static org.jocl.CL.CL_MEM_WRITE_ONLY;
import static org.jocl.CL.clCreateCommandQueue;
import static org.jocl.CL.clCreateKernel;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clReleaseCommandQueue;
import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clSetKernelArg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;

/** Computes on an OpenCL device: one launch for all of a batch, with one copy to the device and one back. */
final class OpenClForceEngine implements ForceEngine {

    /** Work-items to a group: few, so that even one small system gives work to several cores. */
    private static final int LOCAL = 4;

    private final OpenClProgram program;
    private final boolean ownsProgram;
    private final cl_command_queue queue;
    private final OpenClBuffer input;
    private final OpenClBuffer forces;
    private final Map<String, cl_kernel> kernels = new HashMap<>();

    /**
     * Builds the kernels.
     *
     * @throws IllegalStateException if they do not build; the message has the driver's log
     */
    OpenClForceEngine(OpenClDevice device) {
        this(new OpenClProgram(device, files()), true);
    }

    @SuppressWarnings("deprecation") // the newer call needs OpenCL 2
    private OpenClForceEngine(OpenClProgram program, boolean ownsProgram) {
        this.program = program;
        this.ownsProgram = ownsProgram;
        try {
            queue = clCreateCommandQueue(program.context, program.device.device(), 0, null);
        } catch (CLException e) {
            if (ownsProgram) {
                program.close();
            }
            throw e;
        }
        input = new OpenClBuffer(program.context, CL_MEM_READ_ONLY);
        forces = new OpenClBuffer(program.context, CL_MEM_WRITE_ONLY);
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>(List.of("canonical.cl"));
        for (ForceRequest.Order order : ForceRequest.Order.values()) {
            for (ForceLaunch.Shape shape : ForceLaunch.Shape.values()) {
                files.add(ForceLaunch.kernel(order, shape) + ".cl");
            }
        }
        return files;
    }

    @Override
    public Device device() {
        return new Device("opencl", program.device.name(), program.device.driver());
    }

    @Override
    public Capacity capacity() {
        OpenClDevice device = program.device;
        return Capacity.device(
                device.name(),
                Math.min(device.largestBuffer(), Integer.MAX_VALUE), // its copy on the host is a ByteBuffer
                ForceLaunch.BODY_BYTES,
                device.memory(),
                ForceLaunch.BODY_BYTES + ForceLaunch.TARGET_BYTES);
    }

    @Override
    public ForceEngine sibling() {
        return new OpenClForceEngine(program, false);
    }

    @Override
    public void evaluate(ForceBatch batch) {
        for (ForceRequest.Order order : ForceRequest.Order.values()) {
            ForceLaunch launch = ForceLaunch.of(batch, order);
            if (launch != null) {
                run(launch);
            }
        }
    }

    /** Launches the kernel, waits for it and hands out its results. */
    void run(ForceLaunch launch) {
        try {
            input.reserve(launch.inputBytes());
            forces.reserve(launch.forceBytes());
            launch.stage(input.host());
            input.write(queue, launch.inputBytes());
            long[] global = {(launch.units() + LOCAL - 1L) / LOCAL * LOCAL};
            cl_kernel kernel = kernel(launch);
            clEnqueueNDRangeKernel(queue, kernel, 1, null, global, new long[] {LOCAL}, 0, null, null);
            forces.read(queue, launch.forceBytes());
            launch.scatter(forces.host());
        } catch (CLException e) {
            throw new IllegalStateException(program.device.name() + " failed: " + e.getMessage(), e);
        }
    }

    private cl_kernel kernel(ForceLaunch launch) {
        cl_kernel kernel =
                kernels.computeIfAbsent(launch.kernel(), name -> clCreateKernel(program.program, name, null));
        clSetKernelArg(kernel, 0, Sizeof.cl_int, Pointer.to(new int[] {launch.units()}));
        clSetKernelArg(kernel, 1, Sizeof.cl_int, Pointer.to(new int[] {launch.size()}));
        clSetKernelArg(kernel, 2, Sizeof.cl_mem, input.handle());
        clSetKernelArg(kernel, 3, Sizeof.cl_mem, forces.handle());
        return kernel;
    }

    @Override
    public void close() {
        input.close();
        forces.close();
        kernels.values().forEach(kernel -> clReleaseKernel(kernel));
        clReleaseCommandQueue(queue);
        if (ownsProgram) {
            program.close();
        }
    }
}
