package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.words.Html;

/** How to get the results again. */
final class ReproduceSection {

    private ReproduceSection() {}

    static String html() {
        return Html.heading("reproduce", "How to reproduce it")
                + "<pre class=\"exp-command\" tabindex=\"0\" data-copy=\"Copy the command\">mvn clean verify"
                + " -Dexperiment.requireLock -Dexperiment.store=target/empty-store</pre>\n"
                + Html.paragraph(
                        "exp-note",
                        "In the project that has this spec and its lock: computes everything anew, takes nothing from"
                                + " an earlier build, and fails if the results are not the locked ones.");
    }
}
