package io.github.nbodylab.experiment.report.plot;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DColorMapper;
import io.github.nbodylab.experiment.report.words.Html;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.data.Range;
import org.jfree.svg.SVGGraphics2D;

/**
 * A figure in a file of its own, as a paper needs it: with its legend below, in the colours for light paper. The same figure
 * is the same bytes on the same machine.
 */
public final class PaperFigure {

    private static final double TALLEST = 4000;

    private final Figure figure;

    /** Of this figure. */
    public PaperFigure(Figure figure) {
        this.figure = figure;
    }

    /** As an SVG document, which needs no style sheet. */
    public String svg() {
        JFreeChart chart = chart();
        int height = height(chart, new SVGGraphics2D(1, 1));
        String drawn = Chart.drawn(chart, height, figure.id());
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + Chart.WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + Chart.WIDTH + " " + height + "\"><title>" + Html.escape(figure.title())
                + "</title><desc>" + Html.escape(figure.caption())
                + "</desc><rect width=\"100%\" height=\"100%\" fill=\"" + Ink.PAPER.onPaper() + "\"/>"
                + Ink.onPaper(drawn)
                + "\n";
    }

    /**
     * As a PDF of one page that is as large as the picture. Text is drawn as outlines, so that no reader of it needs a font
     * and no letter is missing; it holds neither a date nor a random number.
     */
    public byte[] pdf() throws IOException {
        JFreeChart chart = chart();
        try (PDDocument document = new PDDocument()) {
            int height = height(chart, new SVGGraphics2D(1, 1));
            PDPage page = new PDPage(new PDRectangle(Chart.WIDTH, height));
            document.addPage(page);
            document.getDocumentInformation().setTitle(figure.title());
            document.setDocumentId(0L);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, Chart.WIDTH, height);
            graphics.setColorMapper(new OnPaper());
            chart.draw(graphics, new Rectangle2D.Double(0, 0, Chart.WIDTH, height));
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private JFreeChart chart() {
        JFreeChart chart = Chart.chart(figure.drawing().plot().get());
        if (!figure.legend().isEmpty()) {
            chart.addSubtitle(PaperLegend.of(figure));
        }
        return chart;
    }

    /** That of the plot and of the legend below it. */
    private int height(JFreeChart chart, Graphics2D graphics) {
        LegendTitle legend = chart.getLegend();
        double more = legend == null
                ? 0
                : legend.arrange(
                                graphics,
                                new RectangleConstraint(
                                        0,
                                        new Range(0, Chart.WIDTH),
                                        LengthConstraintType.RANGE,
                                        0,
                                        new Range(0, TALLEST),
                                        LengthConstraintType.RANGE))
                        .getHeight();
        return figure.drawing().height() + (int) StrictMath.ceil(more);
    }

    /** Takes each ink for its colour on light paper. */
    private static final class OnPaper extends PdfBoxGraphics2DColorMapper {
        @Override
        public PDColor mapColor(Color color, IColorMapperEnv environment) {
            return super.mapColor(Ink.onPaper(color), environment);
        }
    }
}
