package io.github.nbodylab.experiment.compute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Requests that are evaluated at once: a launch on a device costs as much as some ten thousand interactions, so small
 * systems share one. Reused from call to call; belongs to one thread.
 */
public final class ForceBatch {

    private final List<ForceRequest> requests = new ArrayList<>();

    /** Forgets all requests. */
    public void clear() {
        requests.clear();
    }

    /** Adds a request. */
    public void add(ForceRequest request) {
        requests.add(request);
    }

    /** All requests in their order. */
    public List<ForceRequest> requests() {
        return Collections.unmodifiableList(requests);
    }

    /** Pairs (i, j) that an evaluation computes, i = j and pads left out. */
    public long interactions() {
        long sum = 0;
        for (ForceRequest request : requests) {
            sum += request.interactions();
        }
        return sum;
    }
}
