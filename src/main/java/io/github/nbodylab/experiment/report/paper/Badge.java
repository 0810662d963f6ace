package io.github.nbodylab.experiment.report.paper;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Findings;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import io.github.nbodylab.experiment.report.words.Terms;

/** A record in a line: its experiment, its verdict and its headline, as a small picture for a README. */
final class Badge {

    private static final int HEIGHT = 20;
    private static final int MARGIN = 7;
    private static final double NARROW = 4.2;
    private static final double MIDDLE = 6.8;
    private static final double WIDE = 8.6;

    private Badge() {}

    /**
     * The picture as an SVG document. The word tells what the colour does; each text is set to a width of its own, so that it
     * fits in any font.
     */
    static String svg(ReportRecord record) {
        String left = record.name();
        String right = right(record);
        String title =
                Html.escape(left + ": " + right + (headline(record.findings()).isEmpty() ? "" : " on held-out rows"));
        int split = width(left) + 2 * MARGIN;
        int width = split + width(right) + 2 * MARGIN;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width + "\" height=\"" + HEIGHT
                + "\" viewBox=\"0 0 " + width + " " + HEIGHT + "\" aria-label=\"" + title + "\"><title>" + title
                + "</title><clipPath id=\"round\"><rect width=\"" + width + "\" height=\"" + HEIGHT
                + "\" rx=\"3\"/></clipPath><g clip-path=\"url(#round)\"><rect width=\"" + split + "\" height=\""
                + HEIGHT
                + "\" fill=\"#35404d\"/><rect x=\"" + split + "\" width=\"" + (width - split) + "\" height=\"" + HEIGHT
                + "\" fill=\"" + colour(record)
                + "\"/></g><g fill=\"#ffffff\" font-family=\"Verdana, 'DejaVu Sans', Geneva,"
                + " sans-serif\" font-size=\"11\">" + text(MARGIN, left) + text(split + MARGIN, right) + "</g></svg>\n";
    }

    private static String right(ReportRecord record) {
        Findings findings = record.findings();
        String verdict = findings.accepted() ? record.verdict().kind().name() : "rules missed";
        String headline = headline(findings);
        return headline.isEmpty() ? verdict : verdict + ", " + headline;
    }

    /** Such as "q² 0.87"; nothing without one. */
    private static String headline(Findings findings) {
        return findings.chosenModel()
                .test()
                .map(findings::headline)
                .filter(found -> Double.isFinite(found.value()))
                .map(found -> Terms.metric(findings.headline().metric()) + " " + Numbers.skill(found.value()))
                .orElse("");
    }

    /** Each has a contrast of 4.5 at least with white letters. */
    private static String colour(ReportRecord record) {
        if (!record.findings().accepted()) {
            return "#9b1c1c";
        }
        return switch (record.verdict().kind()) {
            case IDENTICAL, EQUIVALENT -> "#00664d";
            case CHANGED, NEW -> "#7a4a00";
            case DRIFTED -> "#9b1c1c";
        };
    }

    private static String text(int x, String text) {
        return "<text x=\"" + x + "\" y=\"14\" textLength=\"" + width(text) + "\" lengthAdjust=\"spacingAndGlyphs\">"
                + Html.escape(text) + "</text>";
    }

    /** About as wide as common fonts have it. */
    private static int width(String text) {
        return (int) StrictMath.ceil(text.chars().mapToDouble(Badge::width).sum());
    }

    private static double width(int c) {
        if ("ijlIftr.,:;-' ()".indexOf(c) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(c) || c == 'm' || c == 'w' ? WIDE : MIDDLE;
    }
}
