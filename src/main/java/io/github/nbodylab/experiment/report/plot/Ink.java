package io.github.nbodylab.experiment.report.plot;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The colours of all plots. A plot is drawn in stand-ins that no one would choose; in the SVG each becomes a custom
 * property of CSS, so that the same picture is right on light and on dark paper. The fallback is for light paper.
 */
public enum Ink {
    TEXT(7, "#1b2430"),
    MUTED(8, "#5a6675"),
    GRID(9, "#dfe4ea"),
    PAPER(10, "#ffffff"),
    MAIN(11, "#0072b2"),
    SECOND(12, "#b45309"),
    CEILING(13, "#00795a"),
    BAND(14, "#0072b2"),
    SKY(15, "#0b1020"),
    STAR(16, "#dbe7ff"),
    REMNANT(17, "#ffc857"),
    RAMP1(18, "#94bfe0"),
    RAMP2(19, "#5aa0d0"),
    RAMP3(20, "#2b7fb8"),
    RAMP4(21, "#1f5f96"),
    RAMP5(22, "#1d3f70"),
    WHEN1(23, "#7ad1ff"),
    WHEN2(24, "#8ee0b0"),
    WHEN3(25, "#f0e068"),
    WHEN4(26, "#ff9f5a"),
    WHEN5(27, "#ff5c7a");

    private static final List<Ink> FEW_TO_MANY = List.of(RAMP1, RAMP2, RAMP3, RAMP4, RAMP5);
    private static final List<Ink> EARLY_TO_LATE = List.of(WHEN1, WHEN2, WHEN3, WHEN4, WHEN5);

    private final int blue;
    private final String fallback;

    Ink(int blue, String fallback) {
        this.blue = blue;
        this.fallback = fallback;
    }

    /** The stand-in to draw with. */
    Color color() {
        return new Color(1, 3, blue);
    }

    /** The stand-in, opaque from 0 to 1. */
    Color color(double opacity) {
        return new Color(1, 3, blue, (int) StrictMath.rint(255 * opacity));
    }

    /** The colour in CSS. */
    public String css() {
        return "var(--exp-" + name().toLowerCase(Locale.ROOT) + "," + fallback + ")";
    }

    /** The colour on light paper, such as {@code #0072b2}. */
    String onPaper() {
        return fallback;
    }

    /** The SVG with all stand-ins replaced by colours of the page. */
    static String inCss(String svg) {
        return replaced(svg, Ink::css);
    }

    /** The SVG with all stand-ins replaced by colours on light paper. */
    static String onPaper(String svg) {
        return replaced(svg, Ink::onPaper);
    }

    /** What a stand-in stands for on light paper, as opaque as it is; any other colour as it is. */
    static Color onPaper(Color color) {
        for (Ink ink : values()) {
            if (ink.color().getRGB() << 8 == color.getRGB() << 8) {
                Color paper = Color.decode(ink.fallback);
                return new Color(paper.getRed(), paper.getGreen(), paper.getBlue(), color.getAlpha());
            }
        }
        return color;
    }

    private static String replaced(String svg, Function<Ink, String> colour) {
        String out = svg;
        for (Ink ink : values()) {
            Color color = ink.color();
            out = out.replace(
                    "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")", colour.apply(ink));
        }
        return out;
    }

    /** The ink of a place between 0 and 1 on the scale from few to many. */
    static Ink ramp(double place) {
        return FEW_TO_MANY.get(step(place));
    }

    /** The ink of a place between 0 and 1 on the scale from early to late. */
    static Ink when(double place) {
        return EARLY_TO_LATE.get(step(place));
    }

    private static int step(double place) {
        return Math.max(0, Math.min(4, (int) (place * 5)));
    }
}
