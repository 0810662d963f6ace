package io.github.nbodylab.experiment.model.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean loss of a network while it learns.
 *
 * @param epochs from 1, at most 100 of them, the last epoch among them
 * @param training of the rows learnt from, as each mini-batch is met
 * @param validation of the rows watched for early stopping, at the end of each epoch; empty if there are none
 * @param kept the epoch whose weights were kept
 */
public record LossCurve(List<Integer> epochs, List<Double> training, List<Double> validation, int kept) {

    private static final int MOST = 100;

    public LossCurve {
        epochs = List.copyOf(epochs);
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /** Of the losses of all epochs every k-th from the last one backwards, with k so that not more than 100 remain. */
    static LossCurve of(double[] training, double[] validation, int kept) {
        int n = training.length;
        int stride = (n + MOST - 1) / MOST;
        int first = n - (n - 1) / stride * stride;
        int[] epochs = IntStream.iterate(first, epoch -> epoch <= n, epoch -> epoch + stride)
                .toArray();
        return new LossCurve(
                Arrays.stream(epochs).boxed().toList(),
                at(training, epochs),
                validation.length == 0 ? List.of() : at(validation, epochs),
                kept);
    }

    private static List<Double> at(double[] losses, int[] epochs) {
        return Arrays.stream(epochs).mapToObj(epoch -> losses[epoch - 1]).toList();
    }

    /** The last epoch. */
    public int last() {
        return epochs.get(epochs.size() - 1);
    }

    /** Whether the loss was a number to the end. */
    public boolean isFinite() {
        return Double.isFinite(training.get(training.size() - 1));
    }
}
