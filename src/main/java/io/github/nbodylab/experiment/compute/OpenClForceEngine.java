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

    private static final int LANES = Bodies.LANES;
    private static final int BODY_FIELDS = 10;
    private static final int FORCE_FIELDS = 6;
    private static final double FLOOR = 1e-200;

    /** Work-items to a group: few, so that even one small system gives work to several cores. */
    private static final int LOCAL = 4;

    private final OpenClProgram program;
    private final boolean ownsProgram;
    private final cl_command_queue queue;
    private final cl_kernel kernel;

    private int bodyCapacity;
    private int targetCapacity;
    private IntBuffer systems;
    private IntBuffer targets;
    private DoubleBuffer floors;
    private DoubleBuffer bodies;
    private DoubleBuffer forces;
    private cl_mem systemsMemory;
    private cl_mem targetsMemory;
    private cl_mem floorsMemory;
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
        int size = 0;
        int wanted = 0;
        for (ForceRequest request : batch.requests()) {
            size += request.sources().padded();
            wanted += padded(request);
        }
        if (size == 0) {
            return;
        }
        try {
            reserve(size, wanted);
            stage(batch);
            launch(wanted / LANES);
            scatter(batch);
        } catch (CLException e) {
            throw new IllegalStateException(program.device.name() + " failed: " + e.getMessage(), e);
        }
    }

    private static int padded(ForceRequest request) {
        return (request.count() + LANES - 1) / LANES * LANES;
    }

    private void stage(ForceBatch batch) {
        int start = 0;
        int group = 0;
        for (ForceRequest request : batch.requests()) {
            Bodies sources = request.sources();
            int end = start + sources.padded();
            double[][] fields = sources.fields();
            double[][] low = sources.low();
            for (int f = 0; f < BODY_FIELDS; f++) {
                bodies.put(f * bodyCapacity + start, f < 7 ? fields[f] : low[f - 7], 0, sources.padded());
            }
            double softening = request.softening();
            for (int k = 0; k < padded(request); k++) {
                targets.put(group * LANES + k, start + request.targets()[Math.min(k, request.count() - 1)]);
            }
            for (int k = 0; k < padded(request); k += LANES) {
                systems.put(2 * group, start);
                systems.put(2 * group + 1, end);
                floors.put(group++, Math.max(FLOOR, softening * softening));
            }
            start = end;
        }
    }

    private void scatter(ForceBatch batch) {
        int start = 0;
        for (ForceRequest request : batch.requests()) {
            double[][] into = request.into().fields();
            int fields = request.order() == ForceRequest.Order.JERK ? FORCE_FIELDS : FORCE_FIELDS / 2;
            for (int f = 0; f < fields; f++) {
                for (int k = 0; k < request.count(); k++) {
                    into[f][request.targets()[k]] = forces.get(f * targetCapacity + start + k);
                }
            }
            start += padded(request);
        }
    }

    private void launch(int groups) {
        write(systemsMemory, Pointer.to(systems), 2L * Sizeof.cl_int * groups);
        write(targetsMemory, Pointer.to(targets), (long) Sizeof.cl_int * LANES * groups);
        write(floorsMemory, Pointer.to(floors), (long) Sizeof.cl_double * groups);
        write(bodiesMemory, Pointer.to(bodies), (long) Sizeof.cl_double * BODY_FIELDS * bodyCapacity);
        clSetKernelArg(kernel, 0, Sizeof.cl_int, Pointer.to(new int[] {groups}));
        clSetKernelArg(kernel, 1, Sizeof.cl_int, Pointer.to(new int[] {bodyCapacity}));
        clSetKernelArg(kernel, 2, Sizeof.cl_int, Pointer.to(new int[] {targetCapacity}));
        cl_mem[] memory = {systemsMemory, targetsMemory, floorsMemory, bodiesMemory, forcesMemory};
        for (int k = 0; k < memory.length; k++) {
            clSetKernelArg(kernel, 3 + k, Sizeof.cl_mem, Pointer.to(memory[k]));
        }
        long[] global = {(groups + LOCAL - 1L) / LOCAL * LOCAL};
        clEnqueueNDRangeKernel(queue, kernel, 1, null, global, new long[] {LOCAL}, 0, null, null);
        long bytes = (long) Sizeof.cl_double * FORCE_FIELDS * targetCapacity;
        clEnqueueReadBuffer(queue, forcesMemory, true, 0, bytes, Pointer.to(forces), 0, null, null);
    }

    private void write(cl_mem memory, Pointer from, long bytes) {
        clEnqueueWriteBuffer(queue, memory, false, 0, bytes, from, 0, null, null);
    }

    private void reserve(int size, int wanted) {
        if (size <= bodyCapacity && wanted <= targetCapacity) {
            return;
        }
        releaseMemory();
        bodyCapacity = (size + size / 8 + LANES - 1) / LANES * LANES;
        targetCapacity = Math.max(bodyCapacity, wanted);
        int groups = targetCapacity / LANES;
        systems = direct(2L * Integer.BYTES * groups).asIntBuffer();
        targets = direct((long) Integer.BYTES * targetCapacity).asIntBuffer();
        floors = direct((long) Double.BYTES * groups).asDoubleBuffer();
        bodies = direct((long) Double.BYTES * BODY_FIELDS * bodyCapacity).asDoubleBuffer();
        forces = direct((long) Double.BYTES * FORCE_FIELDS * targetCapacity).asDoubleBuffer();
        systemsMemory = memory(CL_MEM_READ_ONLY, (long) Integer.BYTES * systems.capacity());
        targetsMemory = memory(CL_MEM_READ_ONLY, (long) Integer.BYTES * targets.capacity());
        floorsMemory = memory(CL_MEM_READ_ONLY, (long) Double.BYTES * floors.capacity());
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
        for (cl_mem memory : new cl_mem[] {systemsMemory, targetsMemory, floorsMemory, bodiesMemory, forcesMemory}) {
            if (memory != null) {
                clReleaseMemObject(memory);
            }
        }
        systemsMemory = null;
        targetsMemory = null;
        floorsMemory = null;
        bodiesMemory = null;
        forcesMemory = null;
        bodyCapacity = 0;
        targetCapacity = 0;
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
