package io.github.nbodylab.experiment.mojo;

import io.github.nbodylab.experiment.report.AskFiles;
import io.github.nbodylab.experiment.report.ChangesPage;
import io.github.nbodylab.experiment.report.CrateFiles;
import io.github.nbodylab.experiment.report.Downloads;
import io.github.nbodylab.experiment.report.Downloads.Download;
import io.github.nbodylab.experiment.report.ExperimentPage;
import io.github.nbodylab.experiment.report.FigureFiles;
import io.github.nbodylab.experiment.report.FilmFiles;
import io.github.nbodylab.experiment.report.IndexPage;
import io.github.nbodylab.experiment.report.PageFiles;
import io.github.nbodylab.experiment.report.PageScripts;
import io.github.nbodylab.experiment.report.Trail;
import io.github.nbodylab.experiment.report.paper.Credits;
import io.github.nbodylab.experiment.report.paper.Extracts;
import io.github.nbodylab.experiment.report.record.History;
import io.github.nbodylab.experiment.report.record.Records;
import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.store.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes the validation reports into the site: a page for each version of each experiment, and one that lists them.
 *
 * <p>It reads what {@code mvn verify} left and what was recorded, and runs nothing itself, so say {@code mvn verify site}.
 *
 * @since 1.0.0
 */
@Mojo(name = "report", threadSafe = true)
public class ExperimentReport extends AbstractMavenReport {

    /**
     * The folder with the results of this build.
     *
     * <p>Example: {@code <resultDirectory>${project.build.directory}/experiments</resultDirectory>}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.resultDirectory", defaultValue = "${project.build.directory}/experiments")
    private File resultDirectory;

    /**
     * The folder of lock files, whose {@code records/} hold the recorded versions.
     *
     * <p>Example: {@code <lockDirectory>${project.basedir}/locks</lockDirectory>}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.lockDirectory", defaultValue = "${project.basedir}/src/main/experiments")
    private File lockDirectory;

    /**
     * Whether a record that cannot be shown, for it is damaged or of a newer plugin, only warns ({@code warn}) or fails the
     * build ({@code fail}). All others are shown first in either case.
     *
     * <p>Example: {@code -Dexperiment.damagedRecords=fail}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.damagedRecords", defaultValue = "warn")
    private String damagedRecords;

    /**
     * Skips the report.
     *
     * <p>Example: {@code -Dexperiment.skip}
     *
     * @since 1.0.0
     */
    @Parameter(property = "experiment.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true)
    private MavenSession session;

    @Override
    public boolean canGenerateReport() {
        return !skip
                && (resultDirectory.isDirectory() || recordFolder().toFile().isDirectory());
    }

    @Override
    @SuppressWarnings("deprecation") // its successor has a default that calls it, and older site plugins ask for it
    public String getOutputName() {
        return "experiments";
    }

    @Override
    public String getName(Locale locale) {
        return IndexPage.title();
    }

    @Override
    public String getDescription(Locale locale) {
        return "What each experiment asked, what it found, and how far to trust it.";
    }

    @Override
    protected void executeReport(Locale locale) throws MavenReportException {
        System.setProperty("java.awt.headless", "true"); // plots are drawn as text, and no display is needed
        DamagedRecords damaged = new DamagedRecords(damagedRecords, getLog());
        Credits credits = credits();
        try {
            List<History> experiments = Records.read(resultDirectory.toPath(), recordFolder(), damaged::tell);
            if (getSinkFactory() == null) { // only a site gives one, and with it a place for further pages
                getLog().warn("Run by itself, this goal writes the list only; say 'mvn verify site'");
            } else {
                PageScripts.write(getReportOutputDirectory().toPath());
                for (History history : experiments) {
                    writePages(history, credits, damaged);
                }
            }
            page(getSink(), IndexPage.title(), IndexPage.html(experiments, damaged.told()));
            damaged.failIfAsked(session.getResult());
        } catch (IOException e) {
            throw new MavenReportException("cannot write the experiments' pages: " + e.getMessage(), e);
        }
    }

    private Credits credits() throws MavenReportException {
        try {
            return ProjectCredits.of(getProject(), outputTimestamp);
        } catch (IllegalArgumentException e) { // the project's to mend, before any page is made
            throw new MavenReportException(e.getMessage(), e);
        }
    }

    private void writePages(History history, Credits credits, DamagedRecords damaged) throws IOException {
        Path folder = getReportOutputDirectory()
                .toPath()
                .resolve(history.current().page())
                .getParent();
        Folders.empty(folder); // what an earlier site had of other results must not be published with these
        Files.writeString(folder.resolve(Extracts.BADGE), Extracts.badge(history.current()));
        for (ReportRecord record : history.versions()) {
            try {
                writePages(record, history, credits);
            } catch (RuntimeException e) { // its values fit no page; it must not take the other pages with it
                getLog().debug(e);
                damaged.tell("the page of " + record.name() + " " + record.version() + " cannot be made of its record: "
                        + e + "; 'mvn -X' shows where");
            }
        }
    }

    private void writePages(ReportRecord record, History history, Credits credits) throws IOException {
        PageFiles files = files(record, credits);
        write(record, record.page(), ExperimentPage.title(record), ExperimentPage.html(record, history, files));
        files.figures().write(getReportOutputDirectory().toPath().resolve(record.page()));
        Optional<ReportRecord> before = history.compared(record);
        if (before.isPresent()) {
            write(
                    record,
                    ChangesPage.page(record),
                    ChangesPage.title(before.get(), record),
                    ChangesPage.html(before.get(), record));
        }
    }

    private void write(ReportRecord record, String name, String title, String html) throws IOException {
        Path page = getReportOutputDirectory().toPath().resolve(name);
        Files.createDirectories(page.getParent());
        page(
                getSinkFactory()
                        .createSink(
                                page.getParent().toFile(), page.getFileName().toString()),
                title,
                Trail.html(record, name) + html + PageScripts.html(name));
    }

    /** Writes what stands beside the page. */
    private PageFiles files(ReportRecord record, Credits credits) throws IOException {
        return new PageFiles(
                AskFiles.write(
                        record,
                        resultDirectory.toPath(),
                        getReportOutputDirectory().toPath(),
                        line -> getLog().warn(line)),
                FilmFiles.write(
                        record,
                        resultDirectory.toPath(),
                        getReportOutputDirectory().toPath()),
                FigureFiles.of(record, resultDirectory.toPath()),
                downloads(record),
                credits);
    }

    private List<Download> downloads(ReportRecord record) throws IOException {
        Path results = resultDirectory.toPath();
        Path site = getReportOutputDirectory().toPath();
        List<Download> downloads = new ArrayList<>(
                Downloads.write(record, results, lockDirectory.toPath(), site, line -> getLog().warn(line)));
        CrateFiles.write(record, results, site, line -> getLog().warn(line)).ifPresent(downloads::add);
        return downloads;
    }

    private static void page(Sink sink, String title, String html) {
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        sink.rawText(html);
        sink.section1_();
        sink.body_();
        sink.flush();
        sink.close();
    }

    private Path recordFolder() {
        return lockDirectory.toPath().resolve("records");
    }
}
