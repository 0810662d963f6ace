package io.github.nbodylab.experiment.report;

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
 */
public record History(List<ReportRecord> versions, Optional<String> built) {

    public History {
        versions = versions.stream()
                .sorted(Comparator.comparing(ReportRecord::version, VersionOrder.OLDEST_FIRST.reversed()))
                .toList();
        requireNonNull(built, "built");
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("an experiment without any version");
        }
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
        List<ReportRecord> all = new ArrayList<>(recorded);
        all.addAll(built);
        all.forEach(record ->
                byName.computeIfAbsent(record.name(), name -> new TreeMap<>()).put(record.version(), record));
        built.forEach(record -> current.put(record.name(), record.version()));
        return byName.entrySet().stream()
                .map(entry -> new History(
                        List.copyOf(entry.getValue().values()), Optional.ofNullable(current.get(entry.getKey()))))
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
