package io.github.nbodylab.experiment.pipeline.predict;

import io.github.nbodylab.experiment.spec.Complaint;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.CsvLines;
import io.github.nbodylab.experiment.surrogate.Domain;
import io.github.nbodylab.experiment.surrogate.Surrogate;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of points while it is predicted: what was wrong with it so far, and how its points lie to the training set. */
final class PointsFile {

    private final String file;
    private final boolean extrapolate;
    private final PointColumns columns;
    private final PointReader reader;
    private final ModelColumns asked;
    private final PointComplaints complaints = new PointComplaints();
    private final OutsidePoints outside;
    private final Map<Domain.Position, Long> counts = new EnumMap<>(Domain.Position.class);
    private boolean bounded = true;
    private boolean any;

    /**
     * A file.
     *
     * @param file as the user knows it
     * @param header its first line
     * @param model that is asked
     * @param carried names of columns that are copied
     * @param extrapolate whether points outside of the training set are predicted
     */
    PointsFile(String file, CsvLines.Line header, Surrogate model, List<String> carried, boolean extrapolate) {
        this.file = file;
        this.extrapolate = extrapolate;
        this.asked = new ModelColumns(model);
        this.columns = new PointColumns(file, header, model.inputs(), carried);
        this.reader = new PointReader(file, columns, model);
        this.outside = new OutsidePoints(file, model.inputs());
        columns.complaints(asked.names()).forEach(complaints::add);
    }

    /** The names of the columns to write. */
    List<String> names() {
        List<String> names = new ArrayList<>(columns.copiedNames());
        names.addAll(asked.names());
        return names;
    }

    /** Predicts some lines, and writes them as long as the file may be written. */
    void predict(List<CsvLines.Line> block, BufferedWriter out) throws IOException {
        any = true;
        for (Point point : block.parallelStream().map(this::point).toList()) {
            point.complaints().forEach(complaints::add);
            if (point.answer().isPresent()) {
                note(point, point.answer().get());
                if (isWelcome()) {
                    List<String> cells =
                            new ArrayList<>(columns.copied(point.line().cells()));
                    cells.addAll(point.answer().get().cells());
                    out.write(Csv.line(cells));
                }
            }
        }
    }

    private void note(Point point, ModelColumns.Answer answer) {
        counts.merge(answer.reading().position(), 1L, Long::sum);
        bounded &= answer.bounded();
        if (answer.reading().position() == Domain.Position.OUTSIDE) {
            outside.add(point.line().number(), reader.point(point.line(), new ArrayList<>()), answer.reading());
        }
    }

    /** Whether, as far as is known, the output will be kept. */
    private boolean isWelcome() {
        return complaints.isEmpty() && (extrapolate || outside.count() == 0);
    }

    private Point point(CsvLines.Line line) {
        List<Complaint> wrong = new ArrayList<>();
        double[] raw = reader.point(line, wrong);
        if (!wrong.isEmpty() || !columns.isWhole()) {
            return new Point(line, wrong, Optional.empty());
        }
        try {
            return new Point(line, wrong, Optional.of(asked.at(raw)));
        } catch (IllegalArgumentException e) { // such as a number that has no logarithm
            wrong.add(new Complaint(
                    file, line.number(), "", e.getMessage(), "correct the value, or leave the point out"));
            return new Point(line, wrong, Optional.empty());
        }
    }

    /**
     * What there was.
     *
     * @throws PointsException if the file may not be written
     */
    PredictedPoints result() throws PointsException {
        if (!complaints.isEmpty()) {
            throw new PointsException(complaints.text());
        }
        if (!any) {
            throw new PointsException(file + ": it has no points under its header; add a line for each");
        }
        PredictedPoints points = new PredictedPoints(
                count(Domain.Position.INSIDE), count(Domain.Position.EDGE), count(Domain.Position.OUTSIDE), bounded);
        if (points.outside() > 0 && !extrapolate) {
            throw new PointsException(points.outside() + " of " + points.count()
                    + " points lie outside of the training set, where the model only guesses:\n" + outside.text()
                    + "\nSimulate more there and train again, or leave them out; -Dexperiment.extrapolate writes them"
                    + " all the same, marked as outside.");
        }
        return points;
    }

    private long count(Domain.Position position) {
        return counts.getOrDefault(position, 0L);
    }

    /**
     * A line after it was asked about.
     *
     * @param complaints about its cells
     * @param answer empty if there are complaints about it or the header
     */
    private record Point(CsvLines.Line line, List<Complaint> complaints, Optional<ModelColumns.Answer> answer) {}
}
