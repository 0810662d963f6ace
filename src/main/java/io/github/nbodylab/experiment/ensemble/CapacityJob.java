package io.github.nbodylab.experiment.ensemble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Capacity;
import io.github.nbodylab.experiment.compute.Devices;
import io.github.nbodylab.experiment.compute.ForceEngine;
import io.github.nbodylab.experiment.compute.Load;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.worker.Job;
import io.github.nbodylab.experiment.worker.JobFailedException;
import io.github.nbodylab.experiment.worker.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says of all experiments of a build whether their simulations fit into memory. Arguments: {@code loads}, the {@link Load}
 * of each experiment by its name, and {@code device}, as in {@link SimulateJob}.
 */
public final class CapacityJob implements Job {

    /** Creates the job. */
    public CapacityJob() {}

    /**
     * Its arguments.
     *
     * @param loads by name of the experiment
     */
    public static ObjectNode arguments(Map<String, Load> loads, String device) {
        ObjectNode arguments = Json.object();
        ObjectNode all = arguments.putObject("loads");
        loads.forEach((name, load) -> all.putObject(name)
                .put("systems", load.systems())
                .put("largest", load.largest())
                .put("bodies", load.bodies())
                .put("hostBytes", load.hostBytes()));
        return arguments.put("device", device);
    }

    /**
     * Looks.
     *
     * @throws JobFailedException if something does not fit, with a line for each experiment; or if the device does not exist
     *     or cannot be used
     */
    @Override
    public void run(JsonNode arguments, Progress progress) throws JobFailedException {
        Capacity capacity = capacity(arguments.path("device").asText("auto"));
        List<String> refusals = new ArrayList<>();
        for (Map.Entry<String, JsonNode> load : arguments.path("loads").properties()) {
            capacity.refusal(load(load.getValue())).ifPresent(refusal -> refusals.add(load.getKey() + ": " + refusal));
        }
        if (!refusals.isEmpty()) {
            throw new JobFailedException(String.join("\n", refusals));
        }
    }

    private static Load load(JsonNode node) {
        return new Load(
                node.path("systems").asInt(),
                node.path("largest").asLong(),
                node.path("bodies").asLong(),
                node.path("hostBytes").asLong());
    }

    /** With {@code auto} the twin takes what is too large for a device. */
    private static Capacity capacity(String device) throws JobFailedException {
        if (List.of("auto", "jvm").contains(device.strip().toLowerCase(Locale.ROOT))) {
            return Capacity.host();
        }
        try (ForceEngine engine = Devices.probe().choose(device).engine()) {
            return engine.capacity();
        }
    }
}
