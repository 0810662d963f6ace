package io.github.nbodylab.experiment.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A covariance function: a kernel, or a sum or product of several (Rasmussen and Williams 2006, section 4.2.4). */
public sealed interface KernelExpression {

    /** The expression as a spec writes it: {@code *} before {@code +}, no more parentheses than it needs. */
    String text();

    /**
     * Reads an expression such as {@code matern-5/2 + linear * rbf}.
     *
     * @throws KernelSyntaxException if it is none; the message says what is wrong with which character
     */
    static KernelExpression parse(String text) throws KernelSyntaxException {
        return new KernelParser(text).parse();
    }

    /**
     * One kernel.
     *
     * @param kernel which
     */
    record Factor(Kernel kernel) implements KernelExpression {
        @Override
        public String text() {
            return kernel.specName();
        }
    }

    /**
     * A sum of independent processes.
     *
     * @param terms two at least, none of them a sum
     */
    record Sum(List<KernelExpression> terms) implements KernelExpression {

        public Sum {
            terms = List.copyOf(terms);
        }

        /** One term, or the sum of several, in which sums are taken apart. */
        static KernelExpression of(List<KernelExpression> terms) {
            List<KernelExpression> flat = new ArrayList<>();
            terms.forEach(term -> flat.addAll(term instanceof Sum sum ? sum.terms() : List.of(term)));
            return flat.size() == 1 ? flat.get(0) : new Sum(flat);
        }

        @Override
        public String text() {
            return terms.stream().map(KernelExpression::text).collect(Collectors.joining(" + "));
        }
    }

    /**
     * A product.
     *
     * @param factors two at least, none of them a product
     */
    record Product(List<KernelExpression> factors) implements KernelExpression {

        public Product {
            factors = List.copyOf(factors);
        }

        /** One factor, or the product of several, in which products are taken apart. */
        static KernelExpression of(List<KernelExpression> factors) {
            List<KernelExpression> flat = new ArrayList<>();
            factors.forEach(
                    factor -> flat.addAll(factor instanceof Product product ? product.factors() : List.of(factor)));
            return flat.size() == 1 ? flat.get(0) : new Product(flat);
        }

        @Override
        public String text() {
            return factors.stream()
                    .map(factor -> factor instanceof Sum ? "(" + factor.text() + ")" : factor.text())
                    .collect(Collectors.joining(" * "));
        }
    }

    /** Covariance functions (Rasmussen and Williams 2006, section 4.2). */
    enum Kernel implements Named {
        /** Squared exponential. */
        RBF("rbf"),
        /** Matern with smoothness 3/2. */
        MATERN_3_2("matern-3/2"),
        /** Matern with smoothness 5/2. */
        MATERN_5_2("matern-5/2"),
        /** The dot product: a linear function. */
        LINEAR("linear");

        private final String specName;

        Kernel(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
