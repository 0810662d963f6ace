package io.github.nbodylab.experiment.trainingset.source;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a compound data set of an HDF5 file, or a group of equally long data sets of one dimension. */
final class HdfSource {

    private final Map<String, SourceColumn> columns = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Collection<String> wanted;

    private HdfSource(Collection<String> wanted) {
        this.wanted = wanted;
    }

    static SourceTable read(Path file, Optional<String> table, Collection<String> wanted) throws SourceException {
        HdfSource source = new HdfSource(wanted);
        try (HdfFile hdf = new HdfFile(file)) {
            source.choose(hdf, table);
        } catch (HdfException e) {
            source.problems.add("it cannot be read as HDF5: " + e.getMessage());
        }
        source.refuseDifferentLengths();
        if (!source.problems.isEmpty()) {
            throw new SourceException(file.toString(), source.problems);
        }
        int rows = source.columns.values().iterator().next().size();
        return new SourceTable(rows, source.columns, row -> "row " + (row + 1));
    }

    private void choose(HdfFile hdf, Optional<String> table) {
        Map<String, Node> tables = new TreeMap<>();
        find(hdf, "", tables);
        Optional<Node> node = table.isPresent()
                ? tables.entrySet().stream()
                        .filter(entry -> path(entry.getKey()).equals(path(table.get())))
                        .map(Map.Entry::getValue)
                        .findFirst()
                : Optional.of(tables)
                        .filter(all -> all.size() == 1)
                        .map(all -> all.values().iterator().next());
        if (node.isEmpty()) {
            String all = tables.isEmpty()
                    ? "no table (a compound data set, or a group of data sets of one dimension)"
                    : "the tables " + String.join(", ", tables.keySet());
            problems.add("it has "
                    + table.map(name -> "no table '" + name + "', but ").orElse("") + all
                    + (tables.isEmpty() ? "" : "; name one in trainingSet.table"));
        } else if (node.get() instanceof Dataset compound) {
            compound(compound);
        } else {
            group((Group) node.get());
        }
    }

    private static String path(String name) {
        return name.replaceAll("^/+|/+$", "");
    }

    /** The compound data sets and the groups that have a data set of one dimension. */
    private static void find(Group group, String path, Map<String, Node> tables) {
        for (Node child : group.getChildren().values()) {
            if (child instanceof Group deeper) {
                find(deeper, path + "/" + child.getName(), tables);
            } else if (child instanceof Dataset dataset && dataset.getDimensions().length == 1) {
                if (dataset.isCompound()) {
                    tables.put(path + "/" + child.getName(), dataset);
                } else {
                    tables.put(path.isEmpty() ? "/" : path, group);
                }
            }
        }
    }

    private void compound(Dataset dataset) {
        Map<?, ?> members = (Map<?, ?>) dataset.getData();
        List<String> names = members.keySet().stream().map(String::valueOf).toList();
        problems.addAll(SourceTable.problems(wanted, names));
        for (String name : wanted) {
            if (members.get(name) != null) {
                column(name, "", members.get(name));
            }
        }
    }

    private void group(Group group) {
        problems.addAll(
                SourceTable.problems(wanted, List.copyOf(group.getChildren().keySet())));
        for (String name : wanted) {
            if (group.getChild(name) instanceof Dataset dataset) {
                column(name, unit(dataset), dataset.getSize() == 0 ? new double[0] : dataset.getData());
            } else if (group.getChild(name) != null) {
                problems.add("'" + name + "' is no data set; name one of one dimension");
            }
        }
    }

    private static String unit(Dataset dataset) {
        for (String name : List.of("units", "unit")) {
            Attribute attribute = dataset.getAttribute(name);
            if (attribute != null && attribute.getData() instanceof String text) {
                return text.strip();
            }
        }
        return "";
    }

    private void column(String name, String unit, Object data) {
        Object first = data.getClass().isArray() && Array.getLength(data) > 0 ? Array.get(data, 0) : 0;
        if (!data.getClass().isArray() || first.getClass().isArray()) {
            problems.add(
                    "the column '" + name + "' has more than one dimension, or none; a column must have one value a"
                            + " row: make a data set of each element that is wanted");
            return;
        }
        int rows = Array.getLength(data);
        if (first instanceof Number number) {
            double[] numbers = new double[rows];
            Arrays.setAll(numbers, i -> ((Number) Array.get(data, i)).doubleValue());
            boolean real = number instanceof Double || number instanceof Float;
            columns.put(
                    name,
                    real
                            ? SourceColumn.ofNumbers(name, unit, numbers)
                            : SourceColumn.ofWholes(name, unit, numbers, texts(data, rows)));
        } else {
            columns.put(name, SourceColumn.ofTexts(name, unit, texts(data, rows)));
        }
    }

    private static String[] texts(Object data, int rows) {
        String[] texts = new String[rows];
        Arrays.setAll(texts, i -> {
            Object value = Array.get(data, i);
            return value instanceof BigInteger big ? big.toString() : String.valueOf(value);
        });
        return texts;
    }

    private void refuseDifferentLengths() {
        long lengths =
                columns.values().stream().map(SourceColumn::size).distinct().count();
        if (problems.isEmpty() && lengths > 1) {
            List<String> all = columns.values().stream()
                    .map(column -> column.name() + " " + column.size())
                    .toList();
            problems.add("its columns are not equally long: " + String.join(", ", all) + "; give each one value a row");
        }
    }
}
