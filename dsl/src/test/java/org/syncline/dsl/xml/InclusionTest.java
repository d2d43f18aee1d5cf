package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.syncline.dsl.xml.ProblemCase.FLOWS;
import static org.syncline.dsl.xml.ProblemCase.JOIN;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.Ruleset;

/** Ready-made rules stand where they are included, with their parameters filled in. */
class InclusionTest {
    private static final String BY_KEY = "<include library=\"join/by-key\">"
            + "<parameter name=\"attribute\" value=\"EmployeeKey\"/></include>";

    @TempDir
    Path folder;

    @Test
    void standAtTheirPlaceInTheOrder() throws Exception {
        Ruleset ruleset = SampleFolder.in(folder).with(JOIN, "<project", BY_KEY + "<project").ruleset();

        List<JoinRules.Criterion> criteria = ruleset.joinRules().stream()
                .filter(rules -> rules.connector().equals("hr"))
                .findFirst()
                .orElseThrow()
                .criteria();

        assertEquals(List.of("by employee id", "by mail", "by key"),
                criteria.stream().map(JoinRules.Criterion::name).toList());
        JoinRules.Match match = criteria.getLast().matches().getFirst();
        assertEquals("employeeId", match.with());
        assertEquals("Trim([EmployeeKey])", match.key().source());
        assertEquals("rules/join/hr.xml:9:3", criteria.getLast().location().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "words | Good day | (\"Good day\") & \" \" & ([FirstName])",
                    "words | a \\ &quot;b&quot; &amp; c | (\"a \\\\ \\\"b\\\" & c\") & \" \" & ([FirstName])",
                    "words | at %Domain.FQDN%! | (\"at \" & %Domain.FQDN% & \"!\") & \" \" & ([FirstName])",
                    "who | Left([FirstName], 1) &amp; [LastName] | (\"Hello\") & \" \" & (Left([FirstName], 1) & [LastName])"
            })
    void valuesBecomeWhatTheyAreInExpressions(String parameter, String value, String expression) throws Exception {
        Ruleset ruleset = SampleFolder.in(folder)
                .with(FLOWS, "</attribute-flows>", greeting(parameter, value) + "</attribute-flows>")
                .ruleset();

        AttributeFlows.ImportFlow flow = ruleset.attributeFlows().stream()
                .flatMap(flows -> flows.imports().stream())
                .filter(one -> one.name().startsWith("greeting"))
                .findFirst()
                .orElseThrow();

        assertEquals(expression, flow.value().source());
    }

    private static String greeting(String parameter, String value) {
        return "<include library=\"attribute-flow/greeting\"><parameter name=\"" + parameter + "\" value=\"" + value
                + "\"/></include>";
    }

    static Stream<ProblemCase> slips() {
        return Stream.of(
                slip("a name that is not there", JOIN, "<project", "<include library=\"join/by-kee\"/><project",
                        "9:21: The library has no 'join/by-kee'; did you mean join/by-key?"),
                slip("rules of another kind", JOIN, "<project",
                        "<include library=\"attribute-flow/greeting\"/><project",
                        "9:21: 'attribute-flow/greeting' has rules for <attribute-flows>; "
                                + "it belongs in rules/attribute-flow"),
                slip("a parameter that lacks", JOIN, "<project", "<include library=\"join/by-key\"/><project",
                        "9:3: 'join/by-key' needs the parameter 'attribute': The attribute of the object.; "
                                + "add <parameter name=\"attribute\" value=\"...\"/>"),
                slip("an unknown parameter", JOIN, "<project",
                        BY_KEY.replace("</include>", "<parameter name=\"wiht\" value=\"mail\"/></include>")
                                + "<project",
                        "9:100: 'join/by-key' has no parameter 'wiht'; did you mean with?"),
                slip("a parameter twice", JOIN, "<project",
                        BY_KEY.replace("</include>", "<parameter name=\"attribute\" value=\"Mail\"/></include>")
                                + "<project",
                        "9:100: The parameter 'attribute' is given twice"),
                slip("an attribute that is not there, where its name stands", JOIN, "<project",
                        BY_KEY.replace("EmployeeKey", "EmployeeKee") + "<project",
                        "9:69: The object type 'employee' has no attribute 'EmployeeKee'; did you mean [EmployeeKey]?"),
                slip("an expression that is none, where it stands", FLOWS, "</attribute-flows>",
                        greeting("who", "Lefft([FirstName])") + "</attribute-flows>",
                        "18:73: There is no function 'Lefft'; did you mean Left?"),
                slip("something wrong behind it", JOIN, "<project name=\"new people\"",
                        BY_KEY + "<project name=\"new people\" colour=\"red\"",
                        "9:120: Unknown attribute colour of <project>; allowed: name, enabled, accept"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void areReportedWhereTheyStand(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }

    @Test
    void whatIsIncludedBelongsToTheHashOfTheFile() throws Exception {
        SampleFolder sample = SampleFolder.in(folder).with(JOIN, "<project", BY_KEY + "<project");
        String file = sample.ruleset().files().get(JOIN);

        sample.with(JOIN, BY_KEY, BY_KEY + "<!-- a remark -->");

        assertNotEquals(file, sample.ruleset().files().get(JOIN));
        assertEquals(2 * 64, file.length());
    }

    @Test
    void theLibrarySaysWhatItHas() {
        LibraryRule rule = new RuleLibrary().find("join/by-key").orElseThrow();

        assertEquals("Finds the identity by a key.", rule.documentation());
        assertEquals("join-rules", rule.root());
        assertEquals(List.of("attribute", "with"), List.copyOf(rule.parameters().keySet()));
        assertEquals(
                new LibraryRule.LibraryParameter(
                        LibraryRule.LibraryParameter.Kind.ATTRIBUTE, "The attribute of the identity.", "employeeId"),
                rule.parameters().get("with"));
    }

    @Test
    void anotherParameterOfTheFolderMayStandInAValue() throws Exception {
        assertEquals(
                List.of(FLOWS + ":18:75: There is no parameter 'Domain.FQDM' here; did you mean %Domain.FQDN%?"),
                SampleFolder.in(folder)
                        .with(FLOWS, "</attribute-flows>",
                                greeting("words", "at %Domain.FQDM%") + "</attribute-flows>")
                        .problems());
    }
}
