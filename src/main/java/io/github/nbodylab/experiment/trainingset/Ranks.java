package io.github.nbodylab.experiment.trainingset;

import io.github.nbodylab.experiment.store.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Groups in an order that depends on the seed and their own names only: adding a group never swaps two others. */
public final class Ranks {

    private Ranks() {}

    /**
     * The groups by the digest of purpose, seed and name.
     *
     * @param purpose such as {@code split}: orders for different purposes are independent
     * @param groups in any order, also more than once
     */
    public static List<String> of(String purpose, long seed, Collection<String> groups) {
        List<String> ranked = new ArrayList<>(new LinkedHashSet<>(groups));
        ranked.sort(Comparator.comparing((String group) -> Digest.of(purpose + "\n" + seed + "\n" + group))
                .thenComparing(Comparator.naturalOrder()));
        return ranked;
    }
}
