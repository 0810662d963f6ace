package io.github.nbodylab.experiment.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what a job says, for tests: "info ", "warn " or "debug " and the line. Used by several threads. */
public final class Heard implements Progress {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    /** All lines so far, in order. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void info(String line) {
        lines.add("info " + line);
    }

    @Override
    public void warn(String line) {
        lines.add("warn " + line);
    }

    @Override
    public void debug(String line) {
        lines.add("debug " + line);
    }
}
