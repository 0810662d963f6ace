package io.github.nbodylab.experiment.compute;

import java.util.Locale;
import java.util.function.Predicate;

/** Names of devices as users write them: {@code PLATFORM:DEVICE}, each an index or a part of a name. */
final class DeviceName {

    private DeviceName() {}

    /**
     * Which devices a word names.
     *
     * @param word in lower case
     */
    static Predicate<OpenClDevice> parse(String word) {
        int colon = word.lastIndexOf(':'); // names may have colons too
        if (colon < 0) {
            return device -> false;
        }
        String platform = word.substring(0, colon).strip();
        String device = word.substring(colon + 1).strip();
        return candidate -> {
            String[] index = candidate.index().split(":", -1);
            return fits(platform, index[0], candidate.platformName()) && fits(device, index[1], candidate.deviceName());
        };
    }

    private static boolean fits(String word, String index, String name) {
        boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit);
        return number
                ? word.equals(index)
                : !word.isEmpty() && name.toLowerCase(Locale.ROOT).contains(word);
    }
}
