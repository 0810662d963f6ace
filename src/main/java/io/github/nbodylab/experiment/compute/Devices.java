package io.github.nbodylab.experiment.compute;

import static org.jocl.CL.CL_PLATFORM_NOT_FOUND_KHR;

import io.github.nbodylab.experiment.worker.JobFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jocl.CLException;

/** Finds what this machine can compute on. Touches native code: in a worker only. */
public final class Devices {

    private static final String INSTALL = "apt-get install pocl-opencl-icd ocl-icd-libopencl1";
    private static final String TWIN = "the JVM twin computes the same bits";

    private final List<OpenClDevice> found;
    private final Optional<String> problem;

    Devices(List<OpenClDevice> found, Optional<String> problem) {
        this.found = List.copyOf(found);
        this.problem = problem;
    }

    /**
     * Asks OpenCL what there is; a machine without OpenCL is no error. One thread at a time: PoCL 3.1 crashes the process
     * when a second thread asks for a device's name while the first still sets the devices up.
     */
    public static synchronized Devices probe() {
        try {
            List<OpenClDevice> found = OpenClDevice.all();
            return new Devices(
                    found, found.isEmpty() ? Optional.of("no driver offers a device: " + INSTALL) : Optional.empty());
        } catch (CLException e) {
            String what = e.getStatus() == CL_PLATFORM_NOT_FOUND_KHR
                    ? "no driver: " + INSTALL
                    : "OpenCL fails with " + e.getMessage();
            return new Devices(List.of(), Optional.of(what));
        } catch (LinkageError e) {
            return new Devices(List.of(), Optional.of("no ICD loader: " + INSTALL));
        }
    }

    /** One line for each device that OpenCL sees; none where it sees none. */
    public List<String> lines() {
        return found.stream()
                .map(device -> device.index() + "  " + device.name() + ", driver " + device.driver() + ", "
                        + device.computeUnits() + " compute units, "
                        + (device.fp64() ? "double precision" : "no double precision"))
                .toList();
    }

    /** Why OpenCL sees no device, if it sees none. */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * The engine to use.
     *
     * @param engine to be closed by the caller
     * @param why one sentence: what was chosen and why
     */
    public record Choice(ForceEngine engine, String why) {}

    /**
     * Chooses an engine without a look at the work: as {@link #choose(String, EngineRace)}, but {@code auto} is the first
     * good OpenCL device, else the JVM twin.
     */
    public Choice choose(String wanted) throws JobFailedException {
        return choose(wanted, null);
    }

    /**
     * Chooses an engine. Every device has to pass the self-test; one that fails is refused by its name.
     *
     * @param wanted {@code auto}: the faster at the work, of the first good OpenCL device and the JVM twin; {@code opencl}:
     *     that device; {@code jvm}: the twin; {@code PLATFORM:DEVICE}: that device, each an index or part of a
     *     name
     * @param race for {@code auto}, null for none
     * @throws JobFailedException if there is no such device, or it fails the self-test
     */
    public Choice choose(String wanted, EngineRace race) throws JobFailedException {
        String word = wanted.strip().toLowerCase(Locale.ROOT);
        if (word.equals("jvm")) {
            return new Choice(new JvmForceEngine(), "The JVM twin computes, as asked for");
        }
        List<String> refused = new ArrayList<>();
        if (word.equals("auto") || word.equals("opencl")) {
            Optional<ForceEngine> engine = firstGood(device -> true, refused);
            if (engine.isPresent()) {
                if (word.equals("auto") && race != null) {
                    return faster(engine.get(), new JvmForceEngine(), race, refused);
                }
                String or = word.equals("auto") ? ", or the JVM twin where that is faster" : "";
                return new Choice(engine.get(), "OpenCL on " + engine.get().device() + or + tail(refused));
            }
            String none = "No OpenCL device (" + problem.orElse(String.join("; ", refused)) + ")";
            if (word.equals("auto")) {
                return new Choice(new JvmForceEngine(), none + "; " + TWIN);
            }
            throw new JobFailedException(none + "; with the device 'auto' or 'jvm', " + TWIN);
        }
        Predicate<OpenClDevice> asked = DeviceName.parse(word);
        if (found.stream().noneMatch(asked)) {
            throw new JobFailedException("There is no device '" + wanted + "'. " + there());
        }
        return firstGood(asked, refused)
                .map(engine -> new Choice(engine, "OpenCL on " + engine.device() + ", as asked for"))
                .orElseThrow(() -> new JobFailedException(
                        "The device '" + wanted + "' cannot be used: " + String.join("; ", refused)));
    }

    private static Choice faster(ForceEngine device, ForceEngine twin, EngineRace race, List<String> refused) {
        Optional<String> small = device.capacity().refusal(race.load());
        if (small.isPresent()) {
            device.close();
            return new Choice(twin, small.get() + "; " + TWIN);
        }
        try {
            List<ForceEngine> engines = List.of(device, twin);
            EngineRace.Result result = race.run(engines);
            engines.get(1 - result.fastest()).close();
            return new Choice(engines.get(result.fastest()), result.why() + tail(refused));
        } catch (IllegalStateException e) {
            device.close();
            return new Choice(twin, e.getMessage() + "; " + TWIN);
        }
    }

    private String there() {
        String list = found.stream()
                .map(device -> device.index() + " (" + device.name() + ")")
                .collect(Collectors.joining(", "));
        return "There are: auto, opencl, jvm" + (list.isEmpty() ? "" : ", " + list)
                + problem.map(text -> "; no OpenCL device (" + text + ")").orElse("");
    }

    private static String tail(List<String> refused) {
        return refused.isEmpty() ? "" : "; refused: " + String.join("; ", refused);
    }

    private Optional<ForceEngine> firstGood(Predicate<OpenClDevice> wanted, List<String> refused) {
        for (OpenClDevice device : found) {
            if (wanted.test(device)) {
                Optional<ForceEngine> engine = open(device, refused);
                if (engine.isPresent()) {
                    return engine;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ForceEngine> open(OpenClDevice device, List<String> refused) {
        if (!device.fp64()) {
            refused.add(device.name() + " has no double precision");
            return Optional.empty();
        }
        Optional<String> difference;
        ForceEngine engine = null;
        try {
            engine = new OpenClForceEngine(device);
            difference = SelfTest.firstDifference(device, engine);
        } catch (IllegalStateException | CLException e) {
            close(engine);
            refused.add(e.getMessage());
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            close(engine);
            throw e;
        }
        if (difference.isEmpty()) {
            return Optional.of(engine);
        }
        engine.close();
        refused.add(device.name() + " computes otherwise than IEEE 754 says: " + difference.get());
        return Optional.empty();
    }

    private static void close(ForceEngine engine) {
        if (engine != null) {
            engine.close();
        }
    }
}
