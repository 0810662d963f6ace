package io.github.nbodylab.experiment.trainingset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nbodylab.experiment.spec.SpecReader;
import io.github.nbodylab.experiment.store.Csv;
import io.github.nbodylab.experiment.store.Digest;
import io.github.nbodylab.experiment.store.Json;
import io.github.nbodylab.experiment.surrogate.Input;
import io.github.nbodylab.experiment.surrogate.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a table from elsewhere, and what its author reads where nothing can. */
class SourceAssemblerTest {

    private static final String SPEC = """
            apiVersion: experiment/v1
            name: catalogue
            version: 1.0.0
            title: A catalogue
            question: Which are quasars?
            seed: 5
            trainingSet:
              source: a.csv
              inputs: [u, r, field, seen]
              target: class
            train:
              models: [constant]
              crossValidation: {folds: 2}
            """;

    @TempDir
    private Path folder;

    @Test
    void textsAndBooleansAreCategoriesAndATextTargetIsAClass() throws Exception {
        TrainingTable table = assemble(SPEC, table(40));

        assertThat(table.target()).isEqualTo(Target.ofClasses("class", List.of("quasar", "star")));
        assertThat(table.columns().stream().map(column -> column.kind().text()))
                .containsExactly("real", "whole", "category", "category");
        assertThat(table.columns().get(2).levels()).containsExactly("north", "south");
        assertThat(table.columns().get(3).levels()).containsExactly("false", "true");
        assertThat(table.inputs()[3]).containsExactly(3.5, 13, 1, 0);
        assertThat(table.values()[3]).isEqualTo(0);
    }

    @Test
    void whatIsWrittenReadsBackToTheSameTable() throws Exception {
        TrainingTable written = assemble(
                SPEC.replace("target: class", "target: class\n  missing: impute"),
                table(40).replace("3.5,13", ",13"));
        TrainingTable read = TrainingTable.read(folder);

        assertThat(read.columns()).isEqualTo(written.columns());
        assertThat(read.columns().get(0).gaps()).isTrue();
        assertThat(read.targets()).isEqualTo(written.targets());
        assertThat(Arrays.deepEquals(read.inputs(), written.inputs())).isTrue();
        assertThat(read.inputs()[3][0]).isNaN();
        assertThat(read.outcomes()).isDeepEqualTo(written.outcomes());
        assertThat(read.groups()).isEqualTo(written.groups());
        assertThat(read.sides()).isEqualTo(written.sides());
    }

    @Test
    void rowsOfOneGroupAreOnOneSideAndTheSplitSaysByWhatItWas() throws Exception {
        String grouped = SPEC.replace("inputs:", "group: name\n  inputs:");
        TrainingTable table = assemble(grouped, table(40));
        Set<String> train = new HashSet<>(Arrays.asList(table.trainingRows().groups()));

        assertThat(table.groupCount()).isEqualTo(10);
        assertThat(table.testRows().groupCount()).isEqualTo(2);
        assertThat(table.testRows().groups()).doesNotContainAnyElementsOf(train);
        assertThat(description().path("splitBy").asText()).isEqualTo("group");

        assertThat(assemble(SPEC, table(40)).groupCount()).isEqualTo(40);
        assertThat(description().path("splitBy").asText()).isEqualTo("row");
    }

    @Test
    void groupsBeyondTheBoundsOfAColumnAreHeldOutBeyond() throws Exception {
        String grouped = SPEC.replace("inputs:", "group: name\n  split: {within: {u: {max: 30}}}\n  inputs:");
        TrainingTable table = assemble(grouped, table(40));

        assertThat(table.beyondRows().groupCount()).isEqualTo(3); // rows 28 to 39
        assertThat(table.testRows().groupCount()).isEqualTo(1);
        assertThat(table.trainingRows().groupCount()).isEqualTo(6);
        assertThat(table.columns().get(0).max()).isEqualTo(27.5);
        assertThat(description().at("/rows/beyond").asInt()).isEqualTo(12);
    }

    @Test
    void boundsOfWordsOrOfWhatIsMissingAreRefused() throws Exception {
        String words = SPEC.replace("inputs:", "split: {within: {field: {max: 30}}}\n  inputs:");
        String gaps = SPEC.replace("inputs:", "missing: impute\n  split: {within: {u: {max: 30}}}\n  inputs:");

        assertThat(refusal(words, table(40)))
                .isEqualTo(
                        "The input 'field' has bounds in trainingSet.split.within, but its values are words: bound an"
                                + " input that is a number.");
        assertThat(refusal(gaps, table(40).replace("3.5,13", "NA,13")))
                .isEqualTo(
                        "The input 'u' has bounds in trainingSet.split.within, but it is missing in some rows, of which"
                                + " it is not known whether they lie within: drop them with trainingSet.missing, or bound another"
                                + " input.");
    }

    @Test
    void targetsKeepTheirKindAndUnitsTheirColumns() throws Exception {
        String numbers = SPEC.replace("target: class", "target: [u, n]\n  targetKind: count\n  units: {u: mag, r: Jy}")
                .replace("inputs: [u, r, field, seen]", "inputs: [r, field]\n  log: [r]");
        TrainingTable table = assemble(numbers, table(40).replace(".5,", ","));

        assertThat(table.targets()).containsExactly(Target.count("u"), Target.count("n"));
        assertThat(table.columns().get(0).log()).isTrue();
        assertThat(table.columns().get(0).kind()).isEqualTo(Input.Kind.WHOLE);
        assertThat(table.columns().get(0).unit()).isEqualTo("Jy");
        assertThat(description().path("targets").get(0).path("unit").asText()).isEqualTo("mag");
        assertThat(Csv.read(folder.resolve("trainingset.csv")).header())
                .containsExactly("group", "split", "r", "field", "u", "n");
    }

    @Test
    void rowsThatMissAValueAreRefusedDroppedOrKept() throws Exception {
        String gaps = table(40).replace("3.5,13", "NA,13").replace("7.5,17", "null,17");

        assertThat(refusal(SPEC, gaps))
                .isEqualTo(
                        "a.csv: 'u' is missing in 2 of 40 rows, first in line 5; mend them, or leave such rows out with"
                                + " missing: drop, or fill them in with missing: impute");
        TrainingTable dropped = assemble(SPEC.replace("target: class", "target: class\n  missing: drop"), gaps);
        assertThat(dropped.size()).isEqualTo(38);
        assertThat(dropped.groups()).doesNotContain("4", "8").contains("1", "40");
        assertThat(assemble(SPEC.replace("target: class", "target: class\n  missing: impute"), gaps)
                        .size())
                .isEqualTo(40);
    }

    @Test
    void aTableOfWhichNoRowIsLeftIsRefused() throws Exception {
        assertThat(refusal(SPEC, table(0))).isEqualTo("a.csv: it has no rows");
        assertThat(refusal(
                        SPEC.replace("target: class", "target: class\n  missing: drop"),
                        table(40).replaceAll("\\d+\\.5,", "NA,")))
                .isEqualTo(
                        "a.csv: each of its 40 rows misses a value, so that none is left; use fewer columns, or missing:"
                                + " impute");
    }

    @Test
    void aMissingTargetOrGroupIsNeverFilledIn() throws Exception {
        String spec = SPEC.replace("inputs:", "group: name\n  missing: impute\n  inputs:");

        assertThat(refusal(spec, table(40).replace("star,o2", ",").replace("quasar,o0,name1", ",,name1")))
                .isEqualTo("""
                        a.csv: 'name' is missing in 4 of 40 rows, first in line 3; give each row its group
                        a.csv: 'class' is missing in 4 of 40 rows, first in line 3; mend them, or leave such rows out with missing: drop""");
    }

    @Test
    void aTextAmongNumbersIsToldWithItsLine() throws Exception {
        assertThat(refusal(SPEC, table(40).replace("3.5,13", "3.5?,13")))
                .isEqualTo("a.csv:5: '3.5?' is a text among the numbers of the column 'u'; mend it, or mark it as"
                        + " missing by NA");
    }

    @Test
    void allTextsAmongNumbersAreToldAtOnce() throws Exception {
        assertThat(refusal(SPEC, table(40).replace("3.5,13", "3.5?,13").replace("4.5,14", "4.5?,14"))
                        .lines())
                .hasSize(2)
                .allMatch(line -> line.matches("a\\.csv:\\d+: '[34]\\.5\\?' is a text among the numbers .*"));
    }

    @Test
    void aTextAmongTheNumbersOfATargetIsToldUnlessItIsSaidToBeAClass() throws Exception {
        String spec = SPEC.replace("inputs: [u, r, field, seen]", "inputs: [u, field]")
                .replace("target: class", "target: n");
        assertThat(refusal(spec, table(40).replaceFirst(",0,true", ",none,true")))
                .isEqualTo("a.csv:2: 'none' is a text among the numbers of the column 'n'; mend it, or mark it as"
                        + " missing by NA");
        String two =
                table(40).replaceAll(",\\d*[5-9],true\n", ",none,true\n").replaceAll(",\\d*[0-4],true\n", ",7,true\n");
        assertThat(assemble(spec.replace("target: n", "target: n\n  targetKind: class"), two)
                        .target()
                        .levels())
                .containsExactly("7", "none");
    }

    @Test
    void aMetricThatDoesNotFitTheTargetOfTheTableIsRefused() throws Exception {
        assertThat(refusal(SPEC + "validate: {accept: [{model: chosen, metric: q2, min: 0}]}\n", table(40)))
                .isEqualTo(
                        "validate.accept: 'q2' is no metric of the target 'class', which is a class; name one of accuracy,"
                                + " auc, pr-auc, brier, brier-skill, log-loss, calibration-error");
    }

    @Test
    void aColumnOfNamesAmongNumericInputsIsRefused() throws Exception {
        assertThat(refusal(SPEC.replace("field, seen", "id"), table(40)))
                .isEqualTo(
                        "a.csv: the column 'id' has 40 different texts, and a category has 32 at most; is it a name? Take"
                                + " it out, or join what is rare");
    }

    @Test
    void anInfinityIsRefusedWithItsLine() throws Exception {
        assertThat(refusal(SPEC, table(40).replace("3.5,13", "-Inf,13")))
                .isEqualTo("a.csv:5: 'u' is infinite (-Inf), with which nothing can be fitted; mend it, or mark it as"
                        + " missing");
    }

    @Test
    void aLogarithmOfZeroAndACountOfAHalfAreRefusedWithTheirLine() throws Exception {
        String spec = SPEC.replace("inputs: [u, r, field, seen]", "inputs: [r, u]\n  log: [u]")
                .replace("target: class", "target: n\n  targetKind: count");
        assertThat(refusal(spec, table(40).replace("0.5,10", "0,10").replace(",2,true", ",1.5,true")))
                .isEqualTo("""
                        a.csv:2: 'u' is 0, and has no logarithm; take it out of log, or leave such rows out
                        a.csv:4: 'n' is 1.5, and a count is a whole number, 0 or more; set targetKind to real, or mend it""");
    }

    @Test
    void aTextTargetThatIsSaidToBeANumberIsRefused() throws Exception {
        assertThat(refusal(SPEC.replace("target: class", "target: class\n  targetKind: real"), table(40)))
                .isEqualTo("a.csv: the target 'class' has texts such as 'star' (line 2), and real needs numbers; set"
                        + " targetKind to class, or leave it out");
    }

    @Test
    void aConstantTargetIsRefused() throws Exception {
        assertThat(refusal(SPEC, table(40).replace("quasar", "star")))
                .isEqualTo("a.csv: the target 'class' is star in all training rows, so there is nothing to learn: name"
                        + " another target, or give rows in which it differs.");
    }

    @Test
    void aClassThatIsSeenOnceIsRefused() throws Exception {
        assertThat(refusal(SPEC, table(40).replace("star,o9,name39", "nova,o9,name39")))
                .contains(
                        "The class 'nova' of the target 'class' is in ", "give more rows of it, or leave its rows out");
    }

    @Test
    void fewerGroupsThanFoldsAreRefused() throws Exception {
        assertThat(refusal(
                        SPEC.replace("folds: 2", "folds: 9").replace("inputs:", "group: name\n  inputs:"), table(40)))
                .isEqualTo(
                        "Cross-validation with 9 folds needs as many groups, and there are 8 to train on: ask for 2 to 8 in"
                                + " train.crossValidation.folds, or give more groups (design points, simulations, or objects"
                                + " of a table).");
    }

    @Test
    void oneGroupIsNotEnough() throws Exception {
        assertThat(refusal(
                        SPEC.replace("inputs:", "group: name\n  inputs:"),
                        table(40).replaceAll("o\\d,", "o,")))
                .isEqualTo(
                        "a.csv: all rows are of one group, 'o', and a training set needs one to train on and another to"
                                + " test on: name another column in trainingSet.group, or leave it out.");
    }

    @Test
    void aGroupOnBothSidesOfTheSplitIsRefused() throws Exception {
        assemble(SPEC.replace("inputs:", "group: name\n  inputs:"), table(40));
        Path file = folder.resolve("trainingset.csv");
        Files.writeString(file, Files.readString(file).replaceFirst(",test,", ",train,"));

        assertThat(catchThrowableOfType(TrainingSetException.class, () -> TrainingTable.read(folder)))
                .hasMessageContaining("has rows in both 'train' and 'test'");
    }

    @Test
    void theDescriptionHasTheDigestOfTheFileAndNotItsName() throws Exception {
        assemble(SPEC, table(40));

        assertThat(description().path("digests").path("source").asText()).isEqualTo(Digest.of(folder.resolve("a.csv")));
        assertThat(Files.readString(folder.resolve("trainingset.json"))).doesNotContain("a.csv");
    }

    /** Rows 0, 1, ...: u, r, field, seen, class, name, id, n, flag; four rows have one name, and each an id of its own. */
    private static String table(int rows) {
        StringBuilder table = new StringBuilder("u,r,field,seen,class,name,id,n,flag\n");
        for (int i = 0; i < rows; i++) {
            table.append(i + ".5," + (10 + i) + ',' + (i % 3 == 0 ? "south" : "north") + ','
                            + (i % 2 == 0 ? "true" : "false"))
                    .append(i % 2 == 0 || i % 5 == 4 ? ",star" : ",quasar")
                    .append(",o" + i / 4 + ",name" + i + ',' + i + ",true\n");
        }
        return table.toString();
    }

    private JsonNode description() throws Exception {
        return Json.read(folder.resolve("trainingset.json"));
    }

    private SourceAssembler assembler(String spec, String table) throws Exception {
        Files.writeString(folder.resolve("a.csv"), table);
        return new SourceAssembler(new SpecReader().read(Files.writeString(folder.resolve("spec.yaml"), spec)), folder);
    }

    private TrainingTable assemble(String spec, String table) throws Exception {
        return assembler(spec, table).assemble(folder);
    }

    private String refusal(String spec, String table) throws Exception {
        SourceAssembler assembler = assembler(spec, table);
        return catchThrowableOfType(TrainingSetException.class, assembler::table)
                .getMessage()
                .replace(folder + "/", "");
    }
}
