package io.github.nbodylab.experiment.report.paper;

import io.github.nbodylab.experiment.report.words.Terms;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of LaTeX macros, which are made of letters only; each is given once. */
final class MacroNames {

    private static final Pattern PART = Pattern.compile("[A-Za-z]+|[0-9]+");
    private static final Map<String, String> SYMBOLS = Map.of("q2", "Qsq", "r2", "Rsq");
    private static final List<String> ONES = List.of(
            "Zero",
            "One",
            "Two",
            "Three",
            "Four",
            "Five",
            "Six",
            "Seven",
            "Eight",
            "Nine",
            "Ten",
            "Eleven",
            "Twelve",
            "Thirteen",
            "Fourteen",
            "Fifteen",
            "Sixteen",
            "Seventeen",
            "Eighteen",
            "Nineteen");
    private static final List<String> TENS =
            List.of("", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety");

    private final Set<String> taken = new HashSet<>();

    /**
     * A name as part of a macro's: {@code degree-2} is {@code DegreeTwo}, {@code coverage95} is {@code CoverageNinetyFive},
     * {@code q2} is {@code Qsq}.
     */
    static String words(String name) {
        if (SYMBOLS.containsKey(name)) {
            return SYMBOLS.get(name);
        }
        StringBuilder out = new StringBuilder();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            String found = part.group();
            out.append(Character.isDigit(found.charAt(0)) ? number(found) : Terms.capital(found));
        }
        return out.toString();
    }

    private static String number(String digits) {
        if (digits.length() <= 2 && !digits.startsWith("0")) {
            int number = Integer.parseInt(digits);
            return number < ONES.size()
                    ? ONES.get(number)
                    : TENS.get(number / 10) + (number % 10 == 0 ? "" : ONES.get(number % 10));
        }
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(digit -> out.append(ONES.get(digit - '0')));
        return out.toString();
    }

    /**
     * Takes a name, with {@code Again} at its end where two names are the same in words.
     *
     * @param name of letters
     * @param ends of the macros that begin with it
     * @return the name that none of these had before
     */
    String take(String name, List<String> ends) {
        String free = name;
        while (isTaken(free, ends)) {
            free += "Again";
        }
        for (String end : ends) {
            taken.add(free + end);
        }
        return free;
    }

    private boolean isTaken(String name, List<String> ends) {
        return ends.stream().anyMatch(end -> taken.contains(name + end));
    }
}
