package io.github.nbodylab.experiment.spec;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The section {@code trainingSet} with a table from elsewhere, as keys in the order of the language. */
final class SourceTree {

    private SourceTree() {}

    static SpecTree of(Source source, TrainingSet trainingSet) {
        SpecTree tree = new SpecTree().with("source", SpecTree.quoted(source.file()));
        source.table().ifPresent(table -> tree.with("table", SpecTree.quoted(table)));
        source.group().ifPresent(group -> tree.with("group", SpecTree.quoted(group)));
        tree.with("inputs", list(trainingSet.inputs()))
                .with(
                        "target",
                        source.targets().size() == 1
                                ? SpecTree.quoted(source.targets().get(0))
                                : list(source.targets()));
        source.kind().ifPresent(kind -> tree.with("targetKind", kind.text()));
        tree.with("missing", source.missing().specName());
        if (!source.log().isEmpty()) {
            tree.with("log", list(source.log()));
        }
        if (!source.units().isEmpty()) {
            tree.with(
                    "units",
                    source.units().entrySet().stream()
                            .map(unit -> SpecTree.quoted(unit.getKey()) + ": " + SpecTree.quoted(unit.getValue()))
                            .collect(joining(", ", "{", "}")));
        }
        return tree.with("split", SpecTree.split(trainingSet));
    }

    private static String list(List<String> columns) {
        return SpecTree.list(columns.stream().map(SpecTree::quoted).toList());
    }
}
