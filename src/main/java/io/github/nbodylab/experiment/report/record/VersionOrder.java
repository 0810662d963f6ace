package io.github.nbodylab.experiment.report.record;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * The order of versions: number by number, so that 1.10.0 comes after 1.9.0; a part with letters comes before the version
 * without it, so that 2.0.0-rc1 comes before 2.0.0.
 */
final class VersionOrder implements Comparator<String> {

    static final VersionOrder OLDEST_FIRST = new VersionOrder();

    private VersionOrder() {}

    @Override
    public int compare(String first, String second) {
        String[] these = first.split("[._+-]", -1);
        String[] those = second.split("[._+-]", -1);
        for (int i = 0; i < Math.max(these.length, those.length); i++) {
            int order = part(i < these.length ? these[i] : "0", i < those.length ? those[i] : "0");
            if (order != 0) {
                return order;
            }
        }
        return first.compareTo(second);
    }

    private static int part(String first, String second) {
        boolean number = first.matches("\\d+");
        if (number && second.matches("\\d+")) {
            return new BigInteger(first).compareTo(new BigInteger(second));
        }
        return number ? 1 : second.matches("\\d+") ? -1 : first.compareTo(second);
    }
}
