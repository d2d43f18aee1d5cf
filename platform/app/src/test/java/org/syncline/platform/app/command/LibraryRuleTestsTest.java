package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.xml.LibraryRule;
import org.syncline.dsl.xml.RuleLibrary;

/** The rule tests of the ready-made rules: each module of rules has a configuration folder that includes those of its library. */
class LibraryRuleTestsTest {
    private static final Path MODULES = Path.of("../../rules");
    private static final Pattern INCLUDE =
            Pattern.compile("<include library=\"([^\"]+)\"(?:/>|>(.*?)</include>)", Pattern.DOTALL);
    private static final Pattern GIVEN = Pattern.compile("<parameter name=\"([^\"]+)\"");

    static Stream<LibraryRule> rules() {
        return new RuleLibrary().rules().stream();
    }

    private static Path folder(String module) {
        return MODULES.resolve(module).resolve("src/test/resources/library");
    }

    private static String module(LibraryRule rule) {
        return rule.name().substring(0, rule.name().indexOf('/'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "attribute-flow", "provisioning"})
    void passAndExerciseEveryRule(String module) {
        Terminal check = Terminal.run("check", "--strict", folder(module).toString());
        assertEquals(ExitCode.CLEAN, check.code(), check.out());
        Terminal test = Terminal.run("test", folder(module).toString());
        assertEquals(ExitCode.CLEAN, test.code(), test.out());
        assertTrue(test.out().endsWith(" rules exercised.\n"), test.out());
    }

    @Test
    void noRuleOfTheLibraryIsLeftOut() throws IOException {
        List<String> tested = new ArrayList<>();
        for (String module : rules().map(LibraryRuleTestsTest::module).distinct().toList()) {
            try (Stream<Path> files = Files.list(folder(module).resolve("tests"))) {
                files.map(file -> module + "/" + file.getFileName().toString().replace(".xml", ""))
                        .forEach(tested::add);
            }
        }
        assertEquals(rules().map(LibraryRule::name).sorted().toList(), tested.stream().sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachIsTriedWithItsDefaultsAndWithEveryParameter(LibraryRule rule) throws IOException {
        List<List<String>> uses = uses(rule);
        assertFalse(uses.isEmpty(), rule.name());
        rule.parameters().forEach((name, parameter) -> {
            assertTrue(uses.stream().anyMatch(given -> given.contains(name)), rule.name() + " with " + name);
            if (parameter.value() != null) {
                assertTrue(uses.stream().anyMatch(given -> !given.contains(name)), rule.name() + " without " + name);
            }
        });
    }

    /** The parameters given in each place where a folder includes it. */
    private static List<List<String>> uses(LibraryRule rule) throws IOException {
        List<List<String>> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder(module(rule)).resolve("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                INCLUDE.matcher(Files.readString(file)).results()
                        .filter(include -> include.group(1).equals(rule.name()))
                        .forEach(include -> uses.add(given(include)));
            }
        }
        return uses;
    }

    private static List<String> given(MatchResult include) {
        return include.group(2) == null
                ? List.of()
                : GIVEN.matcher(include.group(2)).results().map(given -> given.group(1)).toList();
    }
}
