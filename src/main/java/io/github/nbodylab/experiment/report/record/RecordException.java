package io.github.nbodylab.experiment.report.record;

import java.io.IOException;

/** A record cannot be shown: it is damaged, or of a schema that this version does not know. The message names it. */
public final class RecordException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordException(String message) {
        super(message);
    }
}
