package io.github.nbodylab.experiment.spec;

import static java.util.Objects.requireNonNull;

import io.github.nbodylab.experiment.surrogate.Target;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table that no simulation of ours made.
 *
 * @param file its path, relative to the folder of the spec, with {@code /} between its parts
 * @param table the extension of a FITS file by name or number, or the path in an HDF5 file; empty for the only one
 * @param group the column whose equal values keep rows together; empty if each row is a group of its own
 * @param targets the columns that are predicted, one or more
 * @param kind what the targets are; empty where their values say it
 * @param missing what is done about missing values
 * @param log those of the inputs of which models see the logarithm
 * @param units column to unit, free text
 */
public record Source(
        String file,
        Optional<String> table,
        Optional<String> group,
        List<String> targets,
        Optional<Target.Kind> kind,
        Missing missing,
        List<String> log,
        SortedMap<String, String> units)
        implements Origin {

    public Source {
        requireNonNull(file, "file");
        requireNonNull(table, "table");
        requireNonNull(group, "group");
        targets = List.copyOf(targets);
        requireNonNull(kind, "kind");
        requireNonNull(missing, "missing");
        log = List.copyOf(log);
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    }

    /** What is done about missing values. */
    public enum Missing implements Named {
        /** The table is refused. */
        REFUSE("refuse"),
        /** Rows that miss a value are left out. */
        DROP("drop"),
        /**
         * A missing input counts as the median of its column, or as the most frequent word, among the rows that a model is
         * fitted to. A missing target is refused.
         */
        IMPUTE("impute");

        private final String specName;

        Missing(String specName) {
            this.specName = specName;
        }

        @Override
        public String specName() {
            return specName;
        }
    }
}
