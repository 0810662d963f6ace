package io.github.nbodylab.experiment.report.record;

import java.util.List;

/** What a record keeps of the runs for pictures: energy errors, and tracks of a few bodies. */
public final class RunsPictures {

    private RunsPictures() {}

    /**
     * The relative energy errors of runs.
     *
     * @param limit above which a run counts as failed
     * @param runs how many have an error
     * @param every first, second, third, ... of which is kept
     * @param errors of those
     * @param failed indices of the failed ones among them
     * @param input that the errors go with most; empty where no number varies
     * @param log whether runs spread evenly in its logarithm
     * @param values of the input; none without one
     * @param rankCorrelation of errors and values; NaN without an input
     * @param chance the rank correlation that noise would exceed once in twenty ensembles; NaN if the record does not tell
     */
    public record EnergyErrors(
            double limit,
            long runs,
            long every,
            List<Double> errors,
            List<Integer> failed,
            String input,
            boolean log,
            List<Double> values,
            double rankCorrelation,
            double chance) {}

    /** Tracks in one run, in Henon units; a body's last place may be earlier than the last time. */
    public record Tracks(String run, String label, List<Double> times, List<Track> bodies, List<Meeting> mergers) {}

    /** A body's places seen along z, and its distances from the centre, at the first of the times. */
    public record Track(long id, List<Double> x, List<Double> y, List<Double> distance) {}

    /** A merger: when, where, how far from the centre; the id of what is left, and of the other one. */
    public record Meeting(double time, double x, double y, double distance, long kept, long gone) {}

    static EnergyErrors energyErrors(RecordNode node) throws RecordException {
        List<Double> errors = node.at("errors").list(RecordNode::number);
        List<Double> values = node.at("values").list(RecordNode::number);
        if (!values.isEmpty() && values.size() != errors.size()) {
            throw new RecordException(node.source() + " is damaged: " + node.path() + " has " + errors.size()
                    + " errors, but " + values.size() + " values");
        }
        return new EnergyErrors(
                node.at("limit").numberOrNaN(),
                node.at("runs").whole(),
                node.at("every").whole(),
                errors,
                DesignReader.indices(node.at("failed"), errors.size()),
                node.at("input").textOrEmpty(),
                node.at("log").isPresent() && node.at("log").flag(),
                values,
                node.at("rankCorrelation").numberOrNaN(),
                node.at("chance").numberOrNaN());
    }

    static Tracks tracks(RecordNode node) throws RecordException {
        List<Double> times = node.at("times").list(RecordNode::number);
        return new Tracks(
                node.at("run").text(),
                node.at("label").textOrEmpty(),
                times,
                node.at("bodies").list(body -> track(body, times.size())),
                node.at("mergers").list(RunsPictures::meeting));
    }

    private static Track track(RecordNode node, int most) throws RecordException {
        List<Double> x = node.at("x").list(RecordNode::number);
        List<Double> y = node.at("y").list(RecordNode::number);
        List<Double> distance = node.at("distance").list(RecordNode::number);
        if (x.size() != y.size() || x.size() != distance.size() || x.size() > most) {
            throw new RecordException(node.source() + " is damaged: " + node.path() + " has " + x.size() + " x, "
                    + y.size() + " y and " + distance.size() + " distances, at " + most + " times");
        }
        return new Track(node.at("id").whole(), x, y, distance);
    }

    private static Meeting meeting(RecordNode node) throws RecordException {
        List<Double> numbers = node.numbers(6);
        return new Meeting(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4).longValue(),
                numbers.get(5).longValue());
    }
}
