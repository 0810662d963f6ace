package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.surrogate.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code validate}. */
final class ValidateReader {

    private static final String RULES =
            "list the rules, such as accept: [{model: chosen, metric: q2, min: 0.8}], or leave accept out";
    private static final String STUDIES =
            "list the studies, such as studies: [learning-curve, contamination], or [] for none";
    private static final String LIMITS = "give min, max or both";
    private static final String NO_BEYOND = "no rows are held out beyond bounds of inputs";
    private static final String HOLD_BEYOND =
            "hold some out, such as trainingSet: {split: {within: {captureNumber: {max: 2}}}}";

    private final Section validate;
    private final List<String> fitted;
    private final String target;
    private final Optional<Target.Kind> kind;
    private final boolean beyond;

    /**
     * Creates the reader.
     *
     * @param validate the section
     * @param fitted names of the models that are fitted; empty where that is not known
     * @param target its name
     * @param kind of the target, where that is known before the table is there
     * @param beyond whether rows are held out beyond bounds of inputs
     */
    ValidateReader(Section validate, List<String> fitted, String target, Optional<Target.Kind> kind, boolean beyond) {
        this.validate = validate;
        this.fitted = fitted;
        this.target = target;
        this.kind = kind;
        this.beyond = beyond;
    }

    Validate read() {
        List<Validate.Rule> rules = new ArrayList<>();
        for (Item item :
                validate.item("accept").flatMap(list -> list.list(RULES)).orElse(List.of())) {
            Optional<Validate.Rule> rule = item.section(Language.RULE).flatMap(this::rule);
            if (rule.filter(rules::contains).isPresent()) {
                item.refuse("the same rule stands there twice", "state each rule once");
            }
            rule.ifPresent(rules::add);
        }
        double relative = validate.section("reproducibility", Language.REPRODUCIBILITY)
                .section("fits", Language.FITS)
                .item("relative")
                .flatMap(item -> item.real(Interval.ZERO_TO_BELOW_ONE))
                .orElse(Validate.DEFAULT_FITS_RELATIVE);
        return new Validate(rules, studies(), relative);
    }

    private Set<Validate.Study> studies() {
        Optional<List<Item>> items = validate.item("studies").flatMap(list -> list.items(STUDIES));
        if (items.isEmpty()) {
            return Validate.DEFAULT_STUDIES;
        }
        Set<Validate.Study> studies = EnumSet.noneOf(Validate.Study.class);
        for (Item item : items.get()) {
            Optional<Validate.Study> study = item.constant(Validate.Study.values(), Language.STUDIES);
            if (study.isPresent() && !studies.add(study.get())) {
                item.refuse("the same study stands there twice", "name each study once");
            }
        }
        return studies;
    }

    private Optional<Validate.Rule> rule(Section rule) {
        Optional<String> model = rule.required("model", "name a model that is fitted, or chosen")
                .flatMap(item -> model(
                        item,
                        Stream.concat(Stream.of(Validate.CHOSEN), fitted.stream())
                                .toList()));
        Validate.On on = rule.item("on").flatMap(this::on).orElse(Validate.On.TEST);
        if (!rule.has("beats")) {
            return limit(rule, model, on);
        }
        if (rule.has("metric") || rule.has("min") || rule.has("max")) {
            return rule.self().refuse("has both beats and limits of a metric", "make two rules of it");
        }
        Optional<String> beats = rule.item("beats").flatMap(item -> model(item, fitted));
        if (beats.isPresent() && beats.equals(model)) {
            return rule.self().refuse("no model beats itself", "name two different models");
        }
        return model.flatMap(better -> beats.map(worse -> new Validate.Beats(better, worse, on)));
    }

    private Optional<Validate.On> on(Item item) {
        Optional<Validate.On> on = item.constant(Validate.On.values(), Language.ON);
        return on.filter(known -> known != Validate.On.BEYOND || beyond)
                .or(() -> on.flatMap(known -> item.refuse(NO_BEYOND, HOLD_BEYOND)));
    }

    private Optional<String> model(Item item, List<String> known) {
        if (fitted.isEmpty()) {
            return item.text("name a model");
        }
        Optional<String> name = item.text("name one of " + String.join(", ", known));
        return name.filter(known::contains)
                .or(() -> name.flatMap(unfitted -> item.refuse(
                        "'" + unfitted + "' is not among the models that are fitted",
                        Language.MODELS.supports(unfitted)
                                ? "add it to train.models, or name one of " + String.join(", ", known)
                                : new Vocabulary(known, List.of()).remedyFor(unfitted))));
    }

    private Optional<Validate.Rule> limit(Section rule, Optional<String> model, Validate.On on) {
        Optional<Metric> metric = rule.required("metric", "add one of " + fitting() + ", or beats")
                .flatMap(item -> item.constant(Metric.values(), Language.METRICS)
                        .flatMap(known -> kind.filter(of -> !known.fits(of)).isEmpty()
                                ? Optional.of(known)
                                : item.refuse(
                                        "'" + known.specName() + "' is no metric of the target '" + target + "', which "
                                                + noun(kind.get()),
                                        "name one of " + fitting())));
        if (metric.filter(Metric::needsBeyond).isPresent()) {
            if (!beyond) {
                return rule.item("metric").orElseThrow().refuse(NO_BEYOND, HOLD_BEYOND);
            }
            if (rule.has("on")) {
                return rule.item("on")
                        .orElseThrow()
                        .refuse("the metric is of the rows of the test and of those beyond", "leave on out");
            }
        }
        if (!rule.has("min") && !rule.has("max")) {
            return rule.self().refuse("has no limit", LIMITS);
        }
        Interval possible = metric.map(Metric::possible).orElse(Interval.ANY);
        Optional<Double> min = bound(rule, "min", Double.NEGATIVE_INFINITY, possible);
        Optional<Double> max = bound(rule, "max", Double.POSITIVE_INFINITY, possible);
        if (min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        if (min.get() > max.get()) {
            return rule.self()
                    .refuse(
                            "min " + Decimal.shortest(min.get()) + " is above max " + Decimal.shortest(max.get()),
                            "exchange them");
        }
        return model.flatMap(name -> metric.map(known -> new Validate.Limit(name, known, min.get(), max.get(), on)));
    }

    /** The names of the metrics that the target may have. */
    private String fitting() {
        return Arrays.stream(Metric.values())
                .filter(metric -> kind.isEmpty() || metric.fits(kind.get()))
                .filter(metric -> beyond || !metric.needsBeyond())
                .map(Metric::specName)
                .collect(Collectors.joining(", "));
    }

    private static String noun(Target.Kind kind) {
        return switch (kind) {
            case REAL -> "is a real number";
            case COUNT -> "counts something";
            case CLASS -> "is a class";
        };
    }

    private static Optional<Double> bound(Section rule, String name, double none, Interval possible) {
        return rule.has(name) ? rule.item(name).flatMap(item -> item.real(possible)) : Optional.of(none);
    }
}
