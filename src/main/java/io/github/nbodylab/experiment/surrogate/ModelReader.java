// SPDX-License-Identifier: Apache-2.0
package io.github.nbodylab.experiment.surrogate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

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
        return new Surrogate(kind, inputs, targets, form(kind, model, inputs, targets));
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
            case "gaussian-process" -> gaussianProcess(model, inputs, target.isCount());
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
            List<Term.Factor> factors = new ArrayList<>();
            for (Fields factor : object.objects("factors")) {
                factors.add(factor(factor, inputs));
            }
            terms.add(new Term(factors));
        }
        return new LinearForm(terms, coefficients, link.equals("log"), model.number("retransformation"));
    }

    private static Term.Factor factor(Fields factor, List<Input> inputs) {
        String name = factor.text("input");
        int position = inputs.stream().map(Input::name).toList().indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException("a term uses '" + name + "', which is no input");
        }
        if (!inputs.get(position).isCategory()) {
            double power = factor.number("power");
            if (power != (int) power) {
                throw new IllegalArgumentException("a power is a whole number, not " + power);
            }
            return new Term.Power(position, (int) power);
        }
        int level = inputs.get(position).levels().indexOf(factor.text("level"));
        if (level < 0) {
            throw new IllegalArgumentException("a term uses a level that '" + name + "' does not have");
        }
        return new Term.Level(position, level);
    }

    private static GaussianProcessForm gaussianProcess(Fields model, List<Input> inputs, boolean count) {
        double[] perInput = model.numbers("lengthScales", inputs.size());
        if (Arrays.stream(perInput).anyMatch(scale -> !(scale > 0))) {
            throw new IllegalArgumentException("a length scale is not above 0");
        }
        int[] columns = Features.columns(inputs);
        double[] lengthScales =
                Arrays.stream(columns).mapToDouble(input -> perInput[input]).toArray();
        double[][] points = model.matrix("trainingInputs", columns.length);
        return new GaussianProcessForm(
                Kernel.of(model.text("kernel")),
                model.number("signalVariance"),
                lengthScales,
                points,
                model.numbers("noiseVariances", points.length),
                model.numbers("alpha", points.length),
                model.number("mean"),
                count);
    }
}
