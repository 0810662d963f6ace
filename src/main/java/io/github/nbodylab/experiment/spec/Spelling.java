package io.github.nbodylab.experiment.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt word may have meant. */
public final class Spelling {

    private Spelling() {}

    /** The known word with the fewest edits from an unknown one, if they are few. */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        String meant = bare(unknown);
        int few = Math.max(1, meant.length() / 3);
        return known.stream()
                .filter(word -> edits(meant, bare(word)) <= few)
                .min(Comparator.comparingInt(word -> edits(meant, bare(word))));
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
