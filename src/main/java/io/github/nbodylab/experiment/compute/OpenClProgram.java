package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_PROGRAM_BUILD_LOG;
import static org.jocl.CL.clBuildProgram;
import static org.jocl.CL.clCreateContext;
import static org.jocl.CL.clCreateProgramWithSource;
import static org.jocl.CL.clGetProgramBuildInfo;
import static org.jocl.CL.clReleaseContext;
import static org.jocl.CL.clReleaseProgram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jocl.CLException;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_program;

/** A device's context with one kernel file built for it. */
final class OpenClProgram implements AutoCloseable {

    final OpenClDevice device;
    final cl_context context;
    final cl_program program;

    /**
     * Builds a kernel file.
     *
     * @param file its name, a resource beside this class
     * @throws IllegalStateException if it does not build; the message has the driver's log
     */
    OpenClProgram(OpenClDevice device, String file) {
        this(device, file, source(file));
    }

    OpenClProgram(OpenClDevice device, String file, String source) {
        this.device = device;
        cl_device_id[] one = {device.device()};
        context = clCreateContext(null, 1, one, null, null, null);
        program = clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
        try {
            clBuildProgram(program, 1, one, null, null, null);
        } catch (CLException e) {
            String log = OpenClDevice.text((size, value, needed) ->
                    clGetProgramBuildInfo(program, device.device(), CL_PROGRAM_BUILD_LOG, size, value, needed));
            close();
            throw new IllegalStateException(
                    "The kernel " + file + " does not build on " + device.name() + " (" + e.getMessage()
                            + "). The driver says:\n" + log,
                    e);
        }
    }

    @Override
    public void close() {
        clReleaseProgram(program);
        clReleaseContext(context);
    }

    private static String source(String file) {
        try (InputStream in = OpenClProgram.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the kernel " + file + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
