package io.github.nbodylab.experiment.report.crate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The software that made results: this plugin, the Java runtime of its worker, and drivers of OpenCL. */
final class Software {

    private static final String PLUGIN = "https://nbodylab.github.io/experiment-maven-plugin";
    private static final String RUNTIME = "#worker-java-runtime";

    private final List<String> drivers = new ArrayList<>();
    private final boolean runtime;
    private final boolean twin;

    /**
     * Describes it.
     *
     * @param graph gets its entities
     * @param provenance as {@code provenance.json} holds it
     */
    Software(Graph graph, String pluginVersion, JsonNode provenance) {
        describe(graph, PLUGIN, "experiment-maven-plugin", PLUGIN, pluginVersion);
        String version = provenance.path("jdk").path("worker").asText();
        this.runtime = !version.isEmpty();
        if (runtime) {
            describe(graph, RUNTIME, "Java runtime of the plugin's worker", "https://openjdk.org/", version);
        }
        boolean onJvm = false;
        for (JsonNode device : provenance.path("devices")) {
            if (device.path("engine").asText().equals("opencl")) {
                String id = "#opencl-driver-" + (drivers.size() + 1);
                drivers.add(id);
                describe(
                        graph,
                        id,
                        "OpenCL driver of " + device.path("device").asText(),
                        "https://www.khronos.org/opencl/",
                        device.path("driver").asText());
            } else {
                onJvm = true;
            }
        }
        this.twin = onJvm;
    }

    private static void describe(Graph graph, String id, String name, String url, String version) {
        ObjectNode software = graph.entity(id, "SoftwareApplication");
        software.put("name", name).put("url", url);
        if (!version.isEmpty()) {
            software.put("softwareVersion", version);
        }
    }

    /** What a stage ran on: forces are computed by the drivers or on the JVM, and models fitted by the runtime. */
    List<String> of(String stage) {
        List<String> instruments = new ArrayList<>(List.of(PLUGIN));
        if (stage.equals(ResultFile.SIMULATE)) {
            instruments.addAll(drivers);
        }
        if (runtime && (twin || !stage.equals(ResultFile.SIMULATE))) {
            instruments.add(RUNTIME);
        }
        return instruments;
    }
}
