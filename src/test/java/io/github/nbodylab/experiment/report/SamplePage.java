package io.github.nbodylab.experiment.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nbodylab.experiment.report.record.RecordException;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.SampleRecord;

/** The page of a record that this build has made, without any other version and without files beside it. */
final class SamplePage {

    private SamplePage() {}

    /** The page of the record in a tree. */
    static String of(ObjectNode tree) throws RecordException {
        ReportRecord record = ReportRecord.of(tree, "sample");
        return ExperimentPage.html(record, SampleRecord.alone(record), PageFiles.none());
    }
}
