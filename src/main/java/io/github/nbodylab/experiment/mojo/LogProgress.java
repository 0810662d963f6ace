package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.worker.Progress;
import org.apache.maven.plugin.logging.Log;

/** Progress as lines of Maven's log. */
record LogProgress(Log log) implements Progress {

    @Override
    public void info(String line) {
        line.lines().forEach(log::info);
    }

    @Override
    public void warn(String line) {
        line.lines().forEach(log::warn);
    }

    @Override
    public void debug(String line) {
        line.lines().forEach(log::debug);
    }
}
