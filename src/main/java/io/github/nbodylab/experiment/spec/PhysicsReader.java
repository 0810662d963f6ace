package io.github.nbodylab.experiment.spec;

import io.github.nbodylab.experiment.surrogate.Expression;
import io.github.nbodylab.experiment.surrogate.Expression.Indicator;
import io.github.nbodylab.experiment.surrogate.ExpressionException;
import java.util.List;
import java.util.Optional;

/** Reads {@code train.physics}: a closed form of the inputs, which models should beat. */
final class PhysicsReader {

    private static final String EXAMPLE = "write a formula of the inputs, such as \"0.5 * captureNumber ^ 2 * time\"";

    private final List<String> inputs;

    /**
     * Creates the reader.
     *
     * @param inputs of the training set; empty where they are not known
     */
    PhysicsReader(List<String> inputs) {
        this.inputs = inputs;
    }

    /** Reads the formula; the text as it stands. */
    Optional<String> read(Item item) {
        Optional<String> text = item.text(EXAMPLE);
        if (text.isEmpty()) {
            return text;
        }
        try {
            Expression expression = Expression.parse(text.get());
            return isSound(item, expression) ? text : Optional.empty();
        } catch (ExpressionException e) {
            return item.refuse("is no formula at character " + e.position() + ": " + e.getMessage(), EXAMPLE);
        }
    }

    private boolean isSound(Item item, Expression expression) {
        boolean sound = true;
        for (String name : expression.numbers()) {
            Optional<Vocabulary> levels = levels(name);
            if (isUnknown(item, name)) {
                sound = false;
            } else if (levels.isPresent()) {
                item.refuse(
                        "'" + name + "' is a word, which is no number",
                        "ask for one of its words, such as [" + name + " = "
                                + levels.get().supported().get(0) + "], which is 1 or 0");
                sound = false;
            }
        }
        for (Indicator indicator : expression.indicators()) {
            Optional<Vocabulary> levels = levels(indicator.input());
            if (isUnknown(item, indicator.input())) {
                sound = false;
            } else if (levels.isEmpty()) {
                item.refuse("'" + indicator.input() + "' is a number, which has no words", "use it as a number");
                sound = false;
            } else if (!levels.get().supports(indicator.level())) {
                item.refuse(
                        "'" + indicator.input() + "' is never '" + indicator.level() + "'",
                        levels.get().remedyFor(indicator.level()));
                sound = false;
            }
        }
        return sound;
    }

    private boolean isUnknown(Item item, String name) {
        if (inputs.isEmpty() || inputs.contains(name)) {
            return false;
        }
        item.refuse(
                "'" + name + "' is no input of the training set", new Vocabulary(inputs, List.of()).remedyFor(name));
        return true;
    }

    /** The words that an input may have, if it is one. */
    private static Optional<Vocabulary> levels(String name) {
        return Optional.ofNullable(Language.WORDS.get("simulate.cluster." + name))
                .or(() -> Optional.ofNullable(Language.WORDS.get("simulate.mergers." + name)));
    }
}
