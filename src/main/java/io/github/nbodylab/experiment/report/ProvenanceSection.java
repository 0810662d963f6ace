package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Device;
import io.github.nbodylab.experiment.report.record.ReportRecord.Provenance;
import io.github.nbodylab.experiment.report.words.Digests;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the results come from. */
final class ProvenanceSection {

    private final ReportRecord record;

    private ProvenanceSection(ReportRecord record) {
        this.record = record;
    }

    static String html(ReportRecord record) {
        StringBuilder out = new StringBuilder();
        new ProvenanceSection(record).append(out);
        return out.toString();
    }

    private void append(StringBuilder out) {
        record.provenance().ifPresent(provenance -> {
            out.append(Html.heading("provenance", "Where it comes from"));
            out.append(Html.table("Provenance", List.of(), machine(provenance)));
            stages(out, provenance);
            digests(out, provenance);
        });
        if (!record.spec().isBlank()) {
            out.append(Html.heading("spec", "The spec"))
                    .append("<pre class=\"exp-spec\" tabindex=\"0\">")
                    .append(Html.escape(record.spec().stripTrailing()))
                    .append("</pre>\n");
        }
    }

    private List<List<String>> machine(Provenance provenance) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("experiment", Html.escape(record.name() + " " + record.version())));
        if (!provenance.plugin().isEmpty()) {
            rows.add(List.of("plugin", Html.escape("experiment-maven-plugin " + provenance.plugin())));
        }
        for (Device device : provenance.devices()) {
            String driver = device.driver().isEmpty() ? "" : ", " + device.driver();
            rows.add(List.of(
                    device.engine().equals("opencl")
                            ? "OpenCL"
                            : device.engine().equals("jvm") ? "JVM" : Html.escape(device.engine()),
                    Html.escape((device.device().isEmpty() ? "no name" : device.device()) + driver + ": ")
                            + Numbers.counted(device.runs(), "run", "runs")));
        }
        if (!provenance.jdks().isEmpty()) {
            rows.add(List.of(
                    "JDK",
                    provenance.jdks().entrySet().stream()
                            .map(jdk -> Html.escape(jdk.getValue() + " (" + jdk.getKey() + ")"))
                            .collect(Collectors.joining(", "))));
        }
        if (!provenance.os().isEmpty()) {
            rows.add(List.of("system", Html.escape(provenance.os())));
        }
        return rows;
    }

    private void stages(StringBuilder out, Provenance provenance) {
        List<List<String>> rows = new ArrayList<>();
        for (ReportRecord.StageRevision stage : provenance.stages()) {
            Optional<ReportRecord.StageTime> time = record.timeline().stages().stream()
                    .filter(candidate -> candidate.name().equals(stage.name()))
                    .findFirst();
            rows.add(List.of(
                    Html.escape(stage.name()),
                    Numbers.count(stage.revision()),
                    Html.escape(stage.reason()),
                    time.map(found -> Numbers.count(found.computed())).orElse("\u2013"),
                    time.map(found -> Numbers.count(found.fromStore())).orElse("\u2013"),
                    time.map(found -> Html.escape(Numbers.seconds(found.seconds())))
                            .orElse("\u2013")));
        }
        if (!rows.isEmpty()) {
            out.append(Html.table(
                    "Stages",
                    List.of("stage", "revision", "reason for it", "computed", "from the store", "time"),
                    rows));
        }
    }

    private static void digests(StringBuilder out, Provenance provenance) {
        List<List<String>> rows = new ArrayList<>();
        provenance.digests().forEach((file, digest) -> rows.add(List.of(Html.escape(file), Digests.html(digest))));
        if (!rows.isEmpty()) {
            out.append(Html.table("Digests", List.of("file", "SHA-256"), rows));
        }
    }
}
