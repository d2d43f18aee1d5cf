package org.syncline.platform.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the arrows of the house: who sees whom, who sees which library, and what nobody does. */
class ArchitectureTest {

    private static final JavaClasses SYNCLINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.syncline");

    @TestFactory
    Stream<DynamicTest> arrows() {
        return each(
                sees("schema", "schema")
                        .because("everybody builds on the shape of things: move what needs more to who needs it"),
                sees("dsl", "dsl", "schema")
                        .because("what was written knows nothing of what happens with it: "
                                + "declare an interface here and let the engine implement it"),
                sees("rules", "rules", "dsl", "schema")
                        .because("rules are pure functions: take the state as an argument, or ask the engine for it"),
                sees("connectors", "connectors", "schema")
                        .because("a connector reads and writes one system: what it must know comes with its settings"),
                sees("platform.engine", "platform.engine", "rules", "dsl", "connectors.spi", "connectors.memory",
                        "schema")
                        .because("the engine works over ports and the connector contract: add a port to "
                                + "platform.engine.port, or a method to connectors.spi"),
                sees("platform.store", "platform.store", "platform.engine", "dsl", "schema")
                        .because("the store implements the engine's ports and decides nothing"),
                sees("platform.pipeline", "platform.pipeline", "platform.engine", "dsl", "schema")
                        .because("the pipeline says when something happens: what happens belongs to the engine"),
                sees("platform.app", "platform", "dsl", "connectors.spi", "connectors.file.bench",
                        "connectors.ldap.bench", "connectors.sql.bench", "schema")
                        .because("the application only wires: a connector is found by ServiceLoader, "
                                + "a rule is evaluated by the engine"));
    }

    @Test
    void onlyRuleTestsMakeSystems() {
        noClasses().that().resideInAPackage("org.syncline.platform..")
                .and().resideOutsideOfPackage("org.syncline.platform.engine.ruletest..")
                .should().dependOnClassesThat().resideInAPackage("org.syncline.connectors.memory..")
                .because("connectors are found by ServiceLoader: only a rule test holds systems of its own")
                .check(SYNCLINE);
    }

    @Test
    void rulesNeverSeeEachOther() {
        slices().matching("org.syncline.rules.(*)..")
                .should().notDependOnEachOther()
                .because("join, attribute flow and provisioning are decided one after the other: "
                        + "hand the result of one to the next in the engine")
                .allowEmptyShould(true)
                .check(SYNCLINE);
    }

    @Test
    void connectorsNeverSeeEachOther() {
        slices().matching("org.syncline.connectors.(*)..")
                .should().notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("org.syncline.connectors.spi.."))
                .ignoreDependency(resideInAPackage("org.syncline.connectors.activedirectory.."),
                        resideInAPackage("org.syncline.connectors.ldap.."))
                .because("each connector stands alone: what two of them share belongs to connectors.spi; only"
                        + " Active Directory is an LDAP directory with ways of its own")
                .check(SYNCLINE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.syncline.(**)")
                .should().beFreeOfCycles()
                .because("packages that need each other are one package: "
                        + "merge them, or move what both need to a third")
                .check(SYNCLINE);
    }

    @TestFactory
    Stream<DynamicTest> librariesStayBehindOnePackage() {
        return each(
                onlyIn(List.of("platform.pipeline", "platform.app", "platform.store"), "org.springframework..")
                        .because("schema, dsl, rules, engine and connectors are plain Java: "
                                + "take what you need as a constructor argument"),
                onlyIn(List.of("platform.pipeline", "platform.app"), "org.springframework.integration..",
                        "org.springframework.messaging..")
                        .because("flows are built in platform.pipeline: offer it an operation of the engine"),
                onlyIn(List.of("dsl.xml"), "jakarta.xml.bind..", "org.glassfish.jaxb..")
                        .because("JAXB classes end at the border of dsl.xml: use the records of dsl.ruleset"),
                onlyIn(List.of("dsl.extension"), "org.drools..", "org.kie..")
                        .because("hooks are reached through RuleExtension, whatever language they are written in"),
                onlyIn(List.of("dsl.extension", "connectors.script.groovy"), "groovy..", "org.codehaus.groovy..",
                        "org.apache.groovy..")
                        .because("hooks are reached through RuleExtension and scripted systems through connectors.spi,"
                                + " whatever language they are written in"),
                onlyIn(List.of("dsl.expression"), "org.antlr..")
                        .because("the grammar ends at the border of dsl.expression: use its compiled Expression"),
                onlyIn(List.of("dsl.expression"), "com.ibm.icu..", "com.google.i18n..")
                        .because("functions hide the libraries they call: declare a function"),
                onlyIn(List.of("connectors.ldap", "connectors.activedirectory"), "com.unboundid..")
                        .because("one connector hides each library: speak connectors.spi"),
                onlyIn(List.of("connectors.file", "dsl.xml"), "de.siegmar.fastcsv..")
                        .because("one connector hides each library, and dsl.xml the form of lookup tables: speak"
                                + " connectors.spi, or take a LookupTable"),
                onlyIn(List.of("platform.store", "connectors.sql"), "java.sql..", "javax.sql..")
                        .because("the database ends at the border of platform.store, and a connected one at that of its"
                                + " connector: use a port of platform.engine.port, or speak connectors.spi"),
                onlyIn(List.of("platform.store"), "liquibase..", "org.h2..", "com.zaxxer.hikari..")
                        .because("the database ends at the border of platform.store: "
                                + "use a port of platform.engine.port"));
    }

    @Test
    void onlyTheApplicationReadsTheClockOfTheMachine() {
        noClasses().that().resideOutsideOfPackages("org.syncline.platform.app..", "org.syncline..bench..")
                .should().accessTargetWhere(target(describe("reads the clock of the machine",
                        accessed -> accessed instanceof CodeUnitAccessTarget called && readsTheClock(called))))
                .because("time must be movable in a test: take a java.time.Clock")
                .check(SYNCLINE);
    }

    private static boolean readsTheClock(CodeUnitAccessTarget called) {
        return switch (called.getName()) {
            case "now" -> called.getOwner().isAssignableTo(Temporal.class)
                    && called.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Clock.class));
            case "currentTimeMillis" -> called.getOwner().isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone" -> called.getOwner().isEquivalentTo(Clock.class);
            default -> false;
        };
    }

    @Test
    void onlyTheApplicationPrints() {
        noClasses().that().resideOutsideOfPackage("org.syncline.platform.app..")
                .should(ACCESS_STANDARD_STREAMS)
                .because("standard output belongs to the command line: answer a result, or log through slf4j")
                .check(SYNCLINE);
    }

    @Test
    void nobodyUsesTheOldDate() {
        noClasses().that().doNotHaveFullyQualifiedName("org.syncline.dsl.expression.Certificates")
                .should().dependOnClassesThat().areAssignableTo(Date.class)
                .because(
                        "java.util.Date can change and knows no zone: use java.time.Instant or LocalDate; only certificates"
                                + " of the JDK have no other")
                .check(SYNCLINE);
    }

    @Test
    void namesSayWhatATypeIs() {
        noClasses().should().haveSimpleNameStartingWith("Abstract")
                .orShould().haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                .because("such a name says nothing: name the type after what it does or holds, "
                        + "an implementation after what makes it different")
                .check(SYNCLINE);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        Path root = Path.of("../..").toRealPath();
        try (Stream<Path> files = Files.walk(root)) {
            Set<Path> undocumented = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> root.relativize(file.getParent()))
                    .filter(folder -> folder.toString().contains("src/main/java"))
                    .filter(not(folder -> Files.exists(root.resolve(folder).resolve("package-info.java"))))
                    .collect(toCollection(TreeSet::new));
            assertEquals(Set.of(), undocumented, "add a package-info.java with one sentence to each of these folders");
        }
    }

    private static ArchRule sees(String folder, String... allowed) {
        return classes().that().resideInAPackage(inside(folder))
                .should().onlyDependOnClassesThat(resideOutsideOfPackage("org.syncline..").or(resideInAnyPackage(
                        Stream.of(allowed).map(ArchitectureTest::inside).toArray(String[]::new))))
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(List<String> owners, String... libraryPackages) {
        return noClasses().that().resideOutsideOfPackages(
                owners.stream().map(ArchitectureTest::inside).toArray(String[]::new))
                .should().dependOnClassesThat().resideInAnyPackage(libraryPackages);
    }

    private static String inside(String folder) {
        return "org.syncline." + folder + "..";
    }

    private static Stream<DynamicTest> each(ArchRule... rules) {
        return DynamicTest.stream(Stream.of(rules), ArchRule::getDescription, rule -> rule.check(SYNCLINE));
    }
}
