package io.github.nbodylab.experiment.report.record;

import io.github.nbodylab.experiment.report.record.ReportRecord.Interval;

/**
 * What the surrogate has cost, and what its answers would cost by simulating. Numbers that are not known are NaN.
 *
 * @param unknown why the latter is not known; empty if it is
 * @param simulations whose mean at a new point is as accurate as the chosen model; no value where noise hides its error
 * @param runs how many simulations there were
 * @param simulationSeconds of computing that they took
 * @param fitSeconds that the ladder took, cross-validation included
 * @param predictionSeconds that a prediction takes
 * @param breakEven number of points after which the surrogate has paid for itself
 */
public record CostRecord(
        String unknown,
        Interval simulations,
        double runs,
        double simulationSeconds,
        double fitSeconds,
        double predictionSeconds,
        double breakEven) {}
