package io.github.nbodylab.experiment.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The cases of {@code bad-specs.txt}. */
final class BadSpecs {

    /**
     * A spec with something wrong.
     *
     * @param what is wrong
     * @param yaml the spec
     * @param inSchema whether the JSON Schema sees it as well
     * @param complaints the exact lines, of a file {@code a.yaml}
     */
    record Bad(String what, String yaml, boolean inSchema, List<String> complaints) {
        @Override
        public String toString() {
            return what;
        }
    }

    private BadSpecs() {}

    static List<Bad> all() {
        try (InputStream in = BadSpecs.class.getResourceAsStream("bad-specs.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n== "))
                    .skip(1)
                    .map(BadSpecs::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bad read(String block) {
        List<String> lines = block.lines().toList();
        String base = lines.get(1);
        String find = marked(lines, '-');
        String good = Texts.named(base.substring(0, base.indexOf(',')));
        int at = good.indexOf(find);
        if (at < 0 || good.indexOf(find, at + 1) >= 0) {
            throw new IllegalStateException(lines.get(0) + ": not once in the spec: " + find);
        }
        String bad = good.substring(0, at) + marked(lines, '+') + good.substring(at + find.length());
        return new Bad(
                lines.get(0),
                bad,
                base.endsWith(", in schema"),
                marked(lines, '!').lines().toList());
    }

    private static String marked(List<String> lines, char mark) {
        return lines.stream()
                .skip(2)
                .filter(line -> !line.isEmpty() && line.charAt(0) == mark)
                .map(line -> line.length() > 2 ? line.substring(2) : "")
                .collect(Collectors.joining("\n"));
    }
}
