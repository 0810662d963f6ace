package io.github.nbodylab.experiment.pipeline;

import io.github.nbodylab.experiment.spec.ExperimentSpec;
import io.github.nbodylab.experiment.spec.ResolvedSpec;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of a spec that stands in the key of a stage. Parameters at the value they always had are left out, so that a
 * key that joins the spec language later changes no key of before: whoever adds one adds its default here.
 */
final class KeyParameters {

    private static final Map<String, String> LEFT_OUT = Map.of(
            "trainingSet.row", "simulation",
            "trainingSet.target", "mergers",
            "trainingSet.missing", "refuse",
            "trainingSet.split.by", "design-point",
            "trainingSet.split.test", "0.2",
            "train.crossValidation.folds", "5",
            "train.choose", "simplest-within-one-standard-error",
            "validate.studies", "[learning-curve]",
            "validate.reproducibility.fits.relative", "1.0E-9");

    /** Where a file is says nothing of what is in it: its digest stands in the key. */
    private static final String PATH = "trainingSet.source";

    private KeyParameters() {}

    /**
     * The parameters of some sections.
     *
     * @param sections keys that are meant; one that ends with a dot means all below it
     */
    static SortedMap<String, String> of(ExperimentSpec spec, List<String> sections) {
        SortedMap<String, String> parameters = new TreeMap<>();
        ResolvedSpec.flat(spec).forEach((name, value) -> {
            boolean meant = sections.stream()
                    .anyMatch(section -> section.endsWith(".") ? name.startsWith(section) : name.equals(section));
            if (meant && !name.equals(PATH) && !value.equals(LEFT_OUT.get(name))) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }
}
