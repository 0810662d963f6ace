package io.github.nbodylab.experiment.report;

/**
 * What the rows of a table and their groups are called.
 *
 * @param row one of them, such as "black hole"
 * @param rows several
 * @param group what is kept together in the split, such as "design point"
 * @param groups several
 */
public record RowWords(String row, String rows, String group, String groups) {

    /**
     * The words for a table.
     *
     * @param kind of the rows, as specs name it; empty if unknown
     * @param groupedBy by what they are split, as specs name it; empty if unknown
     */
    static RowWords of(String kind, String groupedBy) {
        String row = switch (kind) {
            case "simulation", "black-hole", "merger", "snapshot" -> Terms.words(kind);
            default -> "row";
        };
        String group = switch (groupedBy) {
            case "simulation", "group", "row" -> groupedBy;
            default -> "design point";
        };
        return new RowWords(row, row + "s", group, group + "s");
    }

    /** Whether each row is a group of its own. */
    boolean isEachApart() {
        return row.equals(group);
    }

    /** "24 simulations of 6 design points"; "24 rows" where each is a group of its own. */
    String sizes(long rowCount, long groupCount) {
        String counted = counted(rowCount);
        return isEachApart() ? counted : counted + " of " + Numbers.counted(groupCount, group, groups);
    }

    /** "1 row", "12 rows". */
    String counted(long count) {
        return Numbers.counted(count, row, rows);
    }

    /** Over what a bootstrap goes, and why. */
    String bootstrap() {
        return groups
                + (isEachApart()
                        ? ""
                        : group.equals("design point")
                                ? ", so that replicates stay together"
                                : ", so that the " + rows + " of one stay together");
    }
}
