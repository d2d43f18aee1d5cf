package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule tests that the examples carry. */
class RuleTestsTest {
    private static final Path EXAMPLE = Path.of("hr-to-directory");

    /** What no test can reach: of rows that a file collects, none has another key and the same name. */
    @ParameterizedTest
    @CsvSource({
            "scripted-systems, 10 of 14 rules exercised; no test exercises:",
            "hr-to-directory, 57 of 58 rules exercised; no test exercises:",
            "hr-database-to-directory-and-mail, 48 of 49 rules exercised; no test exercises:",
            "hr-to-active-directory, 56 of 57 rules exercised; no test exercises:",
            "two-forests, 57 of 57 rules exercised.",
            "src/test/resources/departments, 16 of 16 rules exercised.",
            "src/test/resources/adventure-works, 34 of 36 rules exercised; no test exercises:"})
    void passAndExerciseTheRules(String folder, String coverage) {
        Command test = Command.run("test", folder).endedWith(0);
        assertTrue(test.out().lines().anyMatch(coverage::equals), test::out);
        assertFalse(test.out().contains("FAIL"), test::out);
    }

    /** Each rule of the example that a person could spoil in a hurry. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "rules/attribute-flow/hr.xml | LCase(Trim([Mail])) | [Mail] | a joiner gets an account on the first day",
                    "rules/attribute-flow/hr.xml | precedence=\"20\" | precedence=\"5\" | a joiner gets an account on the first day",
                    "rules/attribute-flow/directory.xml | <export from=\"manager\" to=\"manager\" allow-null=\"true\"/> | <!-- -->"
                            + " | a mover keeps the account and gets another manager",
                    "rules/attribute-flow/directory-groups.xml | <export from=\"members\" to=\"member\"/> | <!-- -->"
                            + " | a department gets a group of its people, and loses it when it is closed",
                    "rules/join/directory.xml | <join name=\"by mail address\"><match attribute=\"mail\" with=\"mail\""
                            + " ignore-case=\"true\"/></join> | <!-- --> | an account that is there already is adopted",
                    "rules/join/directory-groups.xml | ignore-case=\"true\" | ignore-case=\"false\""
                            + " | a group that is there already is taken over",
                    "rules/provisioning/directory.xml | <before attribute=\"hireDate\" from-now=\"P0D\"/> | <!-- -->"
                            + " | a joiner gets an account on the first day",
                    "rules/provisioning/directory.xml | <delete after=\"P30D\"/> | <delete after=\"P20D\"/>"
                            + " | a leaver is put aside at once and deleted a month later",
                    "rules/provisioning/directory.xml | <set to=\"description\">AuthoritativeNull</set>"
                            + " | <set to=\"description\" value=\"back\"/> | a rehired leaver gets the account back",
                    "syncline.xml | grace=\"P7D\" | grace=\"P5D\" | a row that was lost by mistake comes back and changes nothing"})
    void noticeARuleThatWasSpoiled(
            String file, String text, String spoiled, String test, @TempDir Path folder) throws IOException {
        copy(folder);
        String content = Files.readString(folder.resolve(file));
        assertTrue(content.contains(text), file + " has no " + text);
        Files.writeString(folder.resolve(file), content.replace(text, spoiled));
        Command failed = Command.run("test", folder.toString()).endedWith(1);
        assertTrue(failed.out().contains("  FAIL  " + test + System.lineSeparator()), failed::out);
    }

    @Test
    void nothingIsWrittenIntoTheFolder(@TempDir Path folder) throws IOException {
        copy(folder);
        Command.run("test", folder.toString()).endedWith(0);
        assertEquals(names(EXAMPLE), names(folder));
    }

    private static void copy(Path folder) throws IOException {
        for (String name : names(EXAMPLE)) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.copy(EXAMPLE.resolve(name), folder.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.startsWith(".syncline"))
                    .sorted()
                    .toList();
        }
    }
}
