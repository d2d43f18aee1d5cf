package org.syncline.platform.engine.ruletest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;
import org.syncline.platform.engine.operations.OperationRefused;

/** Tests of rules, as an administrator writes them, against the real engine. */
class RuleTestingTest {
    private static final RulesetReader READER = new RulesetReader(Map.of());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC);
    private static final String ANN = """
            <given connector="hr" object-type="employee">
              <value name="id">1</value><value name="first">Ann</value><value name="last">Lee</value>
              <value name="since">2020-02-01</value>
            </given>
            """;
    private static final String BOB = """
            <given connector="hr" object-type="employee">
              <value name="id">2</value><value name="first">Bob</value><value name="last">Lee</value>
              <value name="boss">1</value>
            </given>
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writeRules() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="test" zone="UTC"><metaverse>
                  <object-type name="person">
                    <attribute name="id" indexed="true"/><attribute name="sn"/><attribute name="full"/>
                    <attribute name="status"/><attribute name="uid"/><attribute name="since" type="date"/>
                    <attribute name="salary" sensitive="true"/><attribute name="boss" type="reference"/>
                    <ends when="links-gone" connectors="hr" grace="P7D"/>
                  </object-type>
                </metaverse></syncline>""");
        write("connectors/hr.xml", """
                <connector xmlns="urn:syncline:1" name="hr" type="memory" mode="read-only">
                  <object-type name="employee" anchor="id">
                    <read><when>[nobody] = "knows"</when></read>
                    <attribute name="id"/><attribute name="first"/><attribute name="last"/><attribute name="status"/>
                    <attribute name="since" type="date"/><attribute name="salary"/>
                    <attribute name="boss" type="reference" to="employee"/>
                    <filter><when>[status] = "secret"</when></filter>
                  </object-type>
                </connector>""");
        write("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="memory">
                  <settings><setting name="names" value="true"/><setting name="names-hold-values" value="true"/></settings>
                  <object-type name="account" anchor="guid">
                    <attribute name="guid"/><attribute name="uid"/><attribute name="sn"/><attribute name="cn"/>
                    <attribute name="note"/><attribute name="pay" sensitive="true"/><attribute name="password"/>
                    <attribute name="boss" type="reference"/>
                    <disabled><when>[note] = "off"</when></disabled>
                  </object-type>
                  <guards><export deletes="0" adds="0"/></guards>
                </connector>""");
        write("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by id"><match attribute="id" with="id"/></join>
                  <project name="everybody"/>
                </join-rules>""");
        write("rules/join/directory.xml", """
                <join-rules xmlns="urn:syncline:1" connector="directory" object-type="account" metaverse-type="person">
                  <join name="by name"><match attribute="sn" with="sn"/></join>
                </join-rules>""");
        write("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import from="id" to="id"/>
                  <import from="last" to="sn"/>
                  <import to="full">[first] &amp; " " &amp; [last]</import>
                  <import from="status" to="status"/>
                  <import from="since" to="since"/>
                  <import from="salary" to="salary"/>
                  <import from="boss" to="boss"/>
                </attribute-flows>""");
        write("rules/attribute-flow/directory.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="directory" object-type="account" metaverse-type="person">
                  <import from="uid" to="uid"/>
                  <export from="sn" to="sn"/>
                  <export from="full" to="cn"/>
                  <export from="salary" to="pay"/>
                  <export from="boss" to="boss" allow-null="true"/>
                </attribute-flows>""");
        write("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="account" metaverse-type="person">
                  <provision name="staff">
                    <when>[status] &lt;&gt; "guest" Or Not IsPresent([status])</when>
                    <unique to="uid"><numbered>LCase([sn])</numbered></unique>
                    <dn>"uid=" &amp; {uid} &amp; ",ou=People"</dn>
                    <initial to="password"><random-password length="12"/></initial>
                  </provision>
                  <rename name="follow the id">
                    <when>[status] = "renamed"</when><dn>"uid=r" &amp; [id] &amp; ",ou=People"</dn>
                  </rename>
                  <deprovision name="leavers">
                    <when>[status] = "left"</when>
                    <disable><set to="note" value="off"/></disable>
                    <delete after="P30D"/>
                  </deprovision>
                  <deprovision name="handed over">
                    <when>[status] = "sold"</when>
                    <disconnect/>
                  </deprovision>
                </provisioning-rules>""");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private Ruleset rules(String... tests) throws IOException {
        StringBuilder file = new StringBuilder("<rule-tests xmlns=\"urn:syncline:1\">\n");
        for (int test = 0; test < tests.length; test++) {
            file.append("<test name=\"").append(test + 1).append("\">\n").append(tests[test]).append("</test>\n");
        }
        write("tests/all.xml", file + "</rule-tests>");
        return read();
    }

    private Ruleset read() {
        return switch (READER.read(folder)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private TestReport run(Ruleset ruleset) {
        return new RuleTesting(ruleset, new Connectors(folder, name -> Optional.empty(), CLOCK), CLOCK, 4)
                .run(test -> true, result -> {});
    }

    /** What failed, a line for each failure and each difference. */
    private List<String> failures(String... tests) throws IOException {
        List<String> lines = new ArrayList<>();
        for (TestResult result : run(rules(tests)).results()) {
            for (TestFailure failure : result.failures()) {
                lines.add(failure.location().line() + ": " + failure.message());
                failure.differences().forEach(difference -> lines.add(difference.attribute() + ": "
                        + difference.expected() + " / " + difference.actual() + " / " + difference.rule()));
            }
        }
        return lines;
    }

    private static String employee(String status) {
        return ANN.replace("</given>", "<value name=\"status\">" + status + "</value></given>");
    }

    @Test
    void whatHappensAsExpectedPasses() throws IOException {
        assertEquals(List.of(), failures(
                ANN + BOB + """
                        <expect metaverse-type="person">
                          <value name="full">Bob Lee</value><value name="boss">1</value>
                          <value name="uid">lee2</value><absent name="since"/>
                        </expect>
                        <expect metaverse-type="person"><value name="boss">uid=LEE, ou=People</value></expect>
                        <expect metaverse-type="person"><value name="since">2020-02-01</value></expect>
                        <expect connector="directory" object-type="account" change="add" dn="uid=lee2,ou=People">
                          <value name="uid">lee2</value><value name="password">(generated when sent)</value>
                          <value name="boss">uid=lee,ou=People</value><absent name="note"/><absent name="cn">Ann Lee</absent>
                        </expect>
                        <expect-nothing connector="directory" change="delete"/>
                        """,
                ANN + "<expect connector=\"directory\" change=\"add\"/><step>" + employee("renamed") + """
                        <expect connector="directory" change="rename" dn="uid=r1,ou=People"/>
                        <expect metaverse-type="person"><value name="uid">r1</value></expect>
                        </step>""",
                ANN + "<expect connector=\"directory\" change=\"add\"/><step>" + employee("left") + """
                        <expect connector="directory" change="disable"><value name="note">off</value></expect></step>
                        <step><clock later="P30D"/><expect connector="directory" change="delete" dn="uid=lee,ou=People"/></step>
                        """,
                ANN + "<expect connector=\"directory\" change=\"add\"/><step>" + employee("sold") + """
                        <expect connector="directory" change="disconnect" dn="uid=lee,ou=People"/></step>""",
                ANN + """
                        <given connector="directory" object-type="account" dn="cn=a"><value name="sn">Lee</value></given>
                        <given connector="directory" object-type="account" dn="cn=b"><value name="sn">Lee</value></given>
                        <expect connector="directory" error="ambiguous-join"/>
                        <expect-nothing connector="directory"/>
                        <step><expect-nothing connector="directory"/></step>""",
                employee("secret") + "<expect-nothing/>"));
    }

    @Test
    void aWrongValueIsShownWithTheRuleThatMadeIt() throws IOException {
        assertEquals(
                List.of(
                        "7: expected a person; the nearest is hr '1'",
                        "full: Ann Loe / Ann Lee / 'import to full' (rules/attribute-flow/hr.xml:4:3)",
                        "8: expected an add of type 'account' in 'directory', but with other values",
                        "cn: Ann Loe / Ann Lee / 'export full to cn' (rules/attribute-flow/directory.xml:4:3)",
                        "uid: le / lee / 'staff' (rules/provisioning/directory.xml:2:3)",
                        "boss: uid=x / (nothing) / null",
                        "sn: (nothing) / Lee / 'export sn to sn' (rules/attribute-flow/directory.xml:3:3)"),
                failures(ANN + """
                        <expect metaverse-type="person"><value name="full">Ann Loe</value></expect>
                        <expect connector="directory" object-type="account" change="add">
                          <value name="cn">Ann Loe</value><value name="uid">le</value><value name="boss">uid=x</value>
                          <absent name="sn"/>
                        </expect>"""));
    }

    @Test
    void theNearestExportIsShown() throws IOException {
        assertEquals(
                List.of(
                        "11: expected an add of type 'account' in 'directory' of uid=lee3,ou=People; the nearest is the add"
                                + " of uid=lee2,ou=People",
                        "dn: uid=lee3,ou=People / uid=lee2,ou=People / 'staff' (rules/provisioning/directory.xml:2:3)",
                        "14: expected a delete in 'directory'; the nearest is the add of uid=lee,ou=People",
                        "change: delete / add / null"),
                failures(ANN + BOB + """
                        <expect connector="directory" object-type="account" change="add" dn="uid=lee3,ou=People">
                          <value name="cn">Bob Lee</value>
                        </expect>
                        <expect connector="directory" change="delete"/>"""));
    }

    @Test
    void whatAnUpdateDoesNotChangeIsNotUpdated() throws IOException {
        assertEquals(
                List.of(
                        "11: expected an update of type 'account' in 'directory', but with other values",
                        "sn: Lee / held already, and not changed in this step / 'export sn to sn'"
                                + " (rules/attribute-flow/directory.xml:3:3)"),
                failures(ANN + "<step>" + ANN.replace("Ann", "Anne") + """
                        <expect connector="directory" object-type="account" change="update">
                          <value name="cn">Anne Lee</value><value name="sn">Lee</value>
                        </expect></step>"""));
    }

    @Test
    void whatIsThereThoughNothingWasExpectedIsShown() throws IOException {
        assertEquals(
                List.of(
                        "7: expected no such person, but there is hr '1'",
                        "id: null / 1 / 'import id to id' (rules/attribute-flow/hr.xml:2:3)",
                        "sn: null / Lee / 'import last to sn' (rules/attribute-flow/hr.xml:3:3)",
                        "full: null / Ann Lee / 'import to full' (rules/attribute-flow/hr.xml:4:3)",
                        "uid: null / lee / 'import uid to uid' (rules/attribute-flow/directory.xml:2:3)",
                        "since: null / 2020-02-01T00:00:00Z / 'import since to since' (rules/attribute-flow/hr.xml:6:3)",
                        "8: expected not an export in 'directory', but there is the add of uid=lee,ou=People",
                        "dn: null / uid=lee,ou=People / 'staff' (rules/provisioning/directory.xml:2:3)",
                        "uid: null / lee / 'staff' (rules/provisioning/directory.xml:2:3)",
                        "sn: null / Lee / 'export sn to sn' (rules/attribute-flow/directory.xml:3:3)",
                        "cn: null / Ann Lee / 'export full to cn' (rules/attribute-flow/directory.xml:4:3)",
                        "password: null / (generated when sent) / 'staff' (rules/provisioning/directory.xml:2:3)"),
                failures(ANN + """
                        <expect-nothing metaverse-type="person"/>
                        <expect-nothing connector="directory"/>"""));
    }

    @Test
    void whyThereIsNoAccountIsExplained() throws IOException {
        TestFailure failure = run(rules(employee("guest") + "<expect connector=\"directory\"/>"))
                .results().getFirst().failures().getFirst();
        assertEquals("expected an export in 'directory', but nothing was exported there", failure.message());
        assertEquals(
                List.of(
                        "hr '1' has no account there:",
                        "  provision rule 'staff' (rules/provisioning/directory.xml:2:3)",
                        "    any of these: does not hold",
                        "      [status] <> \"guest\": does not hold; [status] is guest",
                        "      Not IsPresent([status]): does not hold; [status] is guest"),
                failure.reasons());
    }

    @Test
    void whatBecameOfAnObjectThatIsNobodyIsSaid() throws IOException {
        TestFailure failure = run(rules(employee("secret") + "<expect metaverse-type=\"person\"/>"))
                .results().getFirst().failures().getFirst();
        assertEquals("expected a person, but there is none", failure.message());
        assertEquals(List.of("1: The connector's filter holds: it stays disconnected."), failure.reasons());
    }

    @Test
    void anErrorThatNobodyExpectsFails() throws IOException {
        String two = """
                <given connector="directory" object-type="account" dn="cn=a"><value name="sn">Lee</value></given>
                <given connector="directory" object-type="account" dn="cn=b"><value name="sn">Lee</value></given>
                """;
        List<String> failures = failures(ANN + two + "<expect metaverse-type=\"person\"/>");
        assertEquals(1, failures.size());
        assertTrue(failures.getFirst().startsWith(
                "2: an error that the test does not expect: directory 1: ambiguous-join: The objects ["),
                failures::toString);
    }

    @Test
    void anErrorThatDoesNotComeFails() throws IOException {
        assertEquals(
                List.of("6: expected the error ambiguous-join in 'directory', but there is no error"),
                failures(ANN.strip() + "<expect connector=\"directory\" error=\"ambiguous-join\"/>"));
    }

    @Test
    void sensitiveValuesAreComparedAndNeverShown() throws IOException {
        String paid = ANN.replace("</given>", "<value name=\"salary\">100</value></given>");
        String expected =
                "<expect connector=\"directory\" object-type=\"account\"><value name=\"pay\">%s</value></expect>";
        assertEquals(List.of(), failures(paid + expected.formatted("100")));
        assertEquals(
                List.of(
                        "7: expected an export of type 'account' in 'directory', but with other values",
                        "pay: ******** / ******** / 'export salary to pay' (rules/attribute-flow/directory.xml:5:3)"),
                failures(paid + expected.formatted("200")));
    }

    @Test
    void theFirstStepThatFailsEndsTheTestAndTheNextBeginsWithNothing() throws IOException {
        String wrong = "<expect metaverse-type=\"person\"><value name=\"sn\">%s</value></expect>";
        assertEquals(
                List.of("7: expected a person; the nearest is hr '1'",
                        "sn: one / Lee / 'import last to sn' (rules/attribute-flow/hr.xml:3:3)"),
                failures(
                        ANN + wrong.formatted("one") + "<step>" + wrong.formatted("two") + "</step>\n",
                        "<expect-nothing/>"));
    }

    @Test
    void aTestThatIsSwitchedOffIsSkipped() throws IOException {
        Ruleset ruleset = rules("<expect metaverse-type=\"person\"/>");
        write("tests/all.xml",
                Files.readString(folder.resolve("tests/all.xml")).replace("<test ", "<test enabled=\"false\" "));
        TestReport report = run(read());
        assertEquals(1, run(ruleset).failed());
        assertEquals(List.of(0L, 0L, 1L), List.of(report.passed(), report.failed(), report.skipped()));
    }

    @Test
    void coverageNamesTheRulesThatDecidedNothing() throws IOException {
        List<Coverage.CoveredRule> missing =
                run(rules(ANN + "<expect connector=\"directory\"/>")).coverage().notExercised();
        assertEquals(
                List.of(
                        "filter employee (connectors/hr.xml:2:3)",
                        "join by name (rules/join/directory.xml:2:3)",
                        "join by id (rules/join/hr.xml:2:3)",
                        "export flow export salary to pay (rules/attribute-flow/directory.xml:5:3)",
                        "export flow export boss to boss (rules/attribute-flow/directory.xml:6:3)",
                        "import flow import status to status (rules/attribute-flow/hr.xml:5:3)",
                        "import flow import salary to salary (rules/attribute-flow/hr.xml:7:3)",
                        "import flow import boss to boss (rules/attribute-flow/hr.xml:8:3)",
                        "rename follow the id (rules/provisioning/directory.xml:8:3)",
                        "disable leavers (rules/provisioning/directory.xml:13:5)",
                        "delete leavers (rules/provisioning/directory.xml:14:5)",
                        "disconnect handed over (rules/provisioning/directory.xml:18:5)",
                        "end of identity person (syncline.xml:2:3)"),
                missing.stream().map(rule -> rule.kind() + " " + rule.name() + " (" + rule.location() + ")").toList());
    }

    @Test
    void everyKindOfRuleCanBeExercised() throws IOException {
        String account = """
                <given connector="directory" object-type="account" dn="uid=x"><value name="sn">Lee</value></given>""";
        String paid = ANN.replace("</given>", "<value name=\"salary\">1</value></given>");
        String gone =
                "<given connector=\"hr\" object-type=\"employee\" change=\"deleted\"><value name=\"id\">1</value></given>";
        String nothing = "<expect-nothing metaverse-type=\"person\"/>";
        TestReport report = run(rules(
                paid + BOB.replace("Lee", "Ek") + "<expect connector=\"directory\"/>",
                account + ANN + "<expect connector=\"directory\"/>",
                employee("secret") + nothing,
                ANN + "<step>" + employee("renamed") + "<expect connector=\"directory\"/></step>",
                ANN + "<step>" + employee("left") + "<expect connector=\"directory\"/></step>"
                        + "<step><clock later=\"P30D\"/><expect connector=\"directory\" change=\"delete\"/></step>",
                ANN + "<step>" + employee("sold") + "<expect connector=\"directory\"/></step>",
                ANN + "<step>" + gone + "</step><step>" + ANN + "<expect-nothing connector=\"directory\"/></step>",
                ANN + "<step>" + gone + "</step><step><clock later=\"P7D\"/>" + nothing + "</step>"));
        assertEquals(List.of(), report.results().stream().flatMap(result -> result.failures().stream()).toList());
        assertEquals(List.of(), report.coverage().notExercised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "<given connector=\"directory\" object-type=\"account\"><value name=\"guid\">1</value></given>"
                            + " : tests/all.xml:3:1: Objects of 'directory' have names; say which, as dn=\"...\"",
                    "<given connector=\"hr\" object-type=\"employee\" dn=\"cn=x\"><value name=\"id\">1</value></given>"
                            + " : tests/all.xml:3:1: Objects of 'hr' have no names; leave out dn",
                    "<given connector=\"hr\" object-type=\"employee\" change=\"deleted\"><value name=\"id\">1</value></given>"
                            + " : tests/all.xml:3:1: There is no such object, so it cannot have been deleted; give the anchor or"
                            + " the DN of one that is there"})
    void whatNoSystemCouldHoldIsRefused(String given) throws IOException {
        Ruleset ruleset = rules(given.substring(0, given.indexOf(" : ")) + "<expect-nothing/>");
        assertEquals(
                given.substring(given.indexOf(" : ") + 3),
                assertThrows(OperationRefused.class, () -> run(ruleset)).getMessage());
    }

    @Test
    void nothingReachesTheSystemsOfTheProcess() throws IOException {
        run(rules(ANN + "<expect connector=\"directory\" change=\"add\"/>"));
        assertEquals(List.of(), MemorySystem.named("hr").objects("employee"));
        assertEquals(List.of(), MemorySystem.named("directory").objects("account"));
    }
}
