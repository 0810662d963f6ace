package io.github.nbodylab.experiment.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the site's page of known answers from what the tests noted. The build runs this file as it stands, before the site is
 * made ({@code java OraclePage.java ...}), so that there is a page even where tests were not compiled: it needs the JDK only.
 */
public final class OraclePage {

    private static final String HEAD = """
            # Known answers

            What the tests found of the N-body engine and the statistics when this site was built, beside what is known.
            The build wrote this page; nobody typed a figure of ours. Differences are relative to what is known, or in
            units σ of both standard errors together, or how far they go beyond the part that a theory leaves out; a test
            fails at 4 σ, or else at a tolerance of its own. [Physics](physics.html) and [Statistics](statistics.html) have
            the equations.
            """;

    private static final String NOTHING = """

            **There are no figures here: this site was built without the tests.** `mvn verify site -Pexperiments` runs them.
            """;

    private static final String NOT_EXHAUSTIVE = """

            This build left out the tests that take minutes: `mvn verify site -Pexperiments,exhaustive` adds their figures.
            """;

    private OraclePage() {}

    /**
     * Writes the page.
     *
     * @param arguments the folder of what was noted, which need not exist; the page; the groups of tests that were left out
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]);
        boolean exhaustive = arguments.length < 3 || !arguments[2].contains("exhaustive");
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, page(Path.of(arguments[0]), exhaustive));
    }

    /**
     * The page as Markdown.
     *
     * @param folder of what was noted; need not exist
     * @param exhaustive whether the long tests ran as well
     */
    static String page(Path folder, boolean exhaustive) throws IOException {
        TreeMap<String, List<String[]>> sections = new TreeMap<>();
        for (String[] oracle : noted(folder)) {
            sections.computeIfAbsent(oracle[0] + oracle[1], topic -> new ArrayList<>())
                    .add(oracle);
        }
        if (sections.isEmpty()) {
            return HEAD + NOTHING;
        }
        StringBuilder text = new StringBuilder(HEAD);
        if (!exhaustive) {
            text.append(NOT_EXHAUSTIVE);
        }
        for (List<String[]> section : sections.values()) {
            text.append("\n## ").append(section.get(0)[1]).append("\n\n");
            text.append("| | known | ours | difference | | source |\n|---|---|---|---|:-:|---|\n");
            for (String[] oracle : section) {
                String mark = oracle[7].equals("true") ? "✓" : "✗ **missed**";
                String[] row = {oracle[3], oracle[4], oracle[5], oracle[6], mark, oracle[8]};
                text.append("| ").append(String.join(" | ", cells(row))).append(" |\n");
            }
        }
        return text.toString();
    }

    private static List<String> cells(String[] row) {
        return Stream.of(row).map(cell -> cell.replace("|", "\\|")).toList();
    }

    /** By file name, which is the oracle's id. */
    private static List<String[]> noted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String[]> noted = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                noted.add(Files.readString(file).strip().split("\t", -1));
            }
        }
        return noted;
    }
}
