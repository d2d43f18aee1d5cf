package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.lint.LintCode;

/** What check warns of: one change each to a configuration that is as it should be. */
class LintsTest {
    private static final String SYNCLINE = "syncline.xml";
    private static final String HR = "connectors/hr.xml";
    private static final String DIRECTORY = "connectors/directory.xml";
    private static final String JOIN = "rules/join/hr.xml";
    private static final String IMPORTS = "rules/attribute-flow/hr.xml";
    private static final String EXPORTS = "rules/attribute-flow/directory.xml";
    private static final String PROVISIONING = "rules/provisioning/directory.xml";
    private static final String SECOND = "rules/provisioning/second.xml";

    @TempDir
    Path folder;

    static Stream<Arguments> changes() {
        return Stream.of(
                change("a filter that nothing meets", HR, "Not IsPresent([Status])",
                        "[Status] = \"Left\" And [Status] = \"Gone\"",
                        HR + ":3:3: warning condition-never-holds: The condition of <filter> of 'employee' never holds:"
                                + " [Status] = \"Left\" And [Status] = \"Gone\"; correct it; to switch a rule off, write"
                                + " enabled=\"false\""),
                change("a rule that contradicts its scope", PROVISIONING, "<when>[department] = \"Board\"</when>",
                        "<when><absent attribute=\"employeeId\"/></when>",
                        PROVISIONING
                                + ":3:3: warning condition-never-holds: The condition of the rule 'board' contradicts"
                                + " the one around it, <present attribute=\"employeeId\"/>, so that it never holds:"
                                + " <absent attribute=\"employeeId\"/>; correct it; to switch a rule off, write"
                                + " enabled=\"false\""),
                change("an alternative that nothing meets", IMPORTS, "[Grade] &gt;= 9",
                        "[Grade] = 10 Or [Grade] &gt; 9 And [Grade] &lt; 10",
                        IMPORTS + ":7:3: warning condition-never-holds: A part of the condition of the flow"
                                + " 'import to department' never holds: ([Grade] > 9) And ([Grade] < 10); correct it; to"
                                + " switch a rule off, write enabled=\"false\""),
                change("alternatives that every value meets", HR, "Not IsPresent([Status])",
                        "IsPresent([Name]) And ([Status] <> \"Current\" Or [Status] <> \"New\")".replace("<", "&lt;"),
                        HR + ":3:3: warning condition-holds-for-every-value: Every value meets one of these alternatives of"
                                + " <filter> of 'employee': ([Status] <> \"Current\") Or ([Status] <> \"New\"); write And if all"
                                + " were meant, or ask with IsPresent for any value"),
                change("a projection behind a wider one", JOIN, "[Status] = \"Current\"", "IsPresent([Status])",
                        JOIN + ":5:3: warning rule-unreachable: Whenever this rule holds, so does the projection 'staff' of"
                                + " " + JOIN
                                + ":4:3, which comes first; narrow one of the two conditions, or leave this"
                                + " rule out"),
                change("the same join again", JOIN, "attribute=\"Mail\" with=\"mail\" ignore-case=\"true\"",
                        "with=\"employeeId\">[Id]</match></join><join name=\"x\"><match attribute=\"Mail\" with=\"mail\"",
                        JOIN + ":3:3: warning rule-unreachable: Whenever this rule holds, so does the join 'by id', which"
                                + " matches the same, of " + JOIN + ":2:3, which comes first; narrow one of the two"
                                + " conditions, or leave this rule out"),
                change("a provision behind one without a condition", PROVISIONING,
                        "<when>[department] = \"Board\"</when>", "",
                        PROVISIONING
                                + ":8:3: warning rule-unreachable: Whenever this rule holds, so does the rule 'board'"
                                + " of " + PROVISIONING
                                + ":3:3, which comes first; narrow one of the two conditions, or"
                                + " leave this rule out"),
                change("a provision for those who lose their accounts", PROVISIONING, "[department] = \"Board\"",
                        "[department] = \"Board\" And [status] = \"LEFT\"",
                        PROVISIONING + ":3:3: warning rule-unreachable: Whenever this rule holds, so does the rule"
                                + " 'leavers' of " + PROVISIONING
                                + ":12:3, which forbids to create; narrow one of the two"
                                + " conditions, or leave this rule out"),
                change("a constant above a narrower one", IMPORTS, "[Grade] &gt;= 9", "Not [Grade] &lt; 0 Or True",
                        IMPORTS + ":8:3: warning contribution-never-wins: Whenever this flow has a value,"
                                + " 'import to department' of " + IMPORTS + ":7:3 wins; give this one the better rank,"
                                + " narrow the condition of the other, or leave this one out"),
                change("the same value twice", IMPORTS, "<import from=\"Name\" to=\"sn\"/>",
                        "<import from=\"Name\" to=\"sn\" precedence=\"1\"/>\n<import to=\"sn\" precedence=\"2\">[Name]</import>",
                        IMPORTS + ":5:1: warning contribution-never-wins: Whenever this flow has a value,"
                                + " 'import Name to sn' of " + IMPORTS
                                + ":4:3 wins; give this one the better rank, narrow"
                                + " the condition of the other, or leave this one out"),
                change("a derived value behind a constant", EXPORTS,
                        "<when>[status] = \"active\"</when><value>\"Dear \" &amp; [sn]</value>",
                        "\"Dear\"",
                        EXPORTS + ":3:3: warning contribution-never-wins: Whenever this flow has a value,"
                                + " 'derive to greeting' of " + EXPORTS
                                + ":2:3 wins; give this one the better rank, narrow"
                                + " the condition of the other, or leave this one out"),
                change("an export behind a constant", EXPORTS, "<export from=\"mail\" to=\"mail\"/>",
                        "<export to=\"mail\" value=\"a@b\"/><export from=\"mail\" to=\"mail\"/>",
                        EXPORTS + ":5:34: warning contribution-never-wins: Whenever this flow has a value,"
                                + " 'export to mail' of " + EXPORTS + ":5:3 wins; give this one the better rank, narrow"
                                + " the condition of the other, or leave this one out"),
                change("an attribute that nobody reads", EXPORTS, "[manager.grade] &gt; 5", "[manager.sn] = \"x\"",
                        IMPORTS
                                + ":6:3: warning attribute-never-read: No rule reads person.grade, into which this flows;"
                                + " let it flow on, leave it out, or declare the attribute with indexed=\"true\" if"
                                + " people search by it"),
                change("an attribute that nobody fills", IMPORTS, "<import from=\"Manager\" to=\"manager\"/>", "",
                        EXPORTS + ":6:3: warning attribute-never-filled: Nothing flows into person.manager, which is read"
                                + " here; add an <import> flow for it, or read another"),
                change("what the system demands and nobody gives", EXPORTS, "<export from=\"sn\" to=\"sn\"/>", "",
                        PROVISIONING
                                + ":3:3: warning mandatory-attribute-unfilled: Nothing fills 'sn', which 'directory'"
                                + " demands of every user; add an <export> flow to it, or an <initial to=\"sn\"> to this"
                                + " rule",
                        PROVISIONING
                                + ":8:3: warning mandatory-attribute-unfilled: Nothing fills 'sn', which 'directory'"
                                + " demands of every user; add an <export> flow to it, or an <initial to=\"sn\"> to this"
                                + " rule"),
                change("a join on what is not indexed", SYNCLINE, "name=\"mail\" indexed=\"true\"", "name=\"mail\"",
                        JOIN + ":3:3: warning join-not-indexed: The join matches with person.mail, which is not indexed;"
                                + " declare the attribute with indexed=\"true\" in syncline.xml"),
                change("a clock that is asked too much", PROVISIONING, "[department] = \"Board\"",
                        "[department] = \"Board\" And FormatDateTime(Now(), \"dd\") = \"01\"",
                        PROVISIONING
                                + ":4:11: warning clock-read-daily: Nobody can say when the clock changes this; it is"
                                + " decided anew at 00:00 only; compare a date with Now() or Today(), as in [until] <"
                                + " Today(), where the moment matters"),
                change("something accepted that is not there", PROVISIONING, "<provision name=\"others\"",
                        "<provision name=\"others\" accept=\"rule-unreachable\"",
                        PROVISIONING
                                + ":8:36: warning accepted-in-vain: There is no rule-unreachable to accept here; leave"
                                + " it out of accept"));
    }

    private static Arguments change(String what, String file, String text, String replacement, String... warnings) {
        return arguments(what, file, text, replacement, List.of(warnings));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void areSaidWithPlaceReasonAndMend(String what, String file, String text, String replacement,
            List<String> warnings) throws Exception {
        assertEquals(warnings, SampleFolder.freeOfLints(folder).with(file, text, replacement).warnings());
    }

    @Test
    void thereIsAChangeForEachCode() {
        Set<String> shown = changes()
                .flatMap(change -> ((List<?>) change.get()[4]).stream())
                .map(warning -> warning.toString().replaceAll("^\\S+ warning (\\S+): .*$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        shown.add(LintCode.ACCOUNT_CREATED_TWICE.text());
        shown.add(LintCode.FILE_OF_ANOTHER_NAME.text());
        assertEquals(
                Arrays.stream(LintCode.values()).map(LintCode::text).collect(Collectors.toCollection(TreeSet::new)),
                shown);
    }

    @Test
    void nothingIsSaidOfAConfigurationThatIsAsItShouldBe() throws Exception {
        assertEquals(List.of(), SampleFolder.freeOfLints(folder).warnings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "<reprovision><when><changed attribute=\"grade\"/></when></reprovision>",
                    "<rename name=\"x\"><dn>\"cn=\" &amp; [manager.grade]</dn></rename>",
                    "<rename name=\"x\"><dn>\"cn=\"</dn><set to=\"description\"><when>[grade] = 1</when><value>\"\"</value></set></rename>",
                    "<when-identity-ends><disable><set to=\"description\">CStr([grade])</set></disable></when-identity-ends>"})
    void whateverReadsAnAttributeReadsIt(String rule) throws Exception {
        assertEquals(List.of(), SampleFolder.freeOfLints(folder)
                .with(EXPORTS, "[manager.grade] &gt; 5", "[manager.sn] = \"x\"")
                .with(PROVISIONING, "</provisioning-rules>", rule + "</provisioning-rules>")
                .warnings());
    }

    @Test
    void twoFilesThatMayCreateForOneIdentityAreFound() throws Exception {
        assertEquals(
                List.of(SECOND + ":2:1: warning account-created-twice: Nothing keeps this rule and 'board' of "
                        + PROVISIONING
                        + ":3:3 from both creating an account in 'directory' for the same person; let their"
                        + " conditions exclude each other"),
                second("[grade] = 1").warnings());
    }

    @Test
    void filesWhoseConditionsExcludeEachOtherAreNotMeant() throws Exception {
        assertEquals(List.of(), second("IsNull([employeeId])").warnings());
    }

    @Test
    void nobodyIsToldWhoDoesNotWantToBe() throws Exception {
        SampleFolder sample = second("[grade] = 1");
        assertEquals(1, sample.warnings().size());
        ReadResult quiet = new RulesetReader(Map.of()).withoutWarnings().read(sample.path());
        assertEquals(List.of(), assertInstanceOf(ReadResult.Ready.class, quiet).warnings());
        assertEquals(sample.ruleset().contentHash(), ((ReadResult.Ready) quiet).ruleset().contentHash());
    }

    private SampleFolder second(String condition) throws Exception {
        return SampleFolder.freeOfLints(folder).with(SECOND,
                "<provisioning-rules xmlns=\"urn:syncline:1\" connector=\"directory\" object-type=\"contact\""
                        + " metaverse-type=\"person\">\n<provision name=\"contacts\"><when>" + condition
                        + "</when><dn>\"cn=\" &amp; [sn]</dn></provision></provisioning-rules>");
    }

    @Test
    void aConnectorWhoseFileHasAnotherNameIsFound() throws Exception {
        assertEquals(
                List.of("connectors/hr2.xml:1:1: warning file-of-another-name: The connector in this file is called"
                        + " 'payroll': rules and commands know it by that name only; rename the file to payroll.xml, or"
                        + " correct name=\"...\""),
                payroll("connectors/hr2.xml", "").warnings());
        assertEquals(List.of(), payroll("connectors/Payroll.xml", "").warnings());
        assertEquals(List.of(), payroll("connectors/hr2.xml", " accept=\"file-of-another-name\"").warnings());
    }

    private SampleFolder payroll(String file, String accept) throws Exception {
        return SampleFolder.freeOfLints(folder.resolve(Integer.toString(file.length() + accept.length()))).with(file,
                "<connector xmlns=\"urn:syncline:1\" name=\"payroll\" type=\"memory\"" + accept
                        + "><object-type name=\"row\" anchor=\"id\"><attribute name=\"id\"/></object-type></connector>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<provision name=\"others\"", "<provisioning-rules"})
    void areAcceptedWhereTheyStandAndAroundIt(String element) throws Exception {
        assertEquals(List.of(), SampleFolder.freeOfLints(folder)
                .with(PROVISIONING, "<when>[department] = \"Board\"</when>", "")
                .with(PROVISIONING, element, element + " accept=\"rule-unreachable\"")
                .warnings());
    }

    @Test
    void areNotAcceptedElsewhere() throws Exception {
        assertEquals(2, SampleFolder.freeOfLints(folder)
                .with(PROVISIONING, "<when>[department] = \"Board\"</when>", "")
                .with(PROVISIONING, "<provision name=\"board\"",
                        "<provision name=\"board\" accept=\"rule-unreachable\"")
                .warnings()
                .size());
    }

    @Test
    void aRuleThatIsSwitchedOffNeitherIsFoundNorAcceptsInVain() throws Exception {
        assertEquals(List.of(), SampleFolder.freeOfLints(folder)
                .with(PROVISIONING, "<when>[department] = \"Board\"</when>", "")
                .with(PROVISIONING, "<provision name=\"others\"",
                        "<provision name=\"others\" enabled=\"false\" accept=\"rule-unreachable\"")
                .warnings());
    }

    @Test
    void aCodeThatDoesNotExistIsRefused() throws Exception {
        assertEquals(
                List.of(PROVISIONING + ":8:36: accept cannot be \"rule-unreachible\"; did you mean rule-unreachable?"),
                SampleFolder.freeOfLints(folder)
                        .with(PROVISIONING, "<provision name=\"others\"",
                                "<provision name=\"others\" accept=\"rule-unreachible\"")
                        .problems());
    }
}
