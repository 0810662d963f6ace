package io.github.nbodylab.experiment.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A known answer. Its methods hold one of our figures to it, and note both in {@code target/oracles} for the site's page
 * ({@link OraclePage}), also where they differ and the test fails. One file an oracle, so that tests may run in any order, at
 * once, or alone.
 *
 * @param topic under which the page tells it
 * @param id of lower-case letters, digits and hyphens; the page is in its order
 * @param what a phrase with its units
 * @param source paper or law
 */
public record Oracle(Topic topic, String id, String what, String source) {

    /** The page's sections, in its order. */
    public enum Topic {
        ORBITS(1, "Two and three bodies"),
        INTEGRATORS(2, "Integrators"),
        CLUSTERS(3, "Clusters"),
        STICKY_SPHERES(4, "Mergers of sticky spheres"),
        GRAVITATIONAL_WAVES(5, "Gravitational waves"),
        STATISTICS(6, "Statistics"),
        REGRESSION(7, "Regression"),
        CLASSIFICATION(8, "Classification");

        private final int place;
        private final String title;

        Topic(int place, String title) {
            this.place = place;
            this.title = title;
        }
    }

    private static final double SIGMAS = 4;

    public Oracle {
        if (!id.matches("[a-z0-9-]+") || (what + source).matches("(?s).*[\\t\\r\\n].*")) {
            throw new IllegalArgumentException("no oracle's id, or more than a line: " + id);
        }
    }

    /** Ours must be this near to what is known exactly. */
    public void close(double known, double tolerance, double ours) {
        double difference = Math.abs(ours - known);
        String told = scientific(known == 0 ? difference : difference / Math.abs(known));
        hold(shorter(known, tolerance / 10), text(ours, tolerance / 10), told, difference <= tolerance, ours);
    }

    /** Both have a standard error; they may differ by less than four of the combined one. */
    public void agrees(double known, double knownError, double ours, double ourError) {
        double sigmas = Math.abs(ours - known) / StrictMath.hypot(knownError, ourError);
        String told = String.format(Locale.ROOT, "%.1f σ", sigmas);
        String exact = shorter(known, ourError / 10);
        String knownText = knownError == 0 ? exact : withError(known, knownError);
        hold(knownText, withError(ours, ourError), told, sigmas < SIGMAS, ours);
    }

    /**
     * A theory leaves something out, a fraction of itself. What is known of it is exact but for that; ours has a standard
     * error, of which four come on top of that fraction.
     */
    public void agreesButFor(double fraction, double known, double ours, double ourError) {
        double beyond = Math.max(0, Math.abs(ours - known) - fraction * Math.abs(known)) / ourError;
        String told = String.format(Locale.ROOT, "%.1f σ beyond", beyond);
        String knownText = String.format(Locale.ROOT, "%s to %.0f %%", shorter(known, ourError / 10), 100 * fraction);
        hold(knownText, withError(ours, ourError), told, beyond < SIGMAS, ours);
    }

    /** Ours must be smaller in size. */
    public void below(double limit, double ours) {
        hold("below " + scientific(limit), scientific(Math.abs(ours)), "", Math.abs(ours) < limit, ours);
    }

    /** Ours must be in an interval. */
    public void between(double least, double most, double ours) {
        double error = (most - least) / 10;
        String known = text(least, error) + " to " + text(most, error);
        hold(known, text(ours, error), "", least <= ours && ours <= most, ours);
    }

    private void hold(String known, String figure, String difference, boolean holds, double ours) {
        List<String> fields = List.of(
                Integer.toString(topic.place), topic.title, id, what, known, figure, difference, holds + "", source);
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("basedir", ""), "target", "oracles"));
            Files.writeString(folder.resolve(id + ".tsv"), String.join("\t", fields) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(holds)
                .as("%s: %s is known (%s), and %s was found (%s)", what, known, source, figure, ours)
                .isTrue();
    }

    private static String withError(double value, double error) {
        return text(value, error) + " ± " + text(error, error);
    }

    /** All digits, or two of its error if these are fewer. */
    private static String shorter(double value, double error) {
        String rounded = text(value, error);
        String exact = plain(value);
        return exact.length() < rounded.length() ? exact : rounded;
    }

    /** With two digits of its error. */
    private static String text(double value, double error) {
        if ((value != 0 && Math.abs(value) < 1e-4) || !Double.isFinite(value)) {
            return scientific(value);
        }
        int scale = Math.max(0, 1 - (int) Math.floor(StrictMath.log10(error)));
        BigDecimal rounded = new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String scientific(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
