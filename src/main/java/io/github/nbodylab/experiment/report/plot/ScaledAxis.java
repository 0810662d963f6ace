package io.github.nbodylab.experiment.report.plot;

import io.github.nbodylab.experiment.report.words.Numbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A number axis on any {@link Scale}, with ticks at round numbers or at the numbers given. */
final class ScaledAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;

    private final Scale scale;
    private final transient List<Double> ticks;

    /** An axis from {@code low} to {@code high} with its own ticks. */
    ScaledAxis(String label, Scale scale, double low, double high, List<Double> ticks) {
        super(label);
        this.scale = scale;
        this.ticks = List.copyOf(ticks);
        setAutoRange(false);
        setRange(low, high);
    }

    ScaledAxis(String label, Scale scale, double low, double high) {
        this(label, scale, low, high, scale.ticks(low, high, 8));
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double low = scale.place(getLowerBound());
        double part = (scale.place(value) - low) / (scale.place(getUpperBound()) - low);
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getX() + part * area.getWidth()
                : area.getMaxY() - part * area.getHeight();
    }

    @Override
    public double java2DToValue(double place, Rectangle2D area, RectangleEdge edge) {
        double part = RectangleEdge.isTopOrBottom(edge)
                ? (place - area.getX()) / area.getWidth()
                : (area.getMaxY() - place) / area.getHeight();
        double low = scale.place(getLowerBound());
        return scale.number(low + part * (scale.place(getUpperBound()) - low));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> all = new ArrayList<>();
        for (double tick : ticks) {
            all.add(new NumberTick(tick, text(tick), anchor, TextAnchor.CENTER, 0));
        }
        return all;
    }

    /** The text of a tick: a power of ten as such. */
    static String text(double tick) {
        return Numbers.brief(tick, 3).replaceFirst("^1\\u00a0\\u00d7\\u00a0", "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScaledAxis axis && super.equals(other) && axis.scale == scale;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
