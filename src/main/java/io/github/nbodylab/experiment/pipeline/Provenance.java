package io.github.nbodylab.experiment.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.compute.Device;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.store.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where results come from: {@code provenance.json}, which is in no digest. */
final class Provenance {

    private Provenance() {}

    /** Notes what simulated, when the runs' table is written. */
    static void noteDevices(Path folder, Map<Device, Integer> devices) throws IOException {
        ObjectNode provenance = read(folder);
        ArrayNode list = provenance.putArray("devices");
        devices.forEach((device, runs) -> list.addObject()
                .put("engine", device.engine())
                .put("device", device.name())
                .put("driver", device.driver())
                .put("runs", runs));
        Json.write(folder.resolve("provenance.json"), provenance);
    }

    /** Notes which JDK fitted the models. */
    static void noteWorkerJdk(Path folder, String version) throws IOException {
        ObjectNode provenance = read(folder);
        provenance.withObject("/jdk").put("worker", version);
        Json.write(folder.resolve("provenance.json"), provenance);
    }

    /** Notes versions, stages and digests, when all results are there. */
    static void complete(Path folder, String pluginVersion, List<Stage> stages, Map<String, String> digests)
            throws IOException {
        ObjectNode provenance = read(folder);
        provenance.put("plugin", pluginVersion);
        provenance.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        provenance.withObject("/jdk").put("maven", Runtime.version().toString());
        ArrayNode list = provenance.putArray("stages");
        for (Stage stage : stages) {
            list.addObject()
                    .put("name", stage.name())
                    .put("revision", stage.revision())
                    .put("reason", stage.reason());
        }
        ObjectNode all = provenance.putObject("digests");
        digests.forEach(all::put);
        Json.write(folder.resolve("provenance.json"), provenance);
    }

    private static ObjectNode read(Path folder) throws IOException {
        return Json.readOrEmpty(folder.resolve("provenance.json"));
    }
}
