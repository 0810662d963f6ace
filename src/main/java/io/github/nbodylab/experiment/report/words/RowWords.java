package io.github.nbodylab.experiment.report.words;

import io.github.nbodylab.experiment.report.record.ReportRecord;

/**
 * What the rows of a table and their groups are called.
 *
 * @param row one of them, such as "black hole"
 * @param rows several
 * @param group what is kept together in the split, such as "design point"
 * @param groups several
 */
public record RowWords(String row, String rows, String group, String groups) {

    /** The words for a table. */
    public static RowWords of(ReportRecord.Rows table) {
        String row = switch (table.kind()) {
            case "simulation", "black-hole", "merger", "snapshot" -> Terms.words(table.kind());
            default -> "row";
        };
        String group = switch (table.groupedBy()) {
            case "simulation", "group", "row" -> table.groupedBy();
            default -> "design point";
        };
        return new RowWords(row, row + "s", group, group + "s");
    }

    /** Whether each row is a group of its own. */
    public boolean isEachApart() {
        return row.equals(group);
    }

    /** "24 simulations of 6 design points"; "24 rows" where each is a group of its own. */
    public String sizes(long rowCount, long groupCount) {
        String counted = counted(rowCount);
        return isEachApart() ? counted : counted + " of " + Numbers.counted(groupCount, group, groups);
    }

    /** "1 row", "12 rows". */
    public String counted(long count) {
        return Numbers.counted(count, row, rows);
    }

    /** Over what a bootstrap goes, and why. */
    public String bootstrap() {
        return groups
                + (isEachApart()
                        ? ""
                        : group.equals("design point")
                                ? ", so that replicates stay together"
                                : ", so that the " + rows + " of one stay together");
    }
}
