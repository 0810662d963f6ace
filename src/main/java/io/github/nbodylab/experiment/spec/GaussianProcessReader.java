package io.github.nbodylab.experiment.spec;

import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the options of {@code gaussian-process}; what is wrong with them is complained of, and the default taken. */
final class GaussianProcessReader {

    private static final long MOST_STARTS = 100;
    private static final long HIGHEST_LIMIT = 20_000;
    private static final String NOISE = "noise";
    private static final String BOUNDS = "lengthScaleBounds";

    private GaussianProcessReader() {}

    static GaussianProcessSpec read(Section options) {
        GaussianProcessSpec standard = GaussianProcessSpec.of(
                new KernelExpression.Factor(KernelExpression.Kernel.MATERN_5_2),
                GaussianProcessSpec.LengthScales.PER_INPUT);
        double[] bounds = bounds(options, standard);
        return new GaussianProcessSpec(
                options.item("kernel").flatMap(GaussianProcessReader::kernel).orElse(standard.kernel()),
                options.item("lengthScales")
                        .flatMap(item ->
                                item.constant(GaussianProcessSpec.LengthScales.values(), Language.LENGTH_SCALES))
                        .orElse(standard.lengthScales()),
                bounds[0],
                bounds[1],
                options.item("mean")
                        .flatMap(item -> item.constant(GaussianProcessSpec.Mean.values(), Language.MEANS))
                        .orElse(standard.mean()),
                options.item(NOISE).map(GaussianProcessReader::noise).orElse(standard.noise()),
                whole(options, "starts", 1, MOST_STARTS, GaussianProcessSpec.STARTS),
                whole(options, "limit", 2, HIGHEST_LIMIT, GaussianProcessSpec.LIMIT));
    }

    private static Optional<KernelExpression> kernel(Item item) {
        Optional<String> text = item.raw().filter(any -> !any.isBlank() && !Language.KERNELS.supports(any));
        if (text.isEmpty() || text.get().matches("[^+*() ]*")) {
            return item.constant(KernelExpression.Kernel.values(), Language.KERNELS)
                    .map(KernelExpression.Factor::new);
        }
        try {
            return Optional.of(KernelExpression.parse(text.get()));
        } catch (KernelSyntaxException e) {
            return item.refuse(e.getMessage(), e.remedy());
        }
    }

    private static OptionalDouble noise(Item item) {
        if (item.raw().filter(NumberText::looksNumeric).isPresent()) {
            return item.real(Interval.ABOVE_ZERO).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        }
        return item.word(Language.NOISES)
                        .filter(GaussianProcessSpec.NONE::equals)
                        .isPresent()
                ? OptionalDouble.of(0)
                : OptionalDouble.empty();
    }

    private static double[] bounds(Section options, GaussianProcessSpec standard) {
        Section section = options.section(BOUNDS, Language.BOUNDS);
        double min = bound(section, "min", standard.minLengthScale());
        double max = bound(section, "max", standard.maxLengthScale());
        if (!(min < max)) {
            section.self()
                    .complaints()
                    .add(
                            section.self().line(),
                            section.self().key(),
                            "the bounds cross: min is " + Decimal.shortest(min) + " and max is "
                                    + Decimal.shortest(max),
                            "give a min below the max");
            return new double[] {standard.minLengthScale(), standard.maxLengthScale()};
        }
        return new double[] {min, max};
    }

    private static double bound(Section section, String key, double standard) {
        return section.item(key).flatMap(item -> item.real(Interval.ABOVE_ZERO)).orElse(standard);
    }

    private static int whole(Section options, String key, long min, long max, int standard) {
        return options.item(key)
                .flatMap(item -> item.whole(min, max))
                .map(Long::intValue)
                .orElse(standard);
    }
}
