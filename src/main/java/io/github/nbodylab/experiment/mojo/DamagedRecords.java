package io.github.nbodylab.experiment.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.reporting.MavenReportException;

/** The records that cannot be shown: each is told at once, and all of them fail the build at its end if that is asked for. */
final class DamagedRecords {

    private static final String WARN = "warn";
    private static final String FAIL = "fail";

    private final boolean fail;
    private final Log log;
    private final List<String> told = new ArrayList<>();

    /**
     * None yet.
     *
     * @param parameter {@code warn} or {@code fail}
     * @throws MavenReportException if it is another word
     */
    DamagedRecords(String parameter, Log log) throws MavenReportException {
        if (!parameter.equals(WARN) && !parameter.equals(FAIL)) {
            throw new MavenReportException(
                    "experiment.damagedRecords is '" + parameter + "'; it can be " + WARN + " or " + FAIL);
        }
        this.fail = parameter.equals(FAIL);
        this.log = log;
    }

    void tell(String complaint) {
        log.warn(complaint);
        told.add(complaint);
    }

    /** What was told. */
    List<String> told() {
        return List.copyOf(told);
    }

    /**
     * Fails the build at its end, if that is asked for. An exception here would be thrown before the site has rendered any page
     * of the report.
     */
    void failIfAsked(MavenExecutionResult build) {
        if (fail && !told.isEmpty()) {
            build.addException(
                    new MavenReportException("some records cannot be shown, and experiment.damagedRecords is fail:\n  "
                            + String.join("\n  ", told)));
        }
    }
}
