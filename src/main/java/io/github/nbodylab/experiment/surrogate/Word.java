// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One of a few constants, which has a name in specs and files. */
interface Word {

    /** The name in specs and files. */
    String text();

    /**
     * The constant of a name.
     *
     * @param words all that there are, two or more
     * @param text the name
     * @param what they are, such as {@code kernel}
     * @throws IllegalArgumentException if there is none of that name; the message names all
     */
    static <W extends Word> W of(W[] words, String text, String what) {
        for (W word : words) {
            if (word.text().equals(text)) {
                return word;
            }
        }
        String others =
                Arrays.stream(words, 0, words.length - 1).map(Word::text).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "'" + text + "' is no " + what + "; " + others + " and " + words[words.length - 1].text() + " are");
    }
}
