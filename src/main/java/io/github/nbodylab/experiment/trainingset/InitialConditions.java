package io.github.nbodylab.experiment.trainingset;

import java.util.HashMap;
import java.util.Map;

/** The initial conditions of an ensemble, of which no two groups may have the same: one would be tested on the other. */
final class InitialConditions {

    private final Map<String, String> groupOf = new HashMap<>();

    /**
     * Notes the seed of a run.
     *
     * @throws TrainingSetException if a run of another group has it
     */
    void seed(Runs.Run run, String group) throws TrainingSetException {
        String seed = run.parameters().get("seed");
        if (seed != null) {
            note("the seed " + seed, seed, run, group, "run simulate again, which gives each run its own.");
        }
    }

    /**
     * Notes the digest of the first snapshot of a run.
     *
     * @throws TrainingSetException if a run of another group has it
     */
    void bodies(String digest, Runs.Run run, String group) throws TrainingSetException {
        note(
                "the same bodies at the start",
                digest,
                run,
                group,
                "rows of bodies need initial conditions of their own in each group, such as those of a profile that is"
                        + " drawn and not read from one file.");
    }

    private void note(String what, String key, Runs.Run run, String group, String remedy) throws TrainingSetException {
        String other = groupOf.putIfAbsent(key, group);
        if (other != null && !other.equals(group)) {
            throw new TrainingSetException("The run " + run.id() + " of the group '" + group + "' has " + what
                    + ", as one of the group '" + other + "' has: a test on what was trained on proves nothing; "
                    + remedy);
        }
    }
}
