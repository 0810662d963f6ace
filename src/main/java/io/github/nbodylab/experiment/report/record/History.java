package io.github.nbodylab.experiment.report.record;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All versions of one experiment that can be shown.
 *
 * @param versions one at least, the newest first
 * @param built the version that this build made; empty if there are records only
 * @param accepted what was recorded of the version that this build made, if its results are others
 */
public record History(List<ReportRecord> versions, Optional<String> built, Optional<ReportRecord> accepted) {

    public History {
        versions = versions.stream()
                .sorted(Comparator.comparing(ReportRecord::version, VersionOrder.OLDEST_FIRST.reversed()))
                .toList();
        requireNonNull(built, "built");
        requireNonNull(accepted, "accepted");
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("an experiment without any version");
        }
    }

    /** A history in which this build made what was recorded, or a version that was not recorded. */
    public History(List<ReportRecord> versions, Optional<String> built) {
        this(versions, built, Optional.empty());
    }

    /**
     * The histories of records.
     *
     * @param recorded by earlier builds
     * @param built by this build; each stands in for the record of the same version
     * @return by name
     */
    static List<History> of(List<ReportRecord> recorded, List<ReportRecord> built) {
        SortedMap<String, SortedMap<String, ReportRecord>> byName = new TreeMap<>();
        SortedMap<String, String> current = new TreeMap<>();
        SortedMap<String, ReportRecord> replaced = new TreeMap<>();
        List<ReportRecord> all = new ArrayList<>(recorded);
        all.addAll(built);
        for (ReportRecord record : all) {
            ReportRecord before = byName.computeIfAbsent(record.name(), name -> new TreeMap<>())
                    .put(record.version(), record);
            if (before != null && !before.hasResultsOf(record)) {
                replaced.put(record.name(), before);
            }
        }
        built.forEach(record -> current.put(record.name(), record.version()));
        return byName.entrySet().stream()
                .map(entry -> new History(
                        List.copyOf(entry.getValue().values()),
                        Optional.ofNullable(current.get(entry.getKey())),
                        Optional.ofNullable(replaced.get(entry.getKey()))))
                .toList();
    }

    /** The name of the experiment. */
    public String name() {
        return versions.get(0).name();
    }

    /** What this build made; without that the newest version. */
    public ReportRecord current() {
        return versions.stream()
                .filter(record -> built.isPresent() && record.version().equals(built.get()))
                .findFirst()
                .orElse(versions.get(0));
    }

    /** What a version is held against: for this build, what was recorded of its version if that is other; else the next older one. */
    public Optional<ReportRecord> compared(ReportRecord record) {
        boolean ofBuild = built.equals(Optional.of(record.version()));
        return ofBuild && accepted.isPresent() ? accepted : before(record);
    }

    /** The next older version. */
    public Optional<ReportRecord> before(ReportRecord record) {
        int older = versions.indexOf(record) + 1;
        return older > 0 && older < versions.size() ? Optional.of(versions.get(older)) : Optional.empty();
    }

    /** The next newer version. */
    public Optional<ReportRecord> after(ReportRecord record) {
        int at = versions.indexOf(record);
        return at > 0 ? Optional.of(versions.get(at - 1)) : Optional.empty();
    }
}
