package io.github.nbodylab.experiment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class RoomOrderTest {

    private static final String ROOT = "io.github.nbodylab.experiment.";

    /** From the top down: a room may know those after it. */
    private static final List<String> ROOMS = List.of(
            "mojo",
            "pipeline",
            "report",
            "validation",
            "model",
            "trainingset",
            "ensemble",
            "nbody",
            "compute",
            "worker",
            "store",
            "spec",
            "surrogate");

    /** Those of the report, likewise. */
    private static final List<String> REPORT_ROOMS =
            List.of("report", "report.crate", "report.paper", "report.plot", "report.words", "report.record");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.nbodylab.experiment");

    static List<String> rooms() {
        return ROOMS;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsNoneAboveIt(String room) {
        String[] above = ROOMS.subList(0, ROOMS.indexOf(room)).stream()
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(above))
                .check(CLASSES);
    }

    static List<String> reportRooms() {
        return REPORT_ROOMS;
    }

    @ParameterizedTest
    @MethodSource("reportRooms")
    void aRoomOfTheReportKnowsNoneAboveIt(String room) {
        String[] above = REPORT_ROOMS.subList(0, REPORT_ROOMS.indexOf(room)).stream()
                .map(ROOT::concat)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(above))
                .check(CLASSES);
    }

    @Test
    void everyRoomOfTheReportHasItsPlaceInTheOrder() {
        classes()
                .that()
                .resideInAPackage(ROOT + "report..")
                .should()
                .resideInAnyPackage(REPORT_ROOMS.stream().map(ROOT::concat).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void onlyTheMojosKnowMaven() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "mojo..", "io.github.nbodylab.experiment_maven_plugin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "javax.inject..")
                .check(CLASSES);
    }

    @Test
    void theEvaluatorNeedsTheJdkOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "surrogate..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", ROOT + "surrogate..")
                .check(CLASSES);
    }

    @Test
    void onlyTheForceEngineTouchesOpenCl() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "compute..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jocl..")
                .check(CLASSES);
    }

    /** The intrinsics of these differ from CPU to CPU; {@code abs}, {@code sqrt}, {@code max} and the like are exact. */
    @Test
    void elementaryFunctionsAreThoseOfStrictMath() {
        Set<String> inexact = Set.of(
                "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
                "log10", "log1p", "pow", "cbrt", "hypot");
        DescribedPredicate<JavaMethodCall> inexactMath = DescribedPredicate.describe(
                "of an inexact function of Math",
                call -> call.getTargetOwner().isEquivalentTo(Math.class) && inexact.contains(call.getName()));
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "report..", ROOT + "worker..")
                .should()
                .callMethodWhere(inexactMath)
                .check(CLASSES);
    }
}
