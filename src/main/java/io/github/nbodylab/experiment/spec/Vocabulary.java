package io.github.nbodylab.experiment.spec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        String meant = bare(unknown);
        int few = Math.max(1, meant.length() / 3);
        return Stream.concat(supported.stream(), notYet.stream())
                .filter(known -> edits(meant, bare(known)) <= few)
                .min(Comparator.comparingInt(known -> edits(meant, bare(known))));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(int[][] edits, String from, String to, int i, int j) {
        int substitution = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int cheapest = Math.min(substitution, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swap =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swap ? Math.min(cheapest, edits[i - 2][j - 2] + 1) : cheapest;
    }
}
