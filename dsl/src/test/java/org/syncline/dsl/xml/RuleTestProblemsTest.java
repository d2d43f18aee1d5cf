package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.RuleTest.ExpectedChange;
import org.syncline.dsl.ruleset.RuleTest.ExpectedError;
import org.syncline.dsl.ruleset.RuleTest.ExpectedExport;
import org.syncline.dsl.ruleset.RuleTest.ExpectedIdentity;
import org.syncline.dsl.ruleset.RuleTest.ExpectedValues;
import org.syncline.dsl.ruleset.RuleTest.Time;

/** Rule tests of the right form, read or refused. */
class RuleTestProblemsTest {
    private static final String TESTS = "tests/people.xml";
    private static final String GOOD = """
            <rule-tests xmlns="urn:syncline:1">
              <test name="a leaver is locked">
                <clock now="2026-11-02T08:00:00Z"/>
                <given connector="hr" object-type="employee">
                  <value name="EmployeeKey">7</value>
                  <value name="HireDate">2020-02-01</value>
                </given>
                <expect metaverse-type="person"><value name="grade">3</value><absent name="manager"/></expect>
                <expect connector="directory" object-type="inetOrgPerson" change="add" dn="uid=a,dc=x">
                  <value name="mail">a@x</value>
                  <absent name="proxyAddresses">b@x</absent>
                </expect>
                <step name="a month later">
                  <clock later="P30D"/>
                  <given connector="hr" object-type="employee" change="deleted"><value name="EmployeeKey">7</value></given>
                  <expect connector="directory" error="ambiguous-join"/>
                  <expect-nothing connector="directory" object-type="groupOfNames" change="delete"/>
                </step>
              </test>
              <test name="later" enabled="false"><clock now="2026-11-02T08:00:00"/><expect-nothing/></test>
            </rule-tests>
            """;

    @TempDir
    Path folder;

    static Stream<ProblemCase> slips() {
        return Stream.of(
                slip("a test without a name", TESTS, "<test name=\"a leaver is locked\">", "<test>",
                        "2:3: The test has no name; say what it shows, as name=\"leavers are disabled\""),
                slip("a test that cannot fail", TESTS, "<expect-nothing/></test>", "</test>",
                        "20:3: The test expects nothing, so it cannot fail; add <expect> or <expect-nothing>"),
                slip("a clock that says nothing", TESTS, "<clock later=\"P30D\"/>", "<clock/>",
                        "14:7: <clock> says what time it is, or how much later; give it one of now and later"),
                slip("a clock that says two things", TESTS, "<clock later=\"P30D\"/>",
                        "<clock later=\"P30D\" now=\"2026-11-02T08:00:00Z\"/>",
                        "14:7: <clock> says what time it is, or how much later; give it one of now and later"),
                slip("an unknown connector of a given object", TESTS,
                        "<given connector=\"hr\" object-type=\"employee\">",
                        "<given connector=\"hx\" object-type=\"employee\">",
                        "4:23: There is no connector 'hx'; did you mean hr?"),
                slip("an unknown object type", TESTS, "\"employee\">\n", "\"employe\">\n",
                        "4:40: The connector 'hr' has no object type 'employe'; did you mean employee?"),
                slip("an unknown attribute of a given object", TESTS, "\"HireDate\"", "\"HiredDate\"",
                        "6:20: The object type 'employee' has no attribute 'HiredDate'; did you mean HireDate?"),
                slip("a given object without its anchor", TESTS,
                        "change=\"deleted\"><value name=\"EmployeeKey\">7</value>",
                        "change=\"deleted\">",
                        "15:7: The given object has no EmployeeKey, which says which object it is; add <value"
                                + " name=\"EmployeeKey\">"),
                slip("a value of another type", TESTS, "2020-02-01", "first of May",
                        "6:7: HireDate is a date, but 'first of May' is none"),
                slip("two values of one", TESTS, "<value name=\"grade\">3</value>",
                        "<value name=\"grade\">3</value><value name=\"grade\">4</value>",
                        "8:66: grade holds one value only; leave one of them"),
                slip("a value and none", TESTS, "<absent name=\"manager\"/>", "<absent name=\"grade\"/>",
                        "8:66: grade cannot have a value and none; leave one of them"),
                slip("an absent value of another type", TESTS, "<absent name=\"manager\"/>",
                        "<absent name=\"hireDate\">soon</absent>", "8:66: hireDate is a date, but 'soon' is none"),
                slip("an unknown absent attribute", TESTS, "<absent name=\"manager\"/>", "<absent name=\"managr\"/>",
                        "8:80: The object type 'person' has no attribute 'managr'; did you mean manager?"),
                slip("an unknown metaverse type", TESTS, "metaverse-type=\"person\"", "metaverse-type=\"persn\"",
                        "8:29: There is no metaverse type 'persn'; did you mean person?"),
                slip("an expectation of nowhere", TESTS, "<expect metaverse-type=\"person\">", "<expect>",
                        "8:5: It does not say where something is expected; give it one of metaverse-type and connector"),
                slip("an expectation of two places", TESTS, "<expect metaverse-type=\"person\">",
                        "<expect metaverse-type=\"person\" connector=\"directory\">",
                        "8:5: It does not say where something is expected; give it one of metaverse-type and connector"),
                slip("an identity with a name", TESTS, "<expect metaverse-type=\"person\">",
                        "<expect metaverse-type=\"person\" dn=\"uid=a\">",
                        "8:41: An identity has no dn; leave it out"),
                slip("values of one object type or another", TESTS, " object-type=\"inetOrgPerson\"", "",
                        "9:5: It does not say of which object type the values are; add object-type=\"...\""),
                slip("an export to a source", TESTS, "<expect connector=\"directory\" object-type=\"inetOrgPerson\"",
                        "<expect connector=\"hr\" object-type=\"employee\"",
                        "9:24: Nothing is ever exported to 'hr', which is read-only; expect something of another"
                                + " connector, or of a metaverse-type",
                        "10:20: The object type 'employee' has no attribute 'mail'"
                                + "; declare it with <attribute name=\"mail\"/> in that type, or name another",
                        "11:21: The object type 'employee' has no attribute 'proxyAddresses'"
                                + "; declare it with <attribute name=\"proxyAddresses\"/> in that type, or name another"),
                slip("a disabling that nobody describes", TESTS, "object-type=\"groupOfNames\" change=\"delete\"",
                        "object-type=\"groupOfNames\" change=\"disable\"",
                        "17:80: The object type 'groupOfNames' does not say what a disabled object looks like; add"
                                + " <disabled> to it"),
                slip("an error with a name", TESTS, "error=\"ambiguous-join\"", "error=\"ambiguous-join\" dn=\"uid=a\"",
                        "16:64: An error has no dn; leave it out"),
                slip("nothing that is deleted", TESTS, "<expect-nothing/>", "<expect-nothing change=\"delete\"/>",
                        "20:96: Nothing at all has no change; leave it out"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void isSaidWithItsPlace(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(TESTS, GOOD).with(TESTS, slip.text(), slip.replacement()).problems());
    }

    @Test
    void testsAreReadAsTheyAreWritten() throws Exception {
        List<RuleTest> tests = SampleFolder.in(folder)
                .with("syncline.xml", "name=\"adventure-works\"", "name=\"adventure-works\" zone=\"Europe/Berlin\"")
                .with(TESTS, GOOD)
                .ruleset().tests().stream()
                .filter(test -> test.location().file().equals(TESTS))
                .toList();
        assertEquals(
                List.of(
                        new RuleTest("a leaver is locked", true, List.of(first(), second()), at(2, 3)),
                        new RuleTest("later", false,
                                List.of(new RuleTest.Step("later",
                                        new Time.At(Instant.parse("2026-11-02T07:00:00Z")), List.of(),
                                        List.of(new RuleTest.Nothing(at(20, 72))), at(20, 3))),
                                at(20, 3))),
                tests);
    }

    private static RuleTest.Step first() {
        return new RuleTest.Step(
                "a leaver is locked",
                new Time.At(Instant.parse("2026-11-02T08:00:00Z")),
                List.of(new RuleTest.Given(
                        new GivenObject("hr", "employee", null, false,
                                Map.of("EmployeeKey", List.of("7"), "HireDate", List.of("2020-02-01"))),
                        at(4, 5))),
                List.of(
                        new ExpectedIdentity(true, "person",
                                new ExpectedValues(Map.of("grade", List.of("3")), Map.of("manager", List.of())),
                                at(8, 5)),
                        new ExpectedExport(true, "directory", "inetOrgPerson", ExpectedChange.ADD, "uid=a,dc=x",
                                new ExpectedValues(Map.of("mail", List.of("a@x")),
                                        Map.of("proxyAddresses", List.of("b@x"))),
                                at(9, 5))),
                at(2, 3));
    }

    private static RuleTest.Step second() {
        return new RuleTest.Step(
                "a month later",
                new Time.Later(Duration.ofDays(30)),
                List.of(new RuleTest.Given(
                        new GivenObject("hr", "employee", null, true, Map.of("EmployeeKey", List.of("7"))),
                        at(15, 7))),
                List.of(
                        new ExpectedError("directory", "ambiguous-join", at(16, 7)),
                        new ExpectedExport(false, "directory", "groupOfNames", ExpectedChange.DELETE, null,
                                ExpectedValues.ANY, at(17, 7))),
                at(13, 5));
    }

    private static RuleLocation at(int line, int column) {
        return new RuleLocation(TESTS, line, column);
    }
}
