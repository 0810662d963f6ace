package io.github.nbodylab.experiment.report;

import io.github.nbodylab.experiment.report.record.ReportRecord;
import io.github.nbodylab.experiment.report.record.ReportRecord.Input;
import io.github.nbodylab.experiment.report.record.ReportRecord.Target;
import io.github.nbodylab.experiment.report.words.Html;
import io.github.nbodylab.experiment.report.words.Terms;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The panel in which the reader asks the chosen model. The page has its form, hidden; a script shows and fills it once the
 * model is there, and until then, or without, a sentence says another way.
 */
final class AskSection {

    private AskSection() {}

    static String html(ReportRecord record, PageFiles files) {
        StringBuilder out = new StringBuilder(Html.heading("ask", "Ask the surrogate"));
        if (files.model().isEmpty()) {
            return out.append(Html.element("p", "exp-note", elsewhere(record)))
                    .append('\n')
                    .toString();
        }
        out.append("<p class=\"exp-note\" id=\"exp-ask-without\">")
                .append(withoutScript(record))
                .append("</p>\n");
        out.append("<div class=\"exp-ask\" id=\"exp-ask-panel\" aria-busy=\"true\" data-model=\"")
                .append(Html.escape(files.model().get()))
                .append("\" hidden>\n");
        out.append(Html.paragraph("exp-ask-about", about(record)));
        out.append("<form class=\"exp-ask-inputs\" autocomplete=\"off\" aria-label=\"The point\">\n");
        List<Input> inputs = record.findings().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            out.append(input(inputs.get(i), "exp-ask-" + (i + 1)));
        }
        out.append(
                        "</form>\n<div class=\"exp-ask-says\">\n<output aria-live=\"polite\" aria-label=\"What the model says\">")
                .append("</output>\n<div class=\"exp-ask-curves\"></div>\n</div>\n")
                .append("<div class=\"exp-ask-copy\"><label for=\"exp-ask-csv\">This point for the goal "
                        + "<code>predict</code></label>\n<textarea id=\"exp-ask-csv\" rows=\"2\" readonly"
                        + " spellcheck=\"false\" wrap=\"off\"></textarea>\n<button type=\"button\">Copy as CSV</button>"
                        + " <span class=\"exp-ask-copied\" role=\"status\"></span></div>\n</div>\n");
        AskFiles.SCRIPTS.forEach(script -> out.append("<script src=\"")
                .append(Html.escape(files.shared()))
                .append(script)
                .append("\" defer=\"defer\"></script>\n"));
        return out.toString();
    }

    private static String about(ReportRecord record) {
        String targets = record.findings().targets().stream()
                .map(Target::name)
                .map(Terms::column)
                .collect(Collectors.joining(" and "));
        return "What the chosen model (" + Terms.words(record.findings().chosen()) + ") says of " + targets
                + " at a point of your own. It is evaluated here, in your browser. The bar under a slider is the range that"
                + " the model was trained on; a field takes any number, also one beyond.";
    }

    private static String withoutScript(ReportRecord record) {
        return "The chosen model can be asked here where the browser runs JavaScript. Anywhere else the goal"
                + " <code>predict</code> asks it about the points of a CSV file: <code>mvn experiment:predict"
                + " -Dexperiment.only="
                + Html.escape(record.name()) + " -Dexperiment.input=points.csv</code>.";
    }

    private static String elsewhere(ReportRecord record) {
        String file = Html.escape("records/" + record.name() + "/" + record.version() + ".json");
        return "On the page of a version whose results are at hand, the chosen model answers here for any point. To have them"
                + " for this version, check out the commit that recorded it, the first that <code>git log -- '*" + file
                + "'</code> lists, and run <code>mvn verify site</code>.";
    }

    private static String input(Input input, String id) {
        StringBuilder out = new StringBuilder("<div class=\"exp-ask-input\" data-input=\"")
                .append(Html.escape(input.name()))
                .append("\" data-label=\"")
                .append(Html.escape(Terms.column(input.name())))
                .append("\" data-axis=\"")
                .append(Html.escape(Terms.axis(input)))
                .append("\">\n<label for=\"")
                .append(id)
                .append("\">")
                .append(Html.escape(Terms.axis(input)))
                .append("</label>\n");
        if (input.kind().equals("category")) {
            return out.append("<select id=\"")
                    .append(id)
                    .append("\"></select>\n</div>\n")
                    .toString();
        }
        return out.append("<input type=\"number\" id=\"")
                .append(id)
                .append("\" aria-describedby=\"")
                .append(id)
                .append("-ends\">\n<input type=\"range\" aria-label=\"")
                .append(Html.escape(Terms.axis(input)))
                .append(", slider\">\n<span class=\"exp-ask-trained\"></span>\n<span class=\"exp-ask-ends\" id=\"")
                .append(id)
                .append("-ends\"></span>\n</div>\n")
                .toString();
    }
}
