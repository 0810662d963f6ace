package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;

/** Takes a kernel expression apart by recursive descent. */
final class KernelParser {

    private static final String EXAMPLE = "write kernels joined by + and *, such as matern-5/2 + linear";
    private static final int DEEPEST = 20;

    private final String text;
    private int position;
    private int depth;

    KernelParser(String text) {
        this.text = text;
    }

    KernelExpression parse() throws KernelSyntaxException {
        KernelExpression expression = sum();
        if (position < text.length()) {
            throw next() == ')'
                    ? wrong("a parenthesis is closed that was not opened", "take it away, or open it")
                    : wrong("'+' or '*' is missing", EXAMPLE);
        }
        return expression;
    }

    private KernelExpression sum() throws KernelSyntaxException {
        List<KernelExpression> terms = new ArrayList<>(List.of(product()));
        while (takes('+')) {
            terms.add(product());
        }
        return KernelExpression.Sum.of(terms);
    }

    private KernelExpression product() throws KernelSyntaxException {
        List<KernelExpression> factors = new ArrayList<>(List.of(factor()));
        while (takes('*')) {
            factors.add(factor());
        }
        return KernelExpression.Product.of(factors);
    }

    private KernelExpression factor() throws KernelSyntaxException {
        int opened = position();
        if (!takes('(')) {
            return kernel();
        }
        if (++depth > DEEPEST) {
            throw wrong("parentheses are nested more than " + DEEPEST + " deep", "write it with fewer");
        }
        KernelExpression inner = sum();
        if (!takes(')')) {
            position = position < text.length() ? position : opened;
            throw position == opened
                    ? wrong("the parenthesis is never closed", "close it")
                    : wrong("'+', '*' or ')' is missing", EXAMPLE);
        }
        depth--;
        return inner;
    }

    private KernelExpression kernel() throws KernelSyntaxException {
        int start = position();
        while (position < text.length() && "+*() ".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String word = text.substring(start, position);
        for (KernelExpression.Kernel kernel : KernelExpression.Kernel.values()) {
            if (kernel.specName().equals(word)) {
                position();
                return new KernelExpression.Factor(kernel);
            }
        }
        position = start;
        throw word.isEmpty()
                ? wrong("a kernel is missing", EXAMPLE)
                : wrong("unknown kernel '" + word + "'", Language.KERNELS.remedyFor(word));
    }

    private boolean takes(char symbol) {
        boolean there = position() < text.length() && next() == symbol;
        position += there ? 1 : 0;
        position();
        return there;
    }

    private char next() {
        return text.charAt(position);
    }

    /** Where the next symbol stands. */
    private int position() {
        while (position < text.length() && next() == ' ') {
            position++;
        }
        return position;
    }

    private KernelSyntaxException wrong(String what, String remedy) {
        String where = text.isBlank() || position >= text.length() ? "at its end" : "at character " + (position + 1);
        return new KernelSyntaxException("'" + text + "', " + where + ": " + what, remedy);
    }
}
