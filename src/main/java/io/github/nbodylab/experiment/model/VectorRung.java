package io.github.nbodylab.experiment.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.trainingset.TrainingTable;
import java.util.ArrayList;
import java.util.List;

/** Several targets, each fitted apart by a rung that knows one. */
final class VectorRung extends RungAround {

    VectorRung(Rung rung) {
        super(rung);
    }

    @Override
    public Fit fit(TrainingTable rows) throws FitFailedException {
        if (rows.targets().size() == 1) {
            return rung.fit(rows);
        }
        List<Fit> fits = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        ObjectNode details = Json.object();
        for (int t = 0; t < rows.targets().size(); t++) {
            String target = rows.targets().get(t).name();
            try {
                Fit fit = rung.fit(rows.only(t));
                fits.add(fit);
                if (!fit.details().isEmpty()) {
                    details.set(target, fit.details());
                }
                fit.notes().forEach(note -> notes.add("of " + target + ": " + note));
            } catch (FitFailedException e) {
                throw new FitFailedException("for the target '" + target + "', " + e.getMessage());
            }
        }
        ObjectNode json = ModelJson.head(name(), Scaling.unscaled(rows), rows);
        ArrayNode parts = json.putArray("parts");
        fits.forEach(fit -> parts.add(fit.json()));
        return new Fit(json, fits.stream().mapToInt(Fit::parameters).sum(), notes, details);
    }
}
