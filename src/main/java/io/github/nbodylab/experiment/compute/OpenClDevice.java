package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_DEVICE_DOUBLE_FP_CONFIG;
import static org.jocl.CL.CL_DEVICE_GLOBAL_MEM_SIZE;
import static org.jocl.CL.CL_DEVICE_MAX_COMPUTE_UNITS;
import static org.jocl.CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE;
import static org.jocl.CL.CL_DEVICE_NAME;
import static org.jocl.CL.CL_DEVICE_SINGLE_FP_CONFIG;
import static org.jocl.CL.CL_DEVICE_TYPE_ALL;
import static org.jocl.CL.CL_DRIVER_VERSION;
import static org.jocl.CL.CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT;
import static org.jocl.CL.CL_PLATFORM_NAME;
import static org.jocl.CL.clGetDeviceIDs;
import static org.jocl.CL.clGetDeviceInfo;
import static org.jocl.CL.clGetPlatformIDs;
import static org.jocl.CL.clGetPlatformInfo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/**
 * A device that OpenCL offers.
 *
 * @param index {@code PLATFORM:DEVICE}, both counted from 0
 * @param platformName of the driver
 * @param deviceName of the device
 * @param driver version
 * @param computeUnits how many
 * @param fp64 whether it computes in double precision
 * @param exactSingle whether it rounds division and square root in single precision correctly when asked to
 * @param largestBuffer bytes that one buffer may have
 * @param memory bytes that all of them may have
 * @param platform OpenCL's handle
 * @param device OpenCL's handle
 */
record OpenClDevice(
        String index,
        String platformName,
        String deviceName,
        String driver,
        int computeUnits,
        boolean fp64,
        boolean exactSingle,
        long largestBuffer,
        long memory,
        cl_platform_id platform,
        cl_device_id device) {

    /**
     * All devices of all platforms. Touches the native library: in a worker only.
     *
     * @throws CLException if there is no platform, or a driver fails
     * @throws LinkageError if there is no OpenCL on this machine
     */
    static List<OpenClDevice> all() {
        // A leftover library in the temporary folder, cut short, would end the JVM: each process unpacks its own.
        System.setProperty("uniqueLibraryNames", "true");
        CL.setExceptionsEnabled(true);
        int[] count = new int[1];
        clGetPlatformIDs(0, null, count);
        cl_platform_id[] platforms = new cl_platform_id[count[0]];
        clGetPlatformIDs(platforms.length, platforms, null);
        List<OpenClDevice> devices = new ArrayList<>();
        for (int p = 0; p < platforms.length; p++) {
            cl_device_id[] ids = ids(platforms[p]);
            for (int d = 0; d < ids.length; d++) {
                devices.add(describe(p + ":" + d, platforms[p], ids[d]));
            }
        }
        return devices;
    }

    /** Platform and device by name. */
    String name() {
        return platformName + ": " + deviceName;
    }

    private static cl_device_id[] ids(cl_platform_id platform) {
        try {
            int[] count = new int[1];
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, 0, null, count);
            cl_device_id[] ids = new cl_device_id[count[0]];
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, ids.length, ids, null);
            return ids;
        } catch (CLException e) {
            return new cl_device_id[0]; // none there, or a broken driver, which must not hide those of others
        }
    }

    private static boolean fp64(cl_device_id device) {
        try {
            return number(device, CL_DEVICE_DOUBLE_FP_CONFIG) != 0;
        } catch (CLException e) {
            return false; // drivers without double precision may not know the question
        }
    }

    private static long number(cl_device_id device, int question) {
        long[] answer = new long[1];
        clGetDeviceInfo(device, question, Long.BYTES, Pointer.to(answer), null);
        return answer[0];
    }

    private static OpenClDevice describe(String index, cl_platform_id platform, cl_device_id device) {
        int[] units = new int[1];
        clGetDeviceInfo(device, CL_DEVICE_MAX_COMPUTE_UNITS, Integer.BYTES, Pointer.to(units), null);
        return new OpenClDevice(
                index,
                text((size, value, needed) -> clGetPlatformInfo(platform, CL_PLATFORM_NAME, size, value, needed)),
                text((size, value, needed) -> clGetDeviceInfo(device, CL_DEVICE_NAME, size, value, needed)),
                text((size, value, needed) -> clGetDeviceInfo(device, CL_DRIVER_VERSION, size, value, needed)),
                units[0],
                fp64(device),
                (number(device, CL_DEVICE_SINGLE_FP_CONFIG) & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0,
                number(device, CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                number(device, CL_DEVICE_GLOBAL_MEM_SIZE),
                platform,
                device);
    }

    /** One of OpenCL's functions that give a text: first asked for its length, then for its bytes. */
    interface TextQuery {
        int ask(long size, Pointer value, long[] needed);
    }

    static String text(TextQuery query) {
        long[] needed = new long[1];
        query.ask(0, null, needed);
        byte[] bytes = new byte[(int) needed[0]];
        query.ask(bytes.length, Pointer.to(bytes), null);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
    }
}
