package io.github.nbodylab.experiment.worker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeSet;

/** Finds the JDK that the worker runs on. */
public final class JdkFinder {

    /** The oldest release that Smile runs on. */
    public static final int OLDEST = 25;

    private final Path own;
    private final List<Path> places;

    /**
     * A finder.
     *
     * @param own home of the JDK that Maven runs on
     * @param places folders that hold JDK homes, or are one
     */
    public JdkFinder(Path own, List<Path> places) {
        this.own = own;
        this.places = List.copyOf(places);
    }

    /** A finder for this machine: {@code JAVA_HOME*} variables and the folders where JDKs are usually installed. */
    public static JdkFinder ofMachine(Map<String, String> environment) {
        List<Path> places = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("JAVA_HOME") || name.startsWith("JDK")) {
                addPath(places, environment.get(name));
            }
        }
        String home = System.getProperty("user.home");
        for (String usual : List.of(
                "/usr/lib/jvm",
                "/usr/java",
                "/opt/java",
                "/opt/homebrew/opt",
                "/Library/Java/JavaVirtualMachines",
                home + "/Library/Java/JavaVirtualMachines",
                home + "/.sdkman/candidates/java",
                home + "/.jdks",
                home + "/.m2/jdks",
                "C:\\Program Files\\Java",
                "C:\\Program Files\\Eclipse Adoptium",
                "C:\\Program Files\\Microsoft")) {
            addPath(places, usual);
        }
        return new JdkFinder(Path.of(System.getProperty("java.home")), places);
    }

    /**
     * The launcher of the worker's JDK.
     *
     * @param toolchain launcher that Maven's toolchains name, if any; it is taken or refused, never passed over
     * @throws JobFailedException if there is no JDK that is new enough; says what to install
     */
    public Path find(Optional<Path> toolchain) throws JobFailedException {
        if (toolchain.isPresent()) {
            return fromToolchain(toolchain.get());
        }
        if (release(own).orElse(0) >= OLDEST) {
            return launcher(own);
        }
        List<String> seen = new ArrayList<>();
        seen.add(own + " (" + describe(own) + ")");
        for (Path home : homes()) {
            if (release(home).orElse(0) >= OLDEST && Files.isExecutable(launcher(home))) {
                return launcher(home);
            }
            seen.add(home + " (" + describe(home) + ")");
        }
        throw new JobFailedException("The worker needs a JDK " + OLDEST + " or newer, and there is none here; found "
                + String.join(", ", seen) + ". Install one (any vendor's), and point the variable JAVA_HOME_" + OLDEST
                + " at it or name it in toolchains.xml if it is in no usual folder; Maven itself may stay on its JDK");
    }

    private static Path fromToolchain(Path java) throws JobFailedException {
        Path home = java.getParent().getParent();
        OptionalInt release = release(home);
        if (release.isPresent() && release.getAsInt() < OLDEST) {
            throw new JobFailedException("The toolchain's JDK " + home + " is release " + release.getAsInt()
                    + ", and the worker needs " + OLDEST + " or newer; set <jdkToolchain><version>[" + OLDEST
                    + ",)</version></jdkToolchain>, or select another toolchain");
        }
        return java;
    }

    private List<Path> homes() {
        List<Path> homes = new ArrayList<>();
        for (Path place : places) {
            homes.add(place);
            homes.add(place.resolve("Contents/Home"));
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, Files::isDirectory)) {
                List<Path> children = new ArrayList<>();
                folders.forEach(children::add);
                children.sort(null);
                for (Path child : children) {
                    homes.add(child);
                    homes.add(child.resolve("Contents/Home"));
                }
            } catch (IOException | DirectoryIteratorException e) {
                // no such folder on this machine, or none of ours to read
            }
        }
        return homes.stream()
                .filter(home -> Files.isRegularFile(home.resolve("release")))
                .distinct()
                .toList();
    }

    private static Path launcher(Path home) {
        Path windows = home.resolve("bin").resolve("java.exe");
        return Files.exists(windows) ? windows : home.resolve("bin").resolve("java");
    }

    private static String describe(Path home) {
        OptionalInt release = release(home);
        return release.isPresent() ? "release " + release.getAsInt() : "release unknown";
    }

    /**
     * The library of a JDK that chains signal handlers; empty where there is none, as off Linux.
     *
     * @param java its launcher, or a link to it
     */
    static Optional<Path> signalChaining(Path java) {
        try {
            Path library = java.toRealPath().getParent().resolveSibling("lib").resolve("libjsig.so");
            return Optional.of(library).filter(Files::isRegularFile);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether a JDK has a module, as its {@code release} file tells; no where there is no such file.
     *
     * @param java its launcher, or a link to it
     */
    static boolean hasModule(Path java, String module) {
        Path launcher = java;
        try {
            launcher = java.toRealPath();
        } catch (IOException e) {
            // whoever starts it will tell that it is not there
        }
        String modules = properties(launcher.resolve("../..").normalize()).getProperty("MODULES", "");
        return List.of(modules.replace("\"", "").split(" ", -1)).contains(module);
    }

    /** What the {@code release} file of a JDK tells; nothing where there is none. */
    private static Properties properties(Path home) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(home.resolve("release"))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return new Properties();
        }
        return properties;
    }

    /** The release of a JDK, as its {@code release} file tells. */
    private static OptionalInt release(Path home) {
        Properties properties = properties(home);
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        try {
            return OptionalInt.of(Runtime.Version.parse(version).feature());
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    private static void addPath(List<Path> places, String path) {
        try {
            places.add(Path.of(path));
        } catch (InvalidPathException e) {
            // of another operating system, or a variable that holds no path
        }
    }
}
