package io.github.nbodylab.experiment.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of a section, or the words that may stand for a value.
 *
 * @param supported those that work, in the order in which a spec has them
 * @param notYet those that belong to the language but whose work is not built yet
 */
record Vocabulary(List<String> supported, List<String> notYet) {

    /** The one phrase for what belongs to the language but is not built. */
    static final String NOT_YET = "not supported yet";

    static Vocabulary of(String... supported) {
        return new Vocabulary(List.of(supported), List.of());
    }

    static Vocabulary of(Named... supported) {
        return new Vocabulary(Arrays.stream(supported).map(Named::specName).toList(), List.of());
    }

    Vocabulary notYet(String... words) {
        return new Vocabulary(supported, List.of(words));
    }

    /** This and all of another one. */
    Vocabulary and(Vocabulary other) {
        return new Vocabulary(
                Stream.concat(supported.stream(), other.supported.stream()).toList(),
                Stream.concat(notYet.stream(), other.notYet.stream()).toList());
    }

    /** All but one. */
    Vocabulary without(String word) {
        return new Vocabulary(
                supported.stream().filter(known -> !known.equals(word)).toList(), notYet);
    }

    boolean supports(String word) {
        return supported.contains(word);
    }

    boolean awaits(String word) {
        return notYet.contains(word);
    }

    /** What to do about a word that is not known: the nearest known one, or all there are. */
    String remedyFor(String unknown) {
        return nearest(unknown)
                .map(near -> "did you mean '" + near + "'?" + (awaits(near) ? " It is " + NOT_YET + ", though" : ""))
                .orElseGet(() -> supported.isEmpty() ? "leave it out" : "known here: " + String.join(", ", supported));
    }

    /** The known word with the fewest edits from an unknown one, if they are few. */
    Optional<String> nearest(String unknown) {
        return Spelling.nearest(
                unknown, Stream.concat(supported.stream(), notYet.stream()).toList());
    }
}
