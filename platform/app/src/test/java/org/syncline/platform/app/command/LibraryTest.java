package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.xml.LibraryRule;
import org.syncline.dsl.xml.RuleLibrary;

class LibraryTest {
    private static final Pattern USE = Pattern.compile("%([^%\\s]+)%");

    static Stream<LibraryRule> rules() {
        return new RuleLibrary().rules().stream();
    }

    @Test
    void allAreListedWithWhatTheyDo() {
        Terminal terminal = Terminal.run("library");
        assertEquals(ExitCode.CLEAN, terminal.code());
        rules().forEach(rule -> assertTrue(terminal.out().contains(rule.name() + " "), rule.name()));
        assertTrue(terminal.out().contains("Finds the identity by the number that HR gives to people.\n"),
                terminal.out());
    }

    @Test
    void oneIsShownWithItsParametersAndRules() {
        Terminal terminal = Terminal.run("library", "provisioning/leavers-with-grace");
        assertEquals(ExitCode.CLEAN, terminal.code());
        for (String part : List.of("needed", "default \"P30D\"", "<parameter name=\"when\" value=\"...\"/>",
                "<delete after=\"%delete-after%\"/>")) {
            assertTrue(terminal.out().contains(part), terminal.out());
        }
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() {
        Terminal terminal = Terminal.run("library", "join/by-male");
        assertEquals(ExitCode.CONFIGURATION, terminal.code());
        assertTrue(terminal.err().contains("did you mean join/by-mail?"), terminal.err());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachIsDocumentedAndUsesTheParametersItHas(LibraryRule rule) {
        Set<String> used = USE.matcher(rule.text()).results().map(MatchResult::group)
                .map(use -> use.substring(1, use.length() - 1)).collect(Collectors.toCollection(HashSet::new));
        assertEquals(rule.parameters().keySet(), used);
        assertTrue(rule.documentation().endsWith("."), rule.documentation());
        rule.parameters().values().forEach(
                parameter -> assertTrue(parameter.documentation().matches("[A-Z].*\\."), parameter.documentation()));
    }
}
