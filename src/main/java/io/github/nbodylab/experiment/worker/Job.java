package io.github.nbodylab.experiment.worker;

import com.fasterxml.jackson.databind.JsonNode;

/** Work that the forked JVM does. A job file names the class, which has a public constructor without parameters. */
public interface Job {

    /**
     * Does the work; results are left as files.
     *
     * @param arguments from the job file
     * @param progress hears how it goes on
     * @throws JobFailedException if the user can mend what is wrong
     * @throws Exception if something broke
     */
    void run(JsonNode arguments, Progress progress) throws Exception;
}
