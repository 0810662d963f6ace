// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** From the text of a model file to a model. */
final class ModelReader {

    private ModelReader() {}

    static Surrogate read(String json) {
        Object value;
        try {
            value = JsonText.parse(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This is no model file: " + e.getMessage(), e);
        }
        Fields model = Fields.of(value, "model");
        if (!model.has("schema") || !model.has("kind")) {
            throw new IllegalArgumentException("This is no model file: it has no \"schema\" and \"kind\"");
        }
        double schema = model.number("schema");
        if (schema > Surrogate.SCHEMA) {
            throw new IllegalArgumentException("This model file has schema " + (long) schema
                    + ", of which this program knows nothing newer than " + Surrogate.SCHEMA
                    + ": read it with the version of the plugin that wrote it, or a newer one");
        }
        if (schema != Surrogate.SCHEMA) {
            throw new IllegalArgumentException("This model file has the unknown schema " + schema);
        }
        if (model.has(Surrogate.DIGEST)) {
            check(json, model.text(Surrogate.DIGEST));
        }
        try {
            return model(model);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This model file is damaged: " + e.getMessage(), e);
        }
    }

    private static void check(String json, String digest) {
        String blank = json.replace('"' + digest + '"', '"' + Surrogate.NO_DIGEST + '"');
        if (!digest.equals(sha256(blank))) {
            throw new IllegalArgumentException(
                    "This model file was changed since it was written: its digest is " + digest
                            + ", and that of its text is another; train again, or take the file from where it was published");
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static Surrogate model(Fields model) {
        String kind = model.text("kind");
        List<Input> inputs = new ArrayList<>();
        for (Fields input : model.objects("inputs")) {
            inputs.add(input(input));
        }
        if (inputs.stream().map(Input::name).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("two inputs have one name");
        }
        List<Target> targets = targets(model);
        Optional<Domain> domain =
                model.has("domain") ? Optional.of(DomainReader.read(model.object("domain"))) : Optional.empty();
        Optional<ResidualBand> residuals =
                model.has("residuals") ? Optional.of(ResidualBand.of(model.object("residuals"))) : Optional.empty();
        return new Surrogate(
                kind,
                inputs,
                targets,
                MissingValues.of(model, inputs),
                form(kind, model, inputs, targets),
                domain,
                residuals);
    }

    /** Several targets stand in a list; a single one, as in every file before there were several, by itself. */
    private static List<Target> targets(Fields model) {
        List<Target> targets = new ArrayList<>();
        for (Fields target : model.has("targets") ? model.objects("targets") : List.of(model.object("target"))) {
            String name = target.text("name");
            if (target.has("levels")) {
                targets.add(Target.ofClasses(name, target.texts("levels")));
            } else {
                targets.add(target.flag("count") ? Target.count(name) : Target.real(name));
            }
        }
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("it has no target");
        }
        return targets;
    }

    private static Form form(String kind, Fields model, List<Input> inputs, List<Target> targets) {
        if (model.has("parts")) {
            List<Surrogate> parts = new ArrayList<>();
            for (Fields part : model.objects("parts")) {
                parts.add(model(part));
            }
            if (parts.size() != targets.size()) {
                throw new IllegalArgumentException(
                        "it has " + parts.size() + " parts for " + targets.size() + " targets");
            }
            return new PartsForm(parts);
        }
        Target target = targets.get(0);
        if (model.has("shares")) {
            return new SharesForm(model.numbers("shares", target.levels().size()));
        }
        return switch (kind) {
            case "constant", "linear", "power-law", "polynomial" -> linear(model, inputs);
            case "physics" -> new ExpressionForm(Expression.parse(model.text("formula")), inputs);
            case "gaussian-process" -> GaussianProcessReader.read(model, inputs, target.isCount());
            case "neural-network" ->
                NetworkForm.read(
                        model,
                        Features.columns(inputs).length,
                        target.isClass() ? target.levels().size() : targets.size());
            case "logistic" -> LogisticForm.read(model, inputs, target.levels().size());
            case "support-vector" ->
                target.isClass()
                        ? PairwiseForm.read(model, inputs, target.levels().size())
                        : SupportVectorForm.read(model, inputs, target.isCount());
            case "random-forest" -> ForestForm.read(model, inputs, target);
            default ->
                throw new IllegalArgumentException("\"" + kind + "\" is no kind of model that this program knows");
        };
    }

    private static Input input(Fields input) {
        String name = input.text("name");
        Input.Kind kind = Input.Kind.of(input.text("kind"));
        if (kind == Input.Kind.CATEGORY) {
            return Input.category(name, input.texts("levels"));
        }
        return new Input(
                name,
                kind,
                input.flag("log"),
                input.number("mean"),
                input.number("deviation"),
                input.number("min"),
                input.number("max"),
                List.of());
    }

    private static LinearForm linear(Fields model, List<Input> inputs) {
        String link = model.text("link");
        if (!link.equals("identity") && !link.equals("log")) {
            throw new IllegalArgumentException("\"link\" is \"" + link + "\", neither \"identity\" nor \"log\"");
        }
        List<Fields> objects = model.objects("terms");
        List<Term> terms = new ArrayList<>();
        double[] coefficients = new double[objects.size()];
        for (Fields object : objects) {
            coefficients[terms.size()] = object.number("coefficient");
            terms.add(TermReader.term(object, inputs));
        }
        return new LinearForm(terms, coefficients, link.equals("log"), model.number("retransformation"));
    }
}
