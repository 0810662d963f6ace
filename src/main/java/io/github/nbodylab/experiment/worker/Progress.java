package io.github.nbodylab.experiment.worker;

/** Where a job tells how it goes on: whole lines, which become log lines of the build. */
public interface Progress {

    /** Of interest to the user. */
    void info(String line);

    /** The user should know, though the work goes on. */
    void warn(String line);

    /** For {@code mvn -X}. */
    void debug(String line);
}
