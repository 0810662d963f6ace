package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.record.RunsPictures.Meeting;
import io.github.nbodylab.experiment.report.record.RunsPictures.Track;
import io.github.nbodylab.experiment.report.record.RunsPictures.Tracks;
import io.github.nbodylab.experiment.report.words.Terms;
import io.github.nbodylab.experiment.store.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** The tracks of a few bodies of one simulation: in the plane of x and y, and their distances from the centre. */
public final class TracksPlot {

    private static final int DISTANCE_HEIGHT = 380;
    private static final List<Ink> INKS = List.of(Ink.MAIN, Ink.SECOND, Ink.CEILING, Ink.TEXT, Ink.MUTED);
    private static final float[][] DASHES = {{}, {}, {}, {7, 3}, {2, 3}};

    private final Tracks tracks;

    private TracksPlot(Tracks tracks) {
        this.tracks = tracks;
    }

    /** Both figures; none if there is no body with a track. */
    public static List<Figure> figures(Tracks tracks) {
        TracksPlot picture = new TracksPlot(tracks);
        TrackWords words = new TrackWords(tracks);
        if (tracks.bodies().stream().noneMatch(track -> track.x().size() > 1)) {
            return List.of();
        }
        String seen = "Tracks of a few bodies";
        String distance = "Their distances from the centre";
        String seenCaption = words.seen();
        String distanceCaption = words.distance();
        return List.of(
                new Figure(
                        "tracks",
                        seen,
                        seenCaption,
                        picture.legend(true),
                        "exp-half",
                        new Drawing(Chart.WIDTH, picture::seen),
                        picture.data(List.of("x [Henon length]", "y [Henon length]"), List.of(Track::x, Track::y))),
                new Figure(
                        "track-distances",
                        distance,
                        distanceCaption,
                        picture.legend(false),
                        "exp-half",
                        new Drawing(DISTANCE_HEIGHT, picture::distances),
                        picture.data(List.of("distance [Henon length]"), List.of(Track::distance))));
    }

    private Csv data(List<String> columns, List<Function<Track, List<Double>>> values) {
        List<List<?>> rows = new ArrayList<>();
        for (Track track : tracks.bodies()) {
            for (int i = 0; i < track.x().size(); i++) {
                List<Object> row =
                        new ArrayList<>(List.of(track.id(), tracks.times().get(i)));
                for (Function<Track, List<Double>> value : values) {
                    row.add(value.apply(track).get(i));
                }
                rows.add(row);
            }
        }
        return FigureData.table(FigureData.join(List.of("body", "time [Henon time]"), columns), rows);
    }

    private List<Figure.Entry> legend(boolean starts) {
        List<Figure.Entry> legend = new ArrayList<>();
        TrackWords words = new TrackWords(tracks);
        for (int b = 0; b < tracks.bodies().size(); b++) {
            legend.add(new Figure.Entry(
                    b < 3 ? "line" : "dash",
                    ink(b),
                    words.body(tracks.bodies().get(b).id())));
        }
        if (starts) {
            legend.add(new Figure.Entry("dot", Ink.MUTED, "place at the start"));
        }
        if (!tracks.mergers().isEmpty()) {
            legend.add(new Figure.Entry("ring", Ink.TEXT, "merger"));
        }
        return legend;
    }

    private static Ink ink(int body) {
        return INKS.get(body % INKS.size());
    }

    private XYPlot seen() {
        double reach = 1.08
                * tracks.bodies().stream()
                        .flatMap(track -> Stream.concat(track.x().stream(), track.y().stream()))
                        .mapToDouble(Math::abs)
                        .max()
                        .orElse(1);
        double half = reach > 0 ? reach : 1;
        List<Double> ticks = Scale.LINEAR.ticks(-half, half, 7);
        XYPlot plot = plot(
                new ScaledAxis("x (H\u00e9non length)", Scale.LINEAR, -half, half, ticks),
                new ScaledAxis("y (H\u00e9non length)", Scale.LINEAR, -half, half, ticks));
        lines(plot, Track::x, Track::y, Meeting::x, Meeting::y);
        for (int b = 0; b < tracks.bodies().size(); b++) {
            Track track = tracks.bodies().get(b);
            XYSeries start = new XYSeries("start", false, true);
            if (!track.x().isEmpty()) {
                start.add(track.x().get(0), track.y().get(0));
            }
            Marks.layer(plot, start, Chart.dots(ink(b), 4, 1));
        }
        rings(plot, Meeting::x, Meeting::y);
        return plot;
    }

    private XYPlot distances() {
        double end = tracks.times().get(tracks.times().size() - 1);
        double most = tracks.bodies().stream()
                .flatMap(track -> track.distance().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        XYPlot plot = plot(
                new ScaledAxis(Terms.axis("time"), Scale.LINEAR, 0, end * 1.005, Scale.LINEAR.ticks(0, end, 7)),
                new ScaledAxis("distance from the centre", Scale.LINEAR, 0, most > 0 ? 1.06 * most : 1));
        lines(plot, track -> tracks.times(), Track::distance, Meeting::time, Meeting::distance);
        rings(plot, Meeting::time, Meeting::distance);
        return plot;
    }

    private static XYPlot plot(ScaledAxis x, ScaledAxis y) {
        XYPlot plot = Chart.plot(x, y, 66);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }

    /** Each body's line, which ends where another body takes it in. */
    private void lines(
            XYPlot plot,
            Function<Track, List<Double>> x,
            Function<Track, List<Double>> y,
            ToDoubleFunction<Meeting> endX,
            ToDoubleFunction<Meeting> endY) {
        for (int b = 0; b < tracks.bodies().size(); b++) {
            Track track = tracks.bodies().get(b);
            XYSeries line = new XYSeries("body", false, true);
            for (int i = 0; i < track.x().size(); i++) {
                line.add(x.apply(track).get(i), y.apply(track).get(i));
            }
            tracks.mergers().stream()
                    .filter(merger -> merger.gone() == track.id())
                    .forEach(merger -> line.add(endX.applyAsDouble(merger), endY.applyAsDouble(merger)));
            Marks.curve(plot, line, ink(b), 0.95, 1.9, DASHES[b % DASHES.length]);
        }
    }

    private void rings(XYPlot plot, ToDoubleFunction<Meeting> x, ToDoubleFunction<Meeting> y) {
        XYSeries places = new XYSeries("mergers", false, true);
        tracks.mergers().forEach(merger -> places.add(x.applyAsDouble(merger), y.applyAsDouble(merger)));
        Marks.layer(plot, places, Marks.shapes(Ink.TEXT, Chart.dot(5.5), false));
    }
}
