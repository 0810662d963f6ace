package io.github.nbodylab.experiment.mojo;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The store's default place: this plugin's folder in the user's cache folder. */
final class CacheFolder {

    private static final String NAME = "experiment-maven-plugin";

    private CacheFolder() {}

    static Path ofUser() {
        return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /** By operating system: XDG on Unix, {@code Library/Caches} on macOS, {@code LOCALAPPDATA} on Windows. */
    static Path of(String operatingSystem, Path home, Map<String, String> environment) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve(NAME);
        }
        String variable = system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
        String cache = environment.getOrDefault(variable, "");
        return (cache.isEmpty() ? home.resolve(".cache") : Path.of(cache)).resolve(NAME);
    }
}
