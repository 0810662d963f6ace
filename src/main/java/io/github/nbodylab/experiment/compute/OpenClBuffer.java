package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.clCreateBuffer;
import static org.jocl.CL.clEnqueueReadBuffer;
import static org.jocl.CL.clEnqueueWriteBuffer;
import static org.jocl.CL.clReleaseMemObject;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_mem;

/** Memory on a device with its copy on the host; grows, never shrinks. */
final class OpenClBuffer implements AutoCloseable {

    /** Below so many bytes some more are taken, so that it need not grow for each slightly larger batch. */
    private static final long GENEROUS = 1 << 26;

    private final cl_context context;
    private final long flags;
    private ByteBuffer host = ByteBuffer.allocateDirect(0);
    private cl_mem memory;

    /**
     * An empty buffer.
     *
     * @param flags OpenCL's, how the kernels use it
     */
    OpenClBuffer(cl_context context, long flags) {
        this.context = context;
        this.flags = flags;
    }

    /**
     * Makes room; what was in it is lost where it grows.
     *
     * @param bytes that are needed
     * @return whether the memory is another one now
     */
    boolean reserve(long bytes) {
        if (bytes <= host.capacity()) {
            return false;
        }
        close();
        int capacity = Math.toIntExact(bytes < GENEROUS ? bytes + bytes / 8 : bytes);
        memory = clCreateBuffer(context, flags, capacity, null, null);
        host = ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
        return true;
    }

    /** The copy on the host. */
    ByteBuffer host() {
        return host;
    }

    /** Points to OpenCL's handle, for a kernel's argument. */
    Pointer handle() {
        return Pointer.to(memory);
    }

    /** Begins to copy the first bytes to the device. */
    void write(cl_command_queue queue, long bytes) {
        clEnqueueWriteBuffer(queue, memory, false, 0, bytes, Pointer.to(host), 0, null, null);
    }

    /** Copies the first bytes from the device, when all before it in the queue is done. */
    void read(cl_command_queue queue, long bytes) {
        clEnqueueReadBuffer(queue, memory, true, 0, bytes, Pointer.to(host), 0, null, null);
    }

    @Override
    public void close() {
        if (memory != null) {
            clReleaseMemObject(memory);
            memory = null;
            host = ByteBuffer.allocateDirect(0);
        }
    }
}
