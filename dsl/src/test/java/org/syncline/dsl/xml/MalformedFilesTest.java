package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.xml.ProblemCase.EXPORTS;
import static org.syncline.dsl.xml.ProblemCase.FLOWS;
import static org.syncline.dsl.xml.ProblemCase.HR;
import static org.syncline.dsl.xml.ProblemCase.JOIN;
import static org.syncline.dsl.xml.ProblemCase.PROVISIONING;
import static org.syncline.dsl.xml.ProblemCase.SYNCLINE;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are not XML, or not of the form the schemas ask for. */
class MalformedFilesTest {
    private static final String JOIN_ALLOWS = "allowed: name, enabled, accept, on-ambiguous, many";
    private static final String MATCH = "<match attribute=\"EmployeeKey\" with=\"employeeId\"/>";

    @TempDir
    Path folder;

    static Stream<ProblemCase> names() {
        return Stream.of(
                slip("an element is misspelled", FLOWS, "<import from=\"EmployeeKey\"", "<imprt from=\"EmployeeKey\"",
                        "2:3: Unknown element <imprt>; did you mean <import>?"),
                slip("an element is unknown", FLOWS, "</attribute-flows>", "<copy/></attribute-flows>",
                        "18:1: Unknown element <copy>; allowed: <scope>, <include>, <import>, <export>, <derive>"),
                slip("an element belongs elsewhere", JOIN, "<project name", "<dn>1</dn><project name",
                        "9:3: <dn> is not allowed in <join-rules>; allowed: <scope>, <include>, <join>, <project>"),
                slip("two elements are misspelled", EXPORTS,
                        "<present attribute=\"department\"/>", "<presnt attribute=\"department\"/><prsent/>",
                        "7:11: Unknown element <presnt>; did you mean <present>?",
                        "7:43: <present> lacks the attribute attribute; the attribute, written as in an expression"
                                + " without its brackets: mail, dn, target.userAccountControl, manager.mail",
                        "7:43: Unknown element <prsent>; did you mean <present>?"),
                slip("an attribute is misspelled", JOIN, "name=\"by mail\"", "nam=\"by mail\"",
                        "4:9: Unknown attribute nam of <join>; did you mean name? " + JOIN_ALLOWS),
                slip("attributes are misspelled, unknown and wrong", JOIN,
                        "on-ambiguous=\"next\"", "on-ambiguos=\"nxt\" foo=\"1\"",
                        "4:24: Unknown attribute on-ambiguos of <join>; did you mean on-ambiguous? " + JOIN_ALLOWS,
                        "4:37: on-ambiguous cannot be \"nxt\"; did you mean next?",
                        "4:42: Unknown attribute foo of <join>; " + JOIN_ALLOWS),
                slip("an attribute is missing", JOIN, " with=\"employeeId\"", "",
                        "3:31: <match> lacks the attribute with; the attribute of the identity; it should be indexed."
                                + " Example: employeeId"),
                slip("a name is used twice", JOIN, "name=\"by mail\"", "name=\"by employee id\"",
                        "4:15: The name \"by employee id\" is taken; line 3 has it already"),
                slip("an attribute of a type is declared twice", HR,
                        "<attribute name=\"Status\"/>", "<attribute name=\"LastName\"/><attribute name=\"Status\"/>",
                        "9:22: The name \"LastName\" is taken; line 6 has it already"),
                slip("the root is misspelled", JOIN, "join-rules", "join-rule",
                        "1:1: Unknown element <join-rule>; did you mean <join-rules>?"),
                slip("the root is that of another file", JOIN, "join-rules", "schedule",
                        "1:1: <schedule> does not belong here; it belongs in schedule.xml"),
                slip("the namespace is missing", JOIN, " xmlns=\"urn:syncline:1\"", "",
                        "1:1: <join-rules> lacks its namespace; write <join-rules xmlns=\"urn:syncline:1\" ...>"),
                slip("the namespace is wrong", JOIN, "urn:syncline:1", "urn:syncline:2",
                        "1:1: Unknown namespace urn:syncline:2; write xmlns=\"urn:syncline:1\""),
                slip("an element has a foreign namespace", JOIN, "<project name",
                        "<x:y xmlns:x=\"urn:x\"/><project name",
                        "9:3: Unknown element <x:y>; its namespace is urn:x, not urn:syncline:1"),
                slip("the schema's own attributes are used", JOIN, "<project name",
                        "<project xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Join\" name",
                        "9:66: Unknown attribute xsi:type of <project>; allowed: name, enabled, accept"));
    }

    static Stream<ProblemCase> forms() {
        return Stream.of(
                slip("an element is missing", JOIN, MATCH, "",
                        "3:3: <join> lacks <match>; write <match> between <join> and </join>"),
                slip("an element is empty that may not be", JOIN, "<when>[Status] = \"Current\"</when>", "",
                        "2:3: <scope> lacks <when>; write <when> between <scope> and </scope>"),
                slip("elements are in the wrong order", JOIN, MATCH, MATCH + "<when>True</when>",
                        "3:81: <when> cannot stand here in <join>; it stands before <match>"),
                slip("an element stands twice", JOIN, "<project name=\"new people\">",
                        "<project name=\"new people\"><when>True</when>",
                        "9:47: <when> cannot stand here in <project>; it stands there at most once"),
                slip("text stands where none may", JOIN, "<project name", "\n  hello there\n  <project name",
                        "10:3: Text is not allowed in <join-rules>: hello there;"
                                + " leave it out; what <join-rules> says stands in its attributes and elements"),
                slip("a truth is none", JOIN, "many=\"false\"", "many=\"maybe\"",
                        "4:50: many cannot be \"maybe\"; true or false"),
                slip("a number is none", FLOWS, "precedence=\"20\"", "precedence=\"second\"",
                        "12:56: precedence cannot be \"second\"; a rank from 1; the lower number wins."
                                + " Leave gaps (10, 20, 30) for later rules. Example: 10"),
                slip("a number is too small", PROVISIONING, "length=\"32\"", "length=\"3\"",
                        "10:57: length cannot be \"3\"; how many characters, from 8 to 256. Default: 24"),
                slip("a word is misspelled", SYNCLINE, "type=\"date\"", "type=\"dat\"",
                        "13:40: type cannot be \"dat\"; did you mean date?"),
                slip("a word is unknown", EXPORTS, "compare=\"trim\"", "compare=\"about\"",
                        "6:37: compare cannot be \"about\";"
                                + " there are exact, ignore-case, trim, mask, set, proxy-address and never"),
                slip("a period is none", PROVISIONING, "after=\"P30D\"", "after=\"30 days\"",
                        "23:20: after cannot be \"30 days\"; a length of time in days, hours, minutes and seconds:"
                                + " P30D are thirty days, PT15M fifteen minutes, P1DT12H a day and a half"),
                slip("elements are nested too deep", EXPORTS, "<present attribute=\"department\"/>",
                        "<all>".repeat(61) + "<present attribute=\"department\"/>" + "</all>".repeat(61),
                        "7:316: Elements are nested more than 64 deep"));
    }

    static Stream<ProblemCase> syntax() {
        return Stream.of(
                slip("an end tag is misspelled", JOIN, "</project>", "</projct>",
                        "9:57: </projct> comes before the end of <project>; close <project> of line 9 with </project>"),
                slip("an end tag is missing", JOIN, "</scope>", "",
                        "10:1: </join-rules> comes before the end of <scope>; close <scope> of line 2 with </scope>"),
                slip("the last end tag is missing", JOIN, "</join-rules>", "",
                        "1:1: <join-rules> is never closed; its end is written </join-rules>"),
                slip("ampersands stand alone", JOIN, "LCase([EmailAddress])", "[a] & [b]<!-- & --> &foo;",
                        "6:47: A lone & is not allowed in XML; write &amp; for the character &",
                        "6:63: &foo; is not known in XML; write &amp; for the character &"),
                slip("a less-than sign stands alone", JOIN, "[Grade] &gt; 0", "0 < [Grade]",
                        "9:38: A lone < is not allowed in XML; write &lt; for it"),
                slip("a less-than sign stands in a value", FLOWS, "value=\"left\"", "value=\"<\"",
                        "12:38: The value of value contains the character <;"
                                + " write &lt; for it, or end the value with a quote"),
                slip("a value is not quoted", JOIN, "name=\"by mail\"", "name=mail",
                        "4:14: The value of name is not in quotes; write name=\"...\""),
                slip("a value is not ended", JOIN, "name=\"by mail\"", "name=\"by mail",
                        "4:37: The tag <join> is broken here; a space, a quote or the closing > is missing"),
                slip("an attribute has no value", JOIN, "name=\"by mail\"", "name",
                        "4:14: The attribute name has no value; write name=\"...\""),
                slip("an attribute stands twice", JOIN, "name=\"by mail\"", "name=\"by mail\" name=\"b\"",
                        "4:24: <join> has the attribute name twice"),
                slip("a tag is not ended", JOIN, "<scope>", "<scope",
                        "2:9: The tag <scope> is broken here; a space, a quote or the closing > is missing"),
                slip("an end tag is not ended", JOIN, "</scope>", "</scope",
                        "2:43: The tag </scope is not closed; write </scope>"),
                slip("a prefix is not declared", JOIN, "<project name", "<s:project name",
                        "9:4: The prefix s: is not declared; leave it out"),
                slip("a document type is given", JOIN, "<join-rules", "<!DOCTYPE x [<!ENTITY a \"b\">]><join-rules",
                        "1:1: A document type is not allowed; leave out <!DOCTYPE ...>"),
                slip("a document type is given late", JOIN, "<project", "<!DOCTYPE x><project",
                        "9:3: A document type is not allowed; leave out <!DOCTYPE ...>"),
                slip("a comment holds two hyphens", JOIN, "<project", "<!-- a -- b --><project",
                        "9:10: A comment contains --; write a single hyphen"),
                slip("something follows the root", JOIN, "</join-rules>", "</join-rules><join-rules/>",
                        "10:15: There is something after the end of the first element;"
                                + " a file has one element around all others"),
                slip("text stands before the root", JOIN, "<join-rules", "rules: <join-rules",
                        "1:1: There is text before the first element"));
    }

    @ParameterizedTest
    @MethodSource({"names", "forms", "syntax"})
    void areReportedInPlainWordsWhereTheyAreWrong(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }

    @Test
    void theLocationOfASchemaIsLeftToEditors() throws Exception {
        assertEquals(List.of(), SampleFolder.in(folder)
                .with(JOIN, "<join-rules", "<join-rules xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"urn:syncline:1 http://localhost:1/none.xsd\"")
                .problems());
    }

    @Test
    void entitiesAreNeverExpanded() throws Exception {
        assertEquals(
                List.of(JOIN + ":1:1: A document type is not allowed; leave out <!DOCTYPE ...>"),
                SampleFolder.in(folder)
                        .with(JOIN, "<join-rules", "<!DOCTYPE join-rules [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                + "<join-rules")
                        .with(JOIN, "LCase([EmailAddress])", "&a;")
                        .problems());
    }

    @Test
    void anEmptyFileIsReported() throws Exception {
        assertEquals(List.of("tests/joiner.xml:1:1: The file is empty"),
                SampleFolder.in(folder).with("tests/joiner.xml", "").problems());
    }

    @Test
    void areReportedInTheSameWordsOnAGermanMachine() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(
                    List.of("rules/join/hr.xml:4:14: The value of name is not in quotes; write name=\"...\"",
                            "syncline.xml:13:40: type cannot be \"dat\"; did you mean date?"),
                    SampleFolder.in(folder)
                            .with(JOIN, "name=\"by mail\"", "name=mail")
                            .with(SYNCLINE, "type=\"date\"", "type=\"dat\"")
                            .problems());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oneThatIsNotUnderstoodCausesNoProblemsInOthers() throws Exception {
        assertEquals(
                List.of("connectors/hr.xml:1:1: <connector> is never closed; its end is written </connector>",
                        "syncline.xml:1:1: <syncline> is never closed; its end is written </syncline>"),
                SampleFolder.in(folder)
                        .with(HR, "</connector>", "")
                        .with(SYNCLINE, "</syncline>", "")
                        .problems());
    }
}
