package io.github.nbodylab.experiment.trainingset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Target;
import java.util.ArrayList;
import java.util.List;

/** Targets in {@code trainingset.json}, model files and reports: one as {@code target}, several as {@code targets}. */
public final class TargetJson {

    private TargetJson() {}

    /** Writes targets into an object. */
    public static void write(ObjectNode json, List<Target> targets) {
        if (targets.size() == 1) {
            json.set("target", target(targets.get(0)));
            return;
        }
        ArrayNode array = json.putArray("targets");
        targets.forEach(target -> array.add(target(target)));
    }

    private static ObjectNode target(Target target) {
        ObjectNode json = Json.object().put("name", target.name()).put("count", target.isCount());
        if (target.isClass()) {
            ArrayNode levels = json.putArray("levels");
            target.levels().forEach(levels::add);
        }
        return json;
    }

    /** Reads what {@link #write} wrote. */
    static List<Target> read(JsonNode json) {
        List<Target> targets = new ArrayList<>();
        for (JsonNode target : json.has("targets") ? json.path("targets") : List.of(json.path("target"))) {
            String name = target.path("name").asText();
            if (target.has("levels")) {
                List<String> levels = new ArrayList<>();
                target.path("levels").forEach(level -> levels.add(level.asText()));
                targets.add(Target.ofClasses(name, levels));
            } else {
                targets.add(target.path("count").asBoolean() ? Target.count(name) : Target.real(name));
            }
        }
        return targets;
    }

    /**
     * The number of a cell: of a class, the index of its level.
     *
     * @throws TrainingSetException if it is none, not finite, or no class
     */
    static double number(Target target, String cell) throws TrainingSetException {
        if (!target.isClass()) {
            return Column.finite(target.name(), cell);
        }
        int level = target.levels().indexOf(cell);
        if (level < 0) {
            throw new TrainingSetException("The target '" + target.name() + "' has the class '" + cell
                    + "', which is none of " + target.levels() + ".");
        }
        return level;
    }
}
