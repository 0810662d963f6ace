package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_MEM_READ_ONLY;
import static org.jocl.CL.CL_MEM_WRITE_ONLY;
import static org.jocl.CL.clCreateBuffer;
import static org.jocl.CL.clCreateCommandQueue;
import static org.jocl.CL.clCreateKernel;
import static org.jocl.CL.clEnqueueNDRangeKernel;
import static org.jocl.CL.clEnqueueReadBuffer;
import static org.jocl.CL.clEnqueueWriteBuffer;
import static org.jocl.CL.clReleaseCommandQueue;
import static org.jocl.CL.clReleaseKernel;
import static org.jocl.CL.clReleaseMemObject;
import static org.jocl.CL.clSetKernelArg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;

/** Runs {@code force.cl}: one launch for the whole batch, with one copy to the device and one back. */
final class OpenClForceEngine implements ForceEngine {

    private static final int LANES = ForceBatch.LANES;

    /** Work-items to a group: few, so that even one small system gives work to several cores. */
    private static final int LOCAL = 4;

    private final OpenClProgram program;
    private final boolean ownsProgram;
    private final cl_command_queue queue;
    private final cl_kernel kernel;

    private int capacity;
    private IntBuffer systems;
    private DoubleBuffer bodies;
    private DoubleBuffer forces;
    private cl_mem systemsMemory;
    private cl_mem bodiesMemory;
    private cl_mem forcesMemory;

    /**
     * Builds the kernel.
     *
     * @throws IllegalStateException if it does not build; the message has the driver's log
     */
    OpenClForceEngine(OpenClDevice device) {
        this(new OpenClProgram(device, "force.cl"), true);
    }

    @SuppressWarnings("deprecation") // the newer call needs OpenCL 2
    private OpenClForceEngine(OpenClProgram program, boolean ownsProgram) {
        this.program = program;
        this.ownsProgram = ownsProgram;
        queue = clCreateCommandQueue(program.context, program.device.device(), 0, null);
        kernel = clCreateKernel(program.program, "force", null);
    }

    @Override
    public Device device() {
        return new Device("opencl", program.device.name(), program.device.driver());
    }

    @Override
    public ForceEngine sibling() {
        return new OpenClForceEngine(program, false);
    }

    @Override
    public void evaluate(ForceBatch batch) {
        int size = batch.size();
        if (size == 0) {
            return;
        }
        try {
            reserve(size);
            stage(batch);
            launch(size / LANES);
            for (int f = 0; f < ForceBatch.FORCE_FIELDS; f++) {
                forces.get(f * capacity, batch.forces[f], 0, size);
            }
        } catch (CLException e) {
            throw new IllegalStateException(program.device.name() + " failed: " + e.getMessage(), e);
        }
    }

    private void stage(ForceBatch batch) {
        int size = batch.size();
        for (int f = 0; f < ForceBatch.BODY_FIELDS; f++) {
            bodies.put(f * capacity, batch.bodies[f], 0, size);
        }
        for (int s = 0; s < batch.systems(); s++) {
            for (int i = batch.start(s); i < batch.end(s); i += LANES) {
                systems.put(2 * i / LANES, batch.start(s));
                systems.put(2 * i / LANES + 1, batch.end(s));
            }
        }
    }

    private void launch(int groups) {
        write(systemsMemory, Pointer.to(systems), 2L * Sizeof.cl_int * groups);
        write(bodiesMemory, Pointer.to(bodies), (long) Sizeof.cl_double * ForceBatch.BODY_FIELDS * capacity);
        clSetKernelArg(kernel, 0, Sizeof.cl_int, Pointer.to(new int[] {groups}));
        clSetKernelArg(kernel, 1, Sizeof.cl_int, Pointer.to(new int[] {capacity}));
        clSetKernelArg(kernel, 2, Sizeof.cl_mem, Pointer.to(systemsMemory));
        clSetKernelArg(kernel, 3, Sizeof.cl_mem, Pointer.to(bodiesMemory));
        clSetKernelArg(kernel, 4, Sizeof.cl_mem, Pointer.to(forcesMemory));
        long[] global = {(groups + LOCAL - 1L) / LOCAL * LOCAL};
        clEnqueueNDRangeKernel(queue, kernel, 1, null, global, new long[] {LOCAL}, 0, null, null);
        long bytes = (long) Sizeof.cl_double * ForceBatch.FORCE_FIELDS * capacity;
        clEnqueueReadBuffer(queue, forcesMemory, true, 0, bytes, Pointer.to(forces), 0, null, null);
    }

    private void write(cl_mem memory, Pointer from, long bytes) {
        clEnqueueWriteBuffer(queue, memory, false, 0, bytes, from, 0, null, null);
    }

    private void reserve(int size) {
        if (size <= capacity && size > capacity / 2) {
            return;
        }
        releaseMemory();
        capacity = (size + size / 8 + LANES - 1) / LANES * LANES;
        systems = direct(Integer.BYTES * 2L * (capacity / LANES)).asIntBuffer();
        bodies = direct((long) Double.BYTES * ForceBatch.BODY_FIELDS * capacity).asDoubleBuffer();
        forces =
                direct((long) Double.BYTES * ForceBatch.FORCE_FIELDS * capacity).asDoubleBuffer();
        systemsMemory = memory(CL_MEM_READ_ONLY, (long) Integer.BYTES * systems.capacity());
        bodiesMemory = memory(CL_MEM_READ_ONLY, (long) Double.BYTES * bodies.capacity());
        forcesMemory = memory(CL_MEM_WRITE_ONLY, (long) Double.BYTES * forces.capacity());
    }

    private cl_mem memory(long flags, long bytes) {
        return clCreateBuffer(program.context, flags, bytes, null, null);
    }

    private static ByteBuffer direct(long bytes) {
        return ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    }

    private void releaseMemory() {
        for (cl_mem memory : new cl_mem[] {systemsMemory, bodiesMemory, forcesMemory}) {
            if (memory != null) {
                clReleaseMemObject(memory);
            }
        }
        systemsMemory = null;
        bodiesMemory = null;
        forcesMemory = null;
        capacity = 0;
    }

    @Override
    public void close() {
        releaseMemory();
        clReleaseKernel(kernel);
        clReleaseCommandQueue(queue);
        if (ownsProgram) {
            program.close();
        }
    }
}
