package io.github.nbodylab.experiment.report.plot;

import java.util.function.Supplier;
import org.jfree.chart.plot.XYPlot;

/**
 * A picture that is drawn when it is needed.
 *
 * @param height in its own units, without a legend; the width is {@link Chart#WIDTH}
 * @param plot makes it anew each time
 */
record Drawing(int height, Supplier<XYPlot> plot) {}
