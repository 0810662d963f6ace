package io.github.nbodylab.experiment.pipeline.predict;

import io.github.nbodylab.experiment.spec.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a file of points: the first complaints, and how many others there are. */
final class PointComplaints {

    private static final int SHOWN = 20;

    private final List<Complaint> shown = new ArrayList<>();
    private long count;

    void add(Complaint complaint) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(complaint);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** A line for each of the first ones, and the count of the others. */
    String text() {
        String text = shown.stream().map(Complaint::toString).collect(Collectors.joining("\n"));
        return count > shown.size() ? text + "\nand " + (count - shown.size()) + " more" : text;
    }
}
