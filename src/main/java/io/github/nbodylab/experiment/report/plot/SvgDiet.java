package io.github.nbodylab.experiment.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the same picture in fewer bytes: a dot is a circle, not four curves, its ground and its edge are one element, many
 * alike say once how they look, and what is the default goes unsaid.
 */
final class SvgDiet {

    private static final Pattern DOT =
            Pattern.compile("<g style='([^']*)' clip-path='[^']*'><path d='M([-0-9.,C]*)Z'/></g>");
    private static final Pattern OPACITY = Pattern.compile("opacity:(0\\.[0-9]{3,})");
    private static final Pattern FILLED_AND_EDGED = Pattern.compile(
            "<circle (cx='[^']*' cy='[^']*' r='[^']*') style='(fill:[^']*)'/><circle \\1 style='([^']*);fill:none'/>");
    private static final Pattern CIRCLE = Pattern.compile("<circle ([^>]*) style='([^']*)'/>");
    private static final int NUMBERS_OF_AN_ELLIPSE = 26;

    private SvgDiet() {}

    /** The same drawing; {@code prefix} is that of its definitions, of which the first clips nothing. */
    static String leaner(String svg, String prefix) {
        String plain = svg.replace(" clip-path='url(#" + prefix + "clip-0)'", "")
                .replace(";shape-rendering:geometricPrecision", "")
                .replace(";shape-rendering:crispEdges", "")
                .replace(";stroke-opacity:1.0", "")
                .replace(";stroke-miterlimit:10.0", "")
                .replace(" fill-opacity: 1.0;", "");
        String dotted = DOT.matcher(plain).replaceAll(match -> Matcher.quoteReplacement(dot(match)));
        String rounded = OPACITY.matcher(dotted)
                .replaceAll(match -> "opacity:" + Chart.coordinate(Double.parseDouble(match.group(1))));
        return grouped(FILLED_AND_EDGED.matcher(rounded).replaceAll("<circle $1 style='$3;$2'/>"));
    }

    /** Neighbouring circles of one style in a group that has it. */
    private static String grouped(String svg) {
        StringBuilder out = new StringBuilder(svg.length());
        Matcher circle = CIRCLE.matcher(svg);
        String style = "";
        int end = 0;
        while (circle.find()) {
            if (circle.start() > end || !circle.group(2).equals(style)) {
                out.append(style.isEmpty() ? "" : "</g>").append(svg, end, circle.start());
                style = circle.group(2);
                out.append("<g style='").append(style).append("'>");
            }
            out.append("<circle ").append(circle.group(1)).append("/>");
            end = circle.end();
        }
        return out.append(style.isEmpty() ? "" : "</g>")
                .append(svg, end, svg.length())
                .toString();
    }

    /** A circle, if the path is one: from the rightmost point over the lowest, the leftmost and the highest. */
    private static String dot(java.util.regex.MatchResult match) {
        List<Double> path = new ArrayList<>();
        for (String number : match.group(2).split("[,C]", -1)) {
            path.add(Double.valueOf(number));
        }
        if (path.size() != NUMBERS_OF_AN_ELLIPSE || !match.group(2).contains("C")) {
            return match.group();
        }
        double radius = (path.get(0) - path.get(12)) / 2;
        boolean round =
                Math.abs(path.get(7) - path.get(1) - radius) < 0.02 && Math.abs(path.get(13) - path.get(1)) < 0.02;
        return round
                ? "<circle cx='" + Chart.coordinate(path.get(6)) + "' cy='" + Chart.coordinate(path.get(1)) + "' r='"
                        + Chart.coordinate(radius) + "' style='"
                        + match.group(1).replace(";stroke:none", "") + "'/>"
                : match.group();
    }
}
