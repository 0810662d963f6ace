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
import java.util.List;
import java.util.stream.Collectors;
import org.jocl.CLException;
import org.jocl.cl_context;
import org.jocl.cl_device_id;
import org.jocl.cl_program;

/** A device's context with one program built for it. */
final class OpenClProgram implements AutoCloseable {

    private static final int LOG_LINES = 12;

    /** Without it a GPU may round division and square root of single precision as it likes. */
    private static final String EXACT_SINGLE = "-cl-fp32-correctly-rounded-divide-sqrt";

    final OpenClDevice device;
    final cl_context context;
    final cl_program program;

    /**
     * Builds kernel files as one program.
     *
     * @param files their names, resources beside this class; each sees the macros of those before it
     * @throws IllegalStateException if they do not build; the message has the driver's log
     */
    OpenClProgram(OpenClDevice device, List<String> files) {
        // The numbers of lines in the log are then those of the file that it names.
        this(
                device,
                files.get(files.size() - 1),
                files.stream()
                        .map(file -> "#line 1 \"" + file + "\"\n" + source(file))
                        .collect(Collectors.joining()));
    }

    OpenClProgram(OpenClDevice device, String name, String source) {
        this.device = device;
        cl_device_id[] one = {device.device()};
        context = clCreateContext(null, 1, one, null, null, null);
        cl_program made = null;
        try {
            made = clCreateProgramWithSource(context, 1, new String[] {source}, null, null);
            program = made;
            clBuildProgram(program, 1, one, device.exactSingle() ? EXACT_SINGLE : null, null, null);
        } catch (CLException e) {
            String log = made == null ? "" : log(device, made);
            if (made != null) {
                clReleaseProgram(made);
            }
            clReleaseContext(context);
            throw new IllegalStateException(
                    "The kernel " + name + " does not build on " + device.name() + " (" + firstLine(e)
                            + "). The driver says:\n" + log,
                    e);
        }
    }

    /** JOCL adds the whole log to its message. */
    private static String firstLine(CLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String log(OpenClDevice device, cl_program program) {
        return readable(OpenClDevice.text((size, value, needed) ->
                clGetProgramBuildInfo(program, device.device(), CL_PROGRAM_BUILD_LOG, size, value, needed)));
    }

    /**
     * A driver's log without its blank lines and the folders of its temporary files, cut where it gets long.
     *
     * @param log as the driver gives it
     */
    static String readable(String log) {
        List<String> lines = log.lines()
                .map(line -> line.stripTrailing().replaceAll("(?:/[^\\s/:]+)+/(?=[^\\s/:]+:)", ""))
                .filter(line -> !line.isBlank())
                .toList();
        String more = lines.size() > LOG_LINES ? "\n... and " + (lines.size() - LOG_LINES) + " more lines" : "";
        return lines.stream().limit(LOG_LINES).collect(Collectors.joining("\n")) + more;
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
